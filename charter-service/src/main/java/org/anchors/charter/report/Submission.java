package org.anchors.charter.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.anchors.contracts.event.AnnualReportSubmitted.State;
import org.anchors.kit.edge.Scalar;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An annual report as an organisation sends it. Parts that could not be read are null, whatever the types say.
 *
 * @param organisation key of the organisation that reports
 * @param year reporting year, such as {@code 2024-25}
 * @param framework the recognised framework that the organisation works by
 * @param boardApproval how its board approved the report
 * @param values the figures
 * @param narratives what happened, in words, by pillar
 * @param caseStudies stories worth telling
 * @param restatementReason why what was accepted is corrected; in a restatement only, and needed there
 */
@Schema(name = "AnnualReport", description = "An annual report as an organisation sends it.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Submission(
        @NotBlank(message = "Name the organisation that reports, by its key.") @Schema(examples = "mseft")
        String organisation,

        @NotBlank(message = "Name the reporting year, such as 2024-25.") @Schema(examples = "2024-25")
        String year,

        @Nullable Framework framework,
        @Valid @Nullable BoardApproval boardApproval,

        @NotNull(message = "Send the report's values, an empty list if there are none.")
        @Size(max = 500, message = "A report has at most 500 values.")
        List<@NotNull(message = "A value cannot be null.") @Valid Value> values,

        @Size(max = 20, message = "A report has at most 20 narratives.") @Nullable
        List<@NotNull(message = "A narrative cannot be null.") @Valid Narrative> narratives,

        @Size(max = 50, message = "A report has at most 50 case studies.") @Nullable
        List<@NotNull(message = "A case study cannot be null.") @Valid CaseStudy> caseStudies,

        @Size(max = 2_000, message = "At most 2,000 characters.") @Nullable
        String restatementReason) {

    /** A report that corrects nothing. */
    Submission(
            String organisation,
            String year,
            @Nullable Framework framework,
            @Nullable BoardApproval boardApproval,
            List<Value> values,
            @Nullable List<Narrative> narratives,
            @Nullable List<CaseStudy> caseStudies) {
        this(organisation, year, framework, boardApproval, values, narratives, caseStudies, null);
    }

    /**
     * The approval of the report by the organisation's board.
     *
     * @param role role of whoever signed for the board; never a name
     * @param on day of the approval
     * @param minute reference of the minute
     */
    @Schema(name = "BoardApproval")
    record BoardApproval(
            @NotBlank(message = "Name the role that approved, such as Chief Executive.")
            @Size(max = 200, message = "At most 200 characters.")
            String role,

            @NotNull(message = "Say on which day the board approved.")
            LocalDate on,

            @NotBlank(message = "Give the reference of the minute.")
            @Size(max = 200, message = "At most 200 characters.")
            String minute) {}

    /**
     * One figure: a value, or numerator and denominator, or the reason why there is none.
     *
     * @param indicator code in the catalogue
     * @param group target group, for an indicator that is reported by group
     * @param state why there is no figure; left out where there is one
     * @param value the figure, unless it is a ratio
     * @param numerator upper part of a ratio
     * @param denominator lower part of a ratio
     * @param explanation answers a query, or says why there is no figure
     * @param identifiers company or charity numbers of the organisations counted, where distinct ones are counted, so that
     *     one which several partners count is counted once; never of persons
     * @param attributes what the catalogue asks for beside the figure, by name, such as {@code "imdEdition": 2019}
     * @param restatementReason why this value is corrected, where that is not the reason for the whole; in a restatement only
     * @param text the code that is the value, as GET /reports shows it; it is taken for {@code value}, which is not sent then
     */
    @Schema(name = "ReportedValue")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Value(
            @NotBlank(message = "Name the indicator by its code, such as EMP-01.") @Schema(examples = "EMP-03")
            String indicator,

            @Nullable String group,
            @Nullable State state,
            @Nullable Scalar value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,

            @Size(max = 2_000, message = "At most 2,000 characters.") @Nullable
            String explanation,

            @Size(max = 2_000, message = "At most 2,000 organisations by their number; the value may be higher.")
            @Nullable
            List<@NotNull(message = "A number cannot be null.") String> identifiers,

            @Size(max = 20, message = "At most 20 attributes.") @Nullable
            Map<String, Scalar> attributes,

            @Size(max = 2_000, message = "At most 2,000 characters.") @Nullable
            String restatementReason,

            @Schema(description = "The code that is the value, as a report that was read shows it; instead of value.")
            @Nullable
            String text) {

        Value {
            if (value == null && text != null) {
                value = new Scalar.Text(text);
                text = null;
            }
        }

        Value(
                String indicator,
                @Nullable String group,
                @Nullable State state,
                @Nullable Scalar value,
                @Nullable BigDecimal numerator,
                @Nullable BigDecimal denominator,
                @Nullable String explanation) {
            this(indicator, group, state, value, numerator, denominator, explanation, null, null, null, null);
        }
    }

    /** What happened under one pillar. */
    @Schema(name = "Narrative")
    record Narrative(
            @NotNull(message = "Name the pillar.") Pillar pillar,

            @NotBlank(message = "Write the text.") @Size(max = 20_000, message = "At most 20,000 characters.")
            String text) {}

    /** A story worth telling. */
    @Schema(name = "CaseStudy")
    record CaseStudy(
            @NotNull(message = "Name the pillar.") Pillar pillar,

            @NotBlank(message = "Give it a title.") @Size(max = 300, message = "At most 300 characters.")
            String title,

            @NotBlank(message = "Write the text.") @Size(max = 20_000, message = "At most 20,000 characters.")
            String text) {}

    List<Narrative> narrativesOrNone() {
        return narratives == null ? List.of() : narratives;
    }

    List<CaseStudy> caseStudiesOrNone() {
        return caseStudies == null ? List.of() : caseStudies;
    }
}
