package org.anchors.charter.consolidated;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.calendar.ReportingYear;

/** For whoever watches over the platform: how many reports on the year that ended last were expected, came and were accepted. */
@ApplicationScoped
class CompletenessFigures {

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
    @Transactional
    void look() {
        var year = ReportingYear.of(days.today()).previous();
        var completeness = reporters.completeness(year);
        reports.register(
                List.of(
                        row(year, "expected", completeness.expected()),
                        row(year, "submitted", completeness.submitted()),
                        row(year, "late", completeness.late()),
                        row(year, "accepted", completeness.accepted())),
                true);
    }

    private static MultiGauge.Row<?> row(ReportingYear year, String state, int reports) {
        return MultiGauge.Row.of(Tags.of("year", year.toString(), "state", state), reports);
    }
}
