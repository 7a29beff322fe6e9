package org.anchors.charter.consolidated;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.platform.Failures;
import org.jboss.logging.Logger;

/** For whoever watches over the platform: how many reports on the year that ended last were expected, came and were accepted; nothing where the database does not say. */
@ApplicationScoped
class CompletenessFigures {

    private static final Logger LOG = Logger.getLogger(CompletenessFigures.class);

    private final Reporters reporters;
    private final EssexDays days;
    private final MultiGauge reports;

    CompletenessFigures(Reporters reporters, EssexDays days, MeterRegistry figures) {
        this.reporters = reporters;
        this.days = days;
        this.reports = MultiGauge.builder("anchors.reports")
                .description("Annual reports on the reporting year that ended last")
                .register(figures);
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        reports.register(rows(ReportingYear.of(days.today()).previous()), true);
    }

    private List<MultiGauge.Row<?>> rows(ReportingYear year) {
        try {
            var completeness = QuarkusTransaction.requiringNew().call(() -> reporters.completeness(year));
            return List.of(
                    row(year, "expected", completeness.expected()),
                    row(year, "submitted", completeness.submitted()),
                    row(year, "late", completeness.late()),
                    row(year, "accepted", completeness.accepted()));
        } catch (RuntimeException failure) {
            LOG.logf(Failures.level(failure), "It cannot be counted who has reported: %s", Failures.inShort(failure));
            return List.of();
        }
    }

    private static MultiGauge.Row<?> row(ReportingYear year, String state, int reports) {
        return MultiGauge.Row.of(Tags.of("year", year.toString(), "state", state), reports);
    }
}
