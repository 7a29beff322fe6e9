package org.anchors.socialvalue.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.anchors.socialvalue.bid.Bids;
import org.anchors.socialvalue.marking.GateDecision;
import org.anchors.socialvalue.marking.GivenMark;
import org.anchors.socialvalue.marking.Ruling;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one bidder is told; section 50 of the Procurement Act 2023. */
@Schema(
        name = "AssessmentSummary",
        description = "What one bidder is told of how its bid and the winner's were assessed.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SummaryView(
        String buyer,
        String procurement,
        String title,
        String lot,
        Outcome outcome,
        @Schema(description = "The bidder's own bid") Own bid,

        @Nullable @Schema(description = "The bid that won, where that is another one; absent where nobody won")
        Winner winner,

        @Schema(description = "SHA-256 of the methodology") String methodologyHash,
        @Schema(description = "SHA-256 of the evaluation") String evaluationHash,
        Instant evaluatedAt,

        @Nullable
        @Schema(
                description =
                        "When the procurement was cancelled, where that was after the award was decided on; the rest is as it was"
                                + " told before")
        Instant cancelledAt) {

    /** What became of a bid. */
    @Schema(name = "SummaryOutcome")
    enum Outcome {
        AWARDED,
        UNSUCCESSFUL,
        INELIGIBLE,
        /** Two people decided that another bid under the same identifier counts. */
        SET_ASIDE
    }

    /** A bidder's own bid. */
    @Schema(name = "OwnAssessment", description = "How the bidder's own bid was assessed.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Own(
            String reference,
            String supplier,
            Instant receivedAt,
            @Nullable BigDecimal price,
            @Nullable Integer rank,
            @Nullable BigDecimal total,
            @Nullable String working,

            @Nullable
            @Schema(
                    type = SchemaType.ARRAY,
                    description =
                            "Marks per criterion and part with working and reasons; of an ineligible bid without what would"
                                    + " hold it against others")
            JsonNode criteria,

            @Nullable @Schema(type = SchemaType.ARRAY, description = "Why the bid has no rank")
            JsonNode ineligible,

            @Schema(description = "What was decided on the gates")
            Map<String, GateDecision> gates,

            @Schema(
                    description =
                            "Commitments that were ruled not to count, by their places in the bid, with the reasons")
            List<Ruling> commitments,

            @Nullable
            @Schema(
                    description =
                            "The marks of an ineligible bid, by question, where its evaluation is of the form that has no"
                                    + " criteria of it")
            Map<String, GivenMark> marks,

            @Nullable
            @Schema(
                    description =
                            "Why the bid was set aside, as the two said who decided it; absent where it counted. Such a bid was"
                                    + " not assessed")
            List<String> setAside) {

        static Own setAside(Bids.SetAside bid) {
            return new Own(
                    bid.reference(),
                    bid.supplier(),
                    bid.receivedAt(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Map.of(),
                    List.of(),
                    null,
                    bid.reasons());
        }
    }

    /** The bid that won. */
    @Schema(name = "WinnerAssessment", description = "How the bid was assessed that won.")
    record Winner(
            String supplier,
            BigDecimal total,
            String working,

            @Schema(type = SchemaType.ARRAY, description = "Marks per criterion and part with working and reasons")
            JsonNode criteria) {}
}
