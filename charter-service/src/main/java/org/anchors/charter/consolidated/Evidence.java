package org.anchors.charter.consolidated;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.charter.indicator.Indicator;
import org.anchors.kit.calendar.ReportingYear;
import org.jspecify.annotations.Nullable;

/** Which commitments of the charter are evidenced by figures, and by how many organisations. */
@ApplicationScoped
class Evidence implements Running {

    /**
     * Of an indicator that is reported by group only, each group is needed. Whether a report was on time (LDP-02) follows from every
     * report, whatever it says: it is evidence where it was.
     */
    private static final String COUNTS = """
            select :year as year, given.edition, given.id, count(*) as organisations,
                   count(*) filter (where given.indicators = cardinality(given.wanted)) as complete
            from (
              select c.edition, c.id, c.indicators as wanted, v.organisation,
                     count(*) filter (where v.groups >= coalesce(needed.groups, 1)) as indicators
              from charter_edition e
              join commitment c on c.edition = e.edition
              join (select organisation, indicator, count(distinct grp) as groups from consolidated_value v
                    where year = :year and known_from <= :at and known_to > :at %s
                      and not (indicator = 'LDP-02' and numerator = 0)
                    group by organisation, indicator) v on v.indicator = any (c.indicators)
              left join unnest(cast(:grouped as text[]), cast(:groups as int[])) as needed (indicator, groups)
                on needed.indicator = v.indicator
              where :year between e.first_year and e.last_year
              group by c.edition, c.id, c.indicators, v.organisation) given
            group by given.edition, given.id
            """;

    private static final String ADD = """
            insert into consolidated_evidence as t (year, edition, commitment, organisations, complete)
            select year, edition, id, :sign * organisations, :sign * complete from (%s) counts order by edition, id
            on conflict (year, edition, commitment) do update set
              organisations = t.organisations + excluded.organisations, complete = t.complete + excluded.complete
            """.formatted(COUNTS.formatted(Among.ONE));

    private static final String SAID =
            "select edition || ' ' || %s as what, array[organisations, complete] as said from ";

    private final EntityManager database;
    private final Catalogues catalogues;

    Evidence(EntityManager database, Catalogues catalogues) {
        this.database = database;
        this.catalogues = catalogues;
    }

    /**
     * The evidence for one commitment.
     *
     * @param edition the charter edition it belongs to
     * @param commitment its number
     * @param organisations how many gave a figure for at least one of its indicators
     * @param complete how many gave a figure for each of them, and for each group of those that are reported by group only
     */
    record Count(String edition, String commitment, long organisations, long complete) {}

    @Override
    public void change(int sign, String organisation, ReportingYear year) {
        asked(database.createNativeQuery(ADD), year, null)
                .setParameter("sign", sign)
                .setParameter("organisation", organisation)
                .executeUpdate();
    }

    @Override
    public List<String> differences(ReportingYear year, int most) {
        var kept = SAID.formatted("commitment") + "consolidated_evidence where year = :year and organisations > 0";
        var come = SAID.formatted("id") + "(%s) counts".formatted(COUNTS.formatted(""));
        return Comparison.told(asked(Comparison.of(database, kept, come), year, null), most);
    }

    @Override
    public List<String> tables() {
        return List.of("consolidated_evidence");
    }

    List<Count> ofAll(ReportingYear year) {
        return read(database.createNativeQuery("""
                        select edition, commitment as id, organisations, complete from consolidated_evidence
                        where year = :year
                        """, Tuple.class).setParameter("year", year.start()));
    }

    /** Those over some organisations, or all. */
    List<Count> of(@Nullable List<String> organisations, ReportingYear year, @Nullable Instant knownOn) {
        return read(asked(Among.ask(database, COUNTS, organisations), year, knownOn));
    }

    private Query asked(Query counts, ReportingYear year, @Nullable Instant knownOn) {
        var grouped = catalogues.inUse(year, knownOn).map(Catalogue::indicators).orElseGet(List::of).stream()
                .filter(indicator -> indicator.groupUse() == Indicator.GroupUse.REQUIRED)
                .toList();
        return counts.setParameter("year", year.start())
                .setParameter("at", knownOn == null ? Totals.NOW : knownOn)
                .setParameter("grouped", grouped.stream().map(Indicator::code).toArray(String[]::new))
                .setParameter(
                        "groups",
                        grouped.stream()
                                .map(indicator -> indicator.groups().size())
                                .toArray(Integer[]::new));
    }

    @SuppressWarnings("unchecked")
    private static List<Count> read(Query query) {
        List<Tuple> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Count(
                        row.get("edition", String.class),
                        row.get("id", String.class),
                        row.get("organisations", Long.class),
                        row.get("complete", Long.class)))
                .toList();
    }
}
