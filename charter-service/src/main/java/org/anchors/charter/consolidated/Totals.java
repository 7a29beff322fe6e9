package org.anchors.charter.consolidated;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchors.kit.calendar.ReportingYear;
import org.jspecify.annotations.Nullable;

/**
 * The sums of the projection. They come from one definition of what an organisation contributes to a figure: the running totals
 * are changed by it, narrowed or earlier reports are summed from it, and the two agree by construction.
 */
@ApplicationScoped
class Totals implements Running {

    /** Known from an instant on for ever; stands for "now" among the instants. */
    static final Instant NOW = Instant.parse("9999-12-30T00:00:00Z");

    static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final String SUMS = """
            select v.year, v.indicator, v.grp, count(*) as organisations,
                   coalesce(sum(v.headcount), 0) as headcount,
                   sum(v.top) as numerator, coalesce(sum(v.bottom), 0) as denominator,
                   count(p.organisation) as paired,
                   coalesce(sum(v.top) filter (where p.organisation is not null), 0) as paired_numerator,
                   coalesce(sum(v.bottom) filter (where p.organisation is not null), 0) as paired_denominator,
                   coalesce(sum(p.top), 0) as previous_numerator,
                   coalesce(sum(p.bottom), 0) as previous_denominator
            from consolidated_value v
            left join consolidated_value p
              on p.year = v.year - 1 and p.indicator = v.indicator and p.grp = v.grp and p.organisation = v.organisation
             and p.form = v.form and p.top is not null
             and p.known_from <= :at and p.known_to > :at
            where v.top is not null and v.known_from <= :at and v.known_to > :at
              and v.year in (:years) %s
            group by v.year, v.indicator, v.grp
            """;

    private static final String SUMS_AS_ASKED = asAsked(SUMS.formatted("and v.indicator = asked.indicator"));

    private static final String ADD = """
            insert into consolidated_total as t
              (year, indicator, grp, organisations, headcount, numerator, denominator,
               paired, paired_numerator, paired_denominator, previous_numerator, previous_denominator)
            select year, indicator, grp, :sign * organisations, :sign * headcount, :sign * numerator, :sign * denominator,
                   :sign * paired, :sign * paired_numerator, :sign * paired_denominator,
                   :sign * previous_numerator, :sign * previous_denominator
            from (%s) sums order by year, indicator, grp
            on conflict (year, indicator, grp) do update set
              organisations = t.organisations + excluded.organisations,
              headcount = t.headcount + excluded.headcount,
              numerator = t.numerator + excluded.numerator,
              denominator = t.denominator + excluded.denominator,
              paired = t.paired + excluded.paired,
              paired_numerator = t.paired_numerator + excluded.paired_numerator,
              paired_denominator = t.paired_denominator + excluded.paired_denominator,
              previous_numerator = t.previous_numerator + excluded.previous_numerator,
              previous_denominator = t.previous_denominator + excluded.previous_denominator
            """.formatted(SUMS.formatted(Among.ONE));

    private static final String SAID = """
            select %s as what, array[organisations, headcount, numerator, denominator, paired, paired_numerator,
                   paired_denominator, previous_numerator, previous_denominator] as said from
            """.formatted(Comparison.ID);

    private final EntityManager database;

    Totals(EntityManager database) {
        this.database = database;
    }

    /** A year's report counts for its own year and for the comparison of the next. */
    @Override
    public void change(int sign, String organisation, ReportingYear year) {
        database.createNativeQuery(ADD)
                .setParameter("sign", BigDecimal.valueOf(sign))
                .setParameter("at", NOW)
                .setParameter("years", List.of(year.start(), year.start() + 1))
                .setParameter("organisation", organisation)
                .executeUpdate();
        database.createNativeQuery("delete from consolidated_total where year in (:years) and organisations = 0")
                .setParameter("years", List.of(year.start(), year.start() + 1))
                .executeUpdate();
    }

    @Override
    public List<String> differences(ReportingYear year, int most) {
        return Comparison.told(
                Comparison.of(
                                database,
                                SAID + "consolidated_total where year = :year",
                                SAID + "(%s) summed".formatted(SUMS.formatted("")))
                        .setParameter("year", year.start())
                        .setParameter("years", List.of(year.start()))
                        .setParameter("at", NOW),
                most);
    }

    @Override
    public List<String> tables() {
        return List.of("consolidated_total");
    }

    /** The totals of a year and the year before, over all organisations, as they are now. */
    List<Total> ofAll(ReportingYear year) {
        return read(database.createNativeQuery("select * from consolidated_total where year in (:years)", Tuple.class)
                .setParameter("years", List.of(year.start(), year.previous().start())));
    }

    /** The totals of a year and the year before over some organisations, or all, as they were known at an instant. */
    List<Total> of(@Nullable List<String> organisations, ReportingYear year, @Nullable Instant knownOn) {
        return read(Among.ask(database, SUMS, organisations)
                .setParameter("at", knownOn == null ? NOW : knownOn)
                .setParameter("years", List.of(year.start(), year.previous().start())));
    }

    /** An indicator whose totals are asked for, as they were known at an instant. */
    record Asked(String indicator, Instant at) {}

    /** A question at an instant, asked for several indicators each at an instant of its own. */
    static String asAsked(String question) {
        return """
                select asked.at as asked_at, found.*
                from unnest(cast(:indicators as text[]), cast(:instants as timestamptz[])) as asked (indicator, at)
                cross join lateral (%s) found
                """.formatted(question.replace(":at", "asked.at"));
    }

    /**
     * What was found for a question as asked, by the instant for which it was asked.
     *
     * @param question one that {@link #asAsked} made, with everything else that it needs
     */
    @SuppressWarnings("unchecked")
    static <T> Map<Instant, List<T>> byInstant(Query question, List<Asked> asked, Function<Tuple, T> found) {
        List<Tuple> rows = question.setParameter(
                        "indicators", asked.stream().map(Asked::indicator).toArray(String[]::new))
                .setParameter(
                        "instants",
                        asked.stream().map(one -> one.at().toString()).toArray(String[]::new))
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("asked_at", Instant.class), Collectors.mapping(found, Collectors.toList())));
    }

    /** The totals of some indicators over all organisations, by the instant for which they were asked. */
    Map<Instant, List<Total>> ofFigures(List<Asked> asked, ReportingYear year) {
        var question =
                database.createNativeQuery(SUMS_AS_ASKED, Tuple.class).setParameter("years", List.of(year.start()));
        return byInstant(question, asked, Total::of);
    }

    @SuppressWarnings("unchecked")
    private static List<Total> read(Query query) {
        List<Tuple> rows = query.getResultList();
        return rows.stream().map(Total::of).toList();
    }
}
