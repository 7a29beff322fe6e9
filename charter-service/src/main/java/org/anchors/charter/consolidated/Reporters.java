package org.anchors.charter.consolidated;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchors.charter.reportingyear.ReportingYear;
import org.jspecify.annotations.Nullable;

/** Who has reported, as the projection knows it. */
@ApplicationScoped
class Reporters {

    /** On time is who submitted the first revision by the last day on which it was due, in Essex. */
    static final String ON_TIME = "cast(min(known_from) at time zone 'Europe/London' as date) <= min(due)";

    private final EntityManager database;

    Reporters(EntityManager database) {
        this.database = database;
    }

    /** How far each of some organisations has come, in their order. */
    List<Standing> standings(ReportingYear year, List<String> expected, @Nullable Instant knownOn) {
        var reported =
                reported(year, knownOn).stream().collect(Collectors.toMap(Standing::organisation, Function.identity()));
        var drafted = knownOn == null ? drafted(year) : Set.<String>of();
        return expected.stream()
                .map(organisation -> reported.getOrDefault(
                        organisation, Standing.none(organisation, drafted.contains(organisation))))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Standing> reported(ReportingYear year, @Nullable Instant knownOn) {
        List<Tuple> rows = database.createNativeQuery("""
                        select seen.organisation, newest.reference, newest.revision, seen.first, seen.on_time,
                               (select d.decision from consolidated_decision d
                                where d.reference = newest.reference and d.revision = newest.revision and d.at <= :at
                                order by d.at desc, d.decision limit 1) as decision
                        from (select organisation, min(known_from) as first, %s as on_time
                              from consolidated_report where year = :year and known_from <= :at
                              group by organisation) seen
                        join consolidated_report newest
                          on newest.organisation = seen.organisation and newest.year = :year
                         and newest.known_from <= :at and newest.known_to > :at
                        """.formatted(ON_TIME), Tuple.class)
                .setParameter("year", year.start())
                .setParameter("at", knownOn == null ? Totals.NOW : knownOn)
                .getResultList();
        return rows.stream()
                .map(row -> new Standing(
                        row.get("organisation", String.class),
                        state(row.get("decision", String.class)),
                        row.get("reference", String.class),
                        row.get("revision", Integer.class),
                        row.get("first", Instant.class),
                        !row.get("on_time", Boolean.class)))
                .toList();
    }

    private static Standing.State state(@Nullable String decision) {
        return decision == null ? Standing.State.SUBMITTED : Standing.State.valueOf(decision);
    }

    private Set<String> drafted(ReportingYear year) {
        return Set.copyOf(
                database.createNativeQuery("select organisation from report_draft where year = :year", String.class)
                        .setParameter("year", year.start())
                        .getResultList());
    }
}
