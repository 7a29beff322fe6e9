package org.anchors.socialvalue.bid;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.anchors.socialvalue.evaluation.CommitmentBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A bid as it is lodged. */
@Schema(name = "BidLodgement", description = "A bid as it is lodged, for one lot.")
record Lodgement(
        @Nullable @Schema(description = "The lot that it is for; needed where there are several", examples = "north")
        String lot,

        @NotBlank(message = "Say who bids.")
        @Size(max = 200, message = "At most 200 characters.")
        @Schema(description = "Name of the bidder")
        String supplier,

        @NotBlank(message = "Give the bidder's identifier in a register.")
        @Pattern(
                regexp = "[A-Z]{2,3}(-[A-Z0-9]{1,20}){1,3}",
                message = "Scheme and number in capitals, such as GB-COH-01234567.")
        @Schema(
                description = "The bidder's identifier in a register, with the register's code; of several bids under"
                        + " one identifier for a lot the openers decide which counts, unless one replaces another",
                examples = "GB-COH-01234567")
        String supplierId,

        @Nullable @Schema(description = "In GBP; needed where a criterion or a tie-break is about the price")
        BigDecimal price,

        @Nullable
        @Size(max = 200, message = "At most 200 commitments.")
        @Schema(description = "What the bidder commits to")
        List<@NotNull(message = "A commitment cannot be null.") @Valid CommitmentBody> commitments,

        @Nullable
        @Schema(
                description =
                        "How many full-time equivalents the bidder employs; commitments that take more are flagged",
                examples = "120")
        BigDecimal workforce,

        @Nullable @Schema(description = "What the bidder answers to questions of the methodology, by their keys")
        Map<
                        String,
                        @NotNull(message = "Leave the question out instead.")
                        @Size(max = 20_000, message = "At most 20,000 characters.") String>
                answers) {

    Map<String, String> answersOrNone() {
        return answers == null ? Map.of() : answers;
    }
}
