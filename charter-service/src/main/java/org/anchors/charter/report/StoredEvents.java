package org.anchors.charter.report;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.anchors.charter.reportingyear.ReportingWindow;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.contracts.event.AnnualReportSubmitted;
import org.anchors.kit.calendar.ReportingYear;
import org.jspecify.annotations.Nullable;

/** What was told of reports when they were submitted, told again from what is stored of them. */
@ApplicationScoped
public class StoredEvents {

    private final ReportingYears years;
    private final EntityManager database;

    StoredEvents(ReportingYears years, EntityManager database) {
        this.years = years;
        this.database = database;
    }

    /**
     * A revision of a report.
     *
     * @param due the last day on which it was told that the report would have been on time; null where nobody knows
     */
    public record Named(
            String reference, int revision, @Nullable LocalDate due) {

        private Revision.Id id() {
            return new Revision.Id(reference, revision);
        }
    }

    /**
     * The events of some revisions. Of one that was stored before its due day was, that day is what was told of it, and where nobody
     * knows that, what its year has now.
     *
     * @param named at most some hundred; what was read of them is not held any longer
     */
    public Map<Named, AnnualReportSubmitted> submissions(Collection<Named> named) {
        var windows = years.all().stream().collect(toMap(ReportingWindow::year, Function.identity()));
        var reports = database.createQuery("from AnnualReport where reference in (:references)", AnnualReport.class)
                .setParameter(
                        "references",
                        named.stream().map(Named::reference).distinct().toList())
                .getResultStream()
                .collect(toMap(AnnualReport::reference, Function.identity()));
        var byId = named.stream().collect(toMap(Named::id, Function.identity()));
        var events = database.createQuery("from Revision where id in (:ids)", Revision.class)
                .setParameter("ids", byId.keySet())
                .getResultStream()
                .collect(toMap(
                        revision -> requireNonNull(byId.get(idOf(revision))),
                        revision -> event(
                                requireNonNull(reports.get(revision.reference())),
                                revision,
                                requireNonNull(byId.get(idOf(revision))),
                                windows)));
        database.clear();
        return events;
    }

    private static Revision.Id idOf(Revision revision) {
        return new Revision.Id(revision.reference(), revision.number());
    }

    private static AnnualReportSubmitted event(
            AnnualReport report, Revision revision, Named told, Map<ReportingYear, ReportingWindow> windows) {
        var due = Optional.ofNullable(revision.due())
                .or(() -> Optional.ofNullable(told.due()))
                .orElseGet(() -> requireNonNull(windows.get(report.year())).due());
        return ReportSubmission.event(report, revision, due);
    }
}
