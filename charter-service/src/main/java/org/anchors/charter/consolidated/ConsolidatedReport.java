package org.anchors.charter.consolidated;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.anchors.charter.indicator.Aggregation;
import org.anchors.charter.section.Employment;
import org.anchors.charter.section.SocialValue;
import org.anchors.kit.calendar.ReportingYear;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The consolidated report.
 *
 * @param asKnownOn the instant whose knowledge it shows
 * @param upTo the newest report that has been taken in
 * @param disclosurePolicy the policy under which counts of people are shown, with its version, such as {@code HES/1}; with
 *     {@code NONE} small numbers stand as they are
 * @param catalogue edition of the indicator catalogue
 * @param commitments which commitments of the charter are evidenced, and by how many
 * @param notConsolidated indicators that nobody reports: they follow from what another service knows
 * @param socialValue what contracts promised and delivered; absent where another pillar is asked for
 * @param employment outcomes of pre-employment programmes; absent where another pillar is asked for
 */
@Schema(name = "ConsolidatedReport")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsolidatedReport(
        ReportingYear year,
        Instant asKnownOn,
        Watermark.@Nullable UpTo upTo,

        @Schema(description = "Name and version, such as HES/1; NONE: small numbers stand as they are")
        String disclosurePolicy,

        String catalogue,
        Completeness completeness,
        List<Commitments.Evidenced> commitments,
        List<ConsolidatedFigure> figures,
        List<NotConsolidated> notConsolidated,
        @Nullable SocialValue socialValue,
        @Nullable Employment employment) {

    ConsolidatedReport with(List<ConsolidatedFigure> otherFigures, @Nullable Employment otherEmployment) {
        return new ConsolidatedReport(
                year,
                asKnownOn,
                upTo,
                disclosurePolicy,
                catalogue,
                completeness,
                commitments,
                otherFigures,
                notConsolidated,
                socialValue,
                otherEmployment);
    }

    /** An indicator that reports give no figure for. */
    public record NotConsolidated(String indicator, Aggregation aggregation) {}
}
