package org.anchors.charter.consolidated;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchors.charter.charter.Signatories;
import org.anchors.kit.calendar.ReportingYear;
import org.jspecify.annotations.Nullable;

/** Who has reported, as the projection knows it. */
@ApplicationScoped
class Reporters {

    /** On time is who submitted the first revision by the day on which that one was due, in Essex. */
    static final String ON_TIME =
            "cast(min(known_from) at time zone 'Europe/London' as date)" + " <= (array_agg(due order by revision))[1]";

    private final EntityManager database;
    private final Map<ReportingYear, Counted> counts = new ConcurrentHashMap<>();

    /** Completeness without drafts, and what stands for everything it was counted from. */
    private record Counted(String stamp, Completeness completeness) {}

    Reporters(EntityManager database) {
        this.database = database;
    }

    /** How far each of some organisations has come, in their order. */
    List<Standing> standings(ReportingYear year, List<String> expected, @Nullable Instant knownOn) {
        return standings(year, expected, reported(year, knownOn), knownOn);
    }

    private List<Standing> standings(
            ReportingYear year, List<String> expected, Map<String, Standing> reported, @Nullable Instant knownOn) {
        var drafted = knownOn == null ? drafted(year) : Set.<String>of();
        return expected.stream()
                .map(organisation -> reported.getOrDefault(
                        organisation, Standing.none(organisation, drafted.contains(organisation))))
                .toList();
    }

    /**
     * Completeness over some organisations, or over everyone.
     *
     * @param expected those of them that were expected to report
     * @param organisations their keys; null for everyone
     */
    Completeness completeness(
            ReportingYear year,
            List<String> expected,
            @Nullable List<String> organisations,
            @Nullable Instant knownOn) {
        var reported = reported(year, knownOn);
        var others = new TreeSet<>(reported.keySet());
        if (organisations != null) {
            others.retainAll(Set.copyOf(organisations));
        }
        expected.forEach(others::remove);
        return Completeness.of(standings(year, expected, reported, knownOn), List.copyOf(others));
    }

    /** Completeness over everyone, as it is now; counted anew only when something has changed that it is counted from. */
    Completeness completeness(ReportingYear year) {
        var stamp = stamp();
        var before = counts.get(year);
        var counted = before != null && before.stamp().equals(stamp) ? before : count(year, stamp);
        counts.put(year, counted);
        return counted.completeness().withDrafted(draftedOnly(year));
    }

    /** Read in the transaction of the counting, it stands for exactly what is counted. */
    private String stamp() {
        return (String) database.createNativeQuery(
                        "select string_agg(changes::text, ' ' order by what) from completeness_stamp")
                .getSingleResult();
    }

    /** Drafts come and go too often to be kept in mind. */
    private int draftedOnly(ReportingYear year) {
        return ((Long) database.createNativeQuery("""
                        select count(*) from report_draft d
                        where d.year = :year and exists (%s and s.organisation = d.organisation)
                          and not exists (select from consolidated_report r
                                          where r.year = :year and r.organisation = d.organisation)
                        """.formatted(Signatories.EVERYONE))
                        .setParameter("year", year.start())
                        .getSingleResult())
                .intValue();
    }

    /** Counted in the database, so that only who is missing comes out of it. */
    private Counted count(ReportingYear year, String stamp) {
        var row = (Tuple) database.createNativeQuery(
                        """
                        select count(*) as expected, count(r.reference) as submitted, count(*) filter (where r.on_time) as on_time,
                               count(*) filter (where not r.on_time) as late,
                               count(*) filter (where x.decision = 'RETURNED') as returned,
                               count(*) filter (where x.decision = 'ACCEPTED') as accepted,
                               array_agg(e.organisation order by e.organisation) filter (where r.reference is null) as missing,
                               (select array_agg(distinct o.organisation order by o.organisation) from consolidated_report o
                                where o.year = :year and o.organisation not in (%s)) as not_expected
                        from (%s) e
                        left join (select organisation, min(reference) as reference, max(revision) as revision, %s as on_time
                                   from consolidated_report where year = :year group by organisation) r
                          on r.organisation = e.organisation
                        left join (select distinct on (d.reference, d.revision) d.reference, d.revision, d.decision
                                   from consolidated_decision d
                                   where d.reference in (select reference from consolidated_report where year = :year)
                                   order by d.reference, d.revision, d.at desc, d.decision) x
                          on x.reference = r.reference and x.revision = r.revision
                        """.formatted(Signatories.EVERYONE, Signatories.EVERYONE, ON_TIME), Tuple.class)
                .setParameter("year", year.start())
                .getSingleResult();
        var missing = row.get("missing", String[].class);
        var notExpected = row.get("not_expected", String[].class);
        var completeness = new Completeness(
                count(row, "expected"),
                0,
                count(row, "submitted"),
                count(row, "on_time"),
                count(row, "late"),
                count(row, "returned"),
                count(row, "accepted"),
                missing == null ? List.of() : List.of(missing),
                notExpected == null ? null : List.of(notExpected));
        return new Counted(stamp, completeness);
    }

    private static int count(Tuple row, String column) {
        return row.get(column, Long.class).intValue();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Standing> reported(ReportingYear year, @Nullable Instant knownOn) {
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
                .collect(Collectors.toMap(Standing::organisation, Function.identity()));
    }

    private static Standing.State state(@Nullable String decision) {
        return decision == null ? Standing.State.SUBMITTED : Standing.State.valueOf(decision);
    }

    private Set<String> drafted(ReportingYear year) {
        return Set.copyOf(database.createNativeQuery("select organisation from report_draft where year = :year")
                .setParameter("year", year.start())
                .getResultList());
    }
}
