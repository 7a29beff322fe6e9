package org.anchors.charter.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.anchors.charter.consolidated.ConsolidatedReport;
import org.anchors.charter.organisation.Organisations;
import org.anchors.kit.calendar.EssexDays;

/** What the organisations that completeness names were called on the day of the report. */
@ApplicationScoped
class PartnerNames {

    private final Organisations organisations;

    PartnerNames(Organisations organisations) {
        this.organisations = organisations;
    }

    @Transactional
    Map<String, String> of(ConsolidatedReport report) {
        return organisations.namesKnownOn(
                report.asKnownOn(),
                EssexDays.of(report.asKnownOn()),
                report.completeness().named());
    }
}
