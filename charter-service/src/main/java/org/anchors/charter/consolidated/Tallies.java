package org.anchors.charter.consolidated;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.anchors.kit.calendar.ReportingYear;
import org.jspecify.annotations.Nullable;

/** How many organisations gave which answer: the codes of a code indicator, the levels of a self-assessment. */
@ApplicationScoped
class Tallies implements Running {

    private static final String COUNTS = """
            select year, indicator, grp, answer, count(*) as organisations from consolidated_value v
            where answer is not null and top is not null and year = :year and known_from <= :at and known_to > :at %s
            group by year, indicator, grp, answer
            """;

    private static final String ADD = """
            insert into consolidated_tally as t (year, indicator, grp, answer, organisations)
            select year, indicator, grp, answer, :sign * organisations from (%s) counts
            order by year, indicator, grp, answer
            on conflict (year, indicator, grp, answer) do update set organisations = t.organisations + excluded.organisations
            """.formatted(COUNTS.formatted(Among.ONE));

    private static final String COUNTS_AS_ASKED = Totals.asAsked(COUNTS.formatted("and indicator = asked.indicator"));

    private static final String SAID =
            "select %s || ' ' || answer as what, organisations as said from ".formatted(Comparison.ID);

    private final EntityManager database;

    Tallies(EntityManager database) {
        this.database = database;
    }

    /** How often an answer was given. */
    record Tally(Total.Name figure, String answer, long organisations) {}

    @Override
    public void change(int sign, String organisation, ReportingYear year) {
        database.createNativeQuery(ADD)
                .setParameter("sign", sign)
                .setParameter("at", Totals.NOW)
                .setParameter("year", year.start())
                .setParameter("organisation", organisation)
                .executeUpdate();
    }

    @Override
    public List<String> differences(ReportingYear year, int most) {
        return Comparison.told(
                Comparison.of(
                                database,
                                SAID + "consolidated_tally where year = :year and organisations > 0",
                                SAID + "(%s) counts".formatted(COUNTS.formatted("")))
                        .setParameter("year", year.start())
                        .setParameter("at", Totals.NOW),
                most);
    }

    @Override
    public List<String> tables() {
        return List.of("consolidated_tally");
    }

    List<Tally> ofAll(ReportingYear year) {
        return read(database.createNativeQuery("""
                        select indicator, grp, answer, organisations from consolidated_tally
                        where year = :year and organisations > 0
                        """, Tuple.class).setParameter("year", year.start()));
    }

    /** Those over some organisations, or all. */
    List<Tally> of(@Nullable List<String> organisations, ReportingYear year, @Nullable Instant knownOn) {
        return read(Among.ask(database, COUNTS, organisations)
                .setParameter("at", knownOn == null ? Totals.NOW : knownOn)
                .setParameter("year", year.start()));
    }

    /** Those of some indicators over all organisations, by the instant for which they were asked. */
    Map<Instant, List<Tally>> ofFigures(List<Totals.Asked> asked, ReportingYear year) {
        var question = database.createNativeQuery(COUNTS_AS_ASKED, Tuple.class).setParameter("year", year.start());
        return Totals.byInstant(question, asked, Tallies::tally);
    }

    private static Tally tally(Tuple row) {
        return new Tally(
                new Total.Name(row.get("indicator", String.class), row.get("grp", String.class)),
                row.get("answer", String.class),
                row.get("organisations", Long.class));
    }

    @SuppressWarnings("unchecked")
    private static List<Tally> read(Query query) {
        List<Tuple> rows = query.getResultList();
        return rows.stream().map(Tallies::tally).toList();
    }
}
