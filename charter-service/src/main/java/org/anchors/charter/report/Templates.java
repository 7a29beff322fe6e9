package org.anchors.charter.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.edge.StrictJson;

/** Makes templates: of the newest revision of a report, or of a draft while there is none. */
@ApplicationScoped
class Templates {

    private final Reports reports;
    private final Drafts drafts;
    private final Catalogues catalogues;
    private final StrictJson json;

    Templates(Reports reports, Drafts drafts, Catalogues catalogues, StrictJson json) {
        this.reports = reports;
        this.drafts = drafts;
        this.catalogues = catalogues;
        this.json = json;
    }

    /**
     * What an organisation fills in for a year.
     *
     * @param withDraft whether its draft is shown; it is for the eyes of those who write it
     */
    Template of(String organisation, ReportingYear year, boolean withDraft) {
        var report = reports.findByIdOptional(AnnualReport.referenceOf(organisation, year));
        if (report.isPresent()) {
            return reported(report.get());
        }
        var catalogue = catalogues.of(year);
        var draft = withDraft ? drafts.find(organisation, year).map(this::read) : Optional.<Submission>empty();
        return new Template(organisation, year, catalogue, lastYear(organisation, year, catalogue), draft, false);
    }

    /** What corrects a report is checked under the edition that the report was first given under. */
    private Template reported(AnnualReport report) {
        var newest = newest(report);
        var catalogue = catalogues.byEdition(newest.catalogue());
        return new Template(
                report.organisation(),
                report.year(),
                catalogue,
                lastYear(report.organisation(), report.year(), catalogue),
                Optional.of(Resent.of(report, newest, catalogue)),
                true);
    }

    private List<Submission.Value> lastYear(String organisation, ReportingYear year, Catalogue catalogue) {
        return reports.findByIdOptional(AnnualReport.referenceOf(organisation, year.previous()))
                .map(report -> Resent.values(newest(report), catalogue))
                .orElse(List.of());
    }

    private Revision newest(AnnualReport report) {
        return reports.requireRevision(report.reference(), report.revision());
    }

    private Submission read(Draft draft) {
        return json.<Submission>read(draft.body().getBytes(StandardCharsets.UTF_8), Submission.class)
                .value();
    }
}
