package org.anchors.employment.total;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import org.anchors.contracts.event.OutcomeTotalsChanged;
import org.anchors.contracts.event.OutcomeTotalsChanged.Quality;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.outbox.Outbox;

/** Tells of the totals of cohorts, or of programmes, that are others than those that were told before. */
@ApplicationScoped
class Telling {

    /** Ends an insertion of totals as {@code t}: what is there already becomes the next version, where it is another. */
    private static final String WHERE_OTHERWISE = """
            on conflict (%s, year, grp) do update
              set participants = excluded.participants, job_offers = excluded.job_offers, in_work = excluded.in_work,
                  sustained = excluded.sustained, version = t.version + 1
              where (t.participants, t.job_offers, t.in_work, t.sustained)
                is distinct from (excluded.participants, excluded.job_offers, excluded.in_work, excluded.sustained)
            returning programme, %s cohort_key, year, grp, participants, job_offers, in_work, sustained, version
            """;

    /** The end of an insertion of totals of cohorts. */
    static final String OF_COHORTS =
            WHERE_OTHERWISE.formatted("cohort", "(select key from cohort c where c.id = cohort)");

    /** The end of an insertion of totals over all cohorts of programmes. */
    static final String OF_PROGRAMMES = WHERE_OTHERWISE.formatted("programme", "cast(null as text)");

    private final ProgrammeAccess programmes;
    private final Outbox outbox;
    private final Clock clock;

    Telling(ProgrammeAccess programmes, Outbox outbox, Clock clock) {
        this.programmes = programmes;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Tells of what such an insertion returned. */
    void tell(List<?> changed) {
        var known = new HashMap<String, ProgrammeAccess.Known>();
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        outbox.addAll(changed.stream()
                .map(Tuple.class::cast)
                .map(row -> event(
                        row,
                        known.computeIfAbsent(
                                row.get("programme", String.class),
                                key -> programmes.find(key).orElseThrow()),
                        at))
                .toList());
    }

    private static OutcomeTotalsChanged event(Tuple row, ProgrammeAccess.Known programme, Instant at) {
        var year = new ReportingYear(row.get("year", Integer.class)).toString();
        var group = row.get("grp", String.class);
        return new OutcomeTotalsChanged(
                programme.key(),
                programme.name(),
                programme.provider(),
                row.get("cohort_key", String.class),
                year,
                year,
                group.isEmpty() ? null : group,
                OutcomeTotalsChanged.Basis.RECORDS,
                group.isEmpty() ? Quality.EXACT : Quality.ROUNDED,
                new OutcomeTotalsChanged.Totals(
                        row.get("participants", Integer.class),
                        row.get("job_offers", Integer.class),
                        row.get("in_work", Integer.class),
                        row.get("sustained", Integer.class)),
                row.get("version", Integer.class),
                at);
    }
}
