package org.anchors.charter.consolidated;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.anchors.kit.calendar.ReportingYear;
import org.jspecify.annotations.Nullable;

/** How many different organisations the reports name, one that several reports name counted once. */
@ApplicationScoped
class Distincts implements Running {

    private static final String CHANGE = """
            with changed as (
              insert into consolidated_identifier as t (year, indicator, grp, identifier, organisations)
              select v.year, v.indicator, v.grp, i.identifier, :sign
              from consolidated_value v, unnest(v.identifiers) as i (identifier)
              where v.organisation = :organisation and v.year = :year and v.identifiers is not null
                and v.known_from <= :at and v.known_to > :at
              order by v.year, v.indicator, v.grp, i.identifier
              on conflict (year, indicator, grp, identifier) do update set organisations = t.organisations + excluded.organisations
              returning year, indicator, grp, organisations)
            insert into consolidated_distinct as d (year, indicator, grp, identified)
            select year, indicator, grp, :sign * count(*) from changed
            where organisations = case when :sign = 1 then 1 else 0 end
            group by year, indicator, grp order by year, indicator, grp
            on conflict (year, indicator, grp) do update set identified = d.identified + excluded.identified
            """;

    private static final String COUNTS = """
            select v.indicator, v.grp, count(distinct i.identifier) as identified, max(v.numerator) as largest
            from consolidated_value v left join lateral unnest(v.identifiers) as i (identifier) on true
            where v.form = 'COUNT_DISTINCT' and v.year = :year %s
              and v.known_from <= :at and v.known_to > :at
            group by v.indicator, v.grp
            """;

    private static final String COUNTS_AS_ASKED = Totals.asAsked(COUNTS.formatted("and v.indicator = asked.indicator"));

    private static final String KEPT = """
            select %1$s || ' ' || identifier as what, organisations as said from consolidated_identifier
            where year = :year and organisations > 0
            union all
            select %1$s, identified from consolidated_distinct where year = :year and identified > 0
            """.formatted(Comparison.ID);

    private static final String NAMED = """
            select %1$s || ' ' || i.identifier as what, count(*) as said
            from consolidated_value v, unnest(v.identifiers) as i (identifier)
            where v.year = :year and v.known_from <= :at and v.known_to > :at
            group by v.indicator, v.grp, i.identifier
            union all
            select %1$s, count(distinct i.identifier)
            from consolidated_value v, unnest(v.identifiers) as i (identifier)
            where v.year = :year and v.known_from <= :at and v.known_to > :at
            group by v.indicator, v.grp
            """.formatted(Comparison.ID);

    private final EntityManager database;

    Distincts(EntityManager database) {
        this.database = database;
    }

    /**
     * What is known of a count of different things.
     *
     * @param identified how many different ones are named by number
     * @param largest the largest count of one organisation
     */
    record Distinct(Total.Name figure, long identified, BigDecimal largest) {}

    @Override
    public void change(int sign, String organisation, ReportingYear year) {
        database.createNativeQuery(CHANGE)
                .setParameter("sign", sign)
                .setParameter("organisation", organisation)
                .setParameter("year", year.start())
                .setParameter("at", Totals.NOW)
                .executeUpdate();
        if (sign < 0) {
            database.createNativeQuery("delete from consolidated_identifier where year = :year and organisations = 0")
                    .setParameter("year", year.start())
                    .executeUpdate();
        }
    }

    @Override
    public List<String> differences(ReportingYear year, int most) {
        return Comparison.told(
                Comparison.of(database, KEPT, NAMED)
                        .setParameter("year", year.start())
                        .setParameter("at", Totals.NOW),
                most);
    }

    @Override
    public List<String> tables() {
        return List.of("consolidated_identifier", "consolidated_distinct");
    }

    List<Distinct> ofAll(ReportingYear year) {
        return read(database.createNativeQuery("""
                        select t.indicator, t.grp, coalesce(d.identified, 0) as identified, m.numerator as largest
                        from consolidated_total t
                        left join consolidated_distinct d
                          on d.year = t.year and d.indicator = t.indicator and d.grp = t.grp
                        cross join lateral (
                          select v.numerator from consolidated_value v
                          where v.form = 'COUNT_DISTINCT' and v.known_to = '9999-12-31T00:00:00Z'
                            and v.year = t.year and v.indicator = t.indicator and v.grp = t.grp
                          order by v.numerator desc limit 1) m
                        where t.year = :year
                        """, Tuple.class).setParameter("year", year.start()));
    }

    /** Those over some organisations, or all. */
    List<Distinct> of(@Nullable List<String> organisations, ReportingYear year, @Nullable Instant knownOn) {
        return read(Among.ask(database, COUNTS, organisations)
                .setParameter("year", year.start())
                .setParameter("at", knownOn == null ? Totals.NOW : knownOn));
    }

    /** Those of some indicators over all organisations, by the instant for which they were asked. */
    Map<Instant, List<Distinct>> ofFigures(List<Totals.Asked> asked, ReportingYear year) {
        var question = database.createNativeQuery(COUNTS_AS_ASKED, Tuple.class).setParameter("year", year.start());
        return Totals.byInstant(question, asked, Distincts::distinct);
    }

    private static Distinct distinct(Tuple row) {
        return new Distinct(
                new Total.Name(row.get("indicator", String.class), row.get("grp", String.class)),
                row.get("identified", Long.class),
                row.get("largest", BigDecimal.class));
    }

    @SuppressWarnings("unchecked")
    private static List<Distinct> read(Query query) {
        List<Tuple> rows = query.getResultList();
        return rows.stream().map(Distincts::distinct).toList();
    }
}
