package org.anchors.charter.report;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.contracts.event.AnnualReportSubmitted;

/** What was told of reports when they were submitted, told again from what is stored of them. */
@ApplicationScoped
public class StoredEvents {

    private final ReportingYears years;
    private final EntityManager database;

    StoredEvents(ReportingYears years, EntityManager database) {
        this.years = years;
        this.database = database;
    }

    /** A revision of a report. */
    public record Name(String reference, int revision) {}

    /**
     * The events of some revisions. The last day on which a report would have been on time is the one that its year has now.
     *
     * @param names at most some hundred; what was read of them is not held any longer
     */
    public List<AnnualReportSubmitted> submissions(Collection<Name> names) {
        var windows = years.all().stream().collect(toMap(window -> window.year(), Function.identity()));
        var reports = database.createQuery("from AnnualReport where reference in (:references)", AnnualReport.class)
                .setParameter(
                        "references",
                        names.stream().map(Name::reference).distinct().toList())
                .getResultStream()
                .collect(toMap(AnnualReport::reference, Function.identity()));
        var events = database.createQuery("from Revision where id in (:ids)", Revision.class)
                .setParameter(
                        "ids",
                        names.stream()
                                .map(name -> new Revision.Id(name.reference(), name.revision()))
                                .toList())
                .getResultStream()
                .map(revision -> {
                    var report = requireNonNull(reports.get(revision.reference()));
                    return ReportSubmission.event(report, revision, requireNonNull(windows.get(report.year())));
                })
                .toList();
        database.clear();
        return events;
    }
}
