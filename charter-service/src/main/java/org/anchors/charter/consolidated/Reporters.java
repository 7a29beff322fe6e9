package org.anchors.charter.consolidated;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.anchors.charter.reportingyear.ReportingYear;
import org.jspecify.annotations.Nullable;

/** Who has reported, as the projection knows it. */
@ApplicationScoped
class Reporters {

    private final EntityManager database;

    Reporters(EntityManager database) {
        this.database = database;
    }

    private record Reporter(String organisation, boolean late) {}

    Completeness completeness(ReportingYear year, List<String> expected, @Nullable Instant knownOn) {
        var wanted = Set.copyOf(expected);
        var reporters = reporters(year, knownOn).stream()
                .filter(reporter -> wanted.contains(reporter.organisation()))
                .toList();
        var reported = reporters.stream().map(Reporter::organisation).collect(Collectors.toSet());
        return new Completeness(
                expected.size(),
                reporters.size(),
                0,
                (int) reporters.stream().filter(Reporter::late).count(),
                expected.stream()
                        .filter(organisation -> !reported.contains(organisation))
                        .toList());
    }

    /** Late is who submitted the first revision after the last day on which it was due, in Essex. */
    @SuppressWarnings("unchecked")
    private List<Reporter> reporters(ReportingYear year, @Nullable Instant knownOn) {
        List<Tuple> rows = database.createNativeQuery("""
                        select organisation, cast(min(known_from) at time zone 'Europe/London' as date) > min(due) as late
                        from consolidated_report where year = :year and known_from <= :at
                        group by organisation
                        """, Tuple.class)
                .setParameter("year", year.start())
                .setParameter("at", knownOn == null ? Totals.NOW : knownOn)
                .getResultList();
        return rows.stream()
                .map(row -> new Reporter(row.get("organisation", String.class), row.get("late", Boolean.class)))
                .toList();
    }
}
