package org.anchors.socialvalue.marking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is given to one bid. */
@Schema(name = "MarkedBid", description = "The marks of one bid.")
record MarkedBid(
        @NotBlank(message = "Name the bid.") @Schema(description = "Reference of the bid")
        String bid,

        @NotNull(message = "Send the marks.")
        @Size(max = 200, message = "At most 200 marks.")
        @Schema(description = "By the keys of the questions")
        Map<String, @NotNull(message = "Leave the question out instead.") @Valid GivenMark> marks) {

    /** What an evaluator sends. */
    @Schema(name = "MarkSheet", description = "Marks of some bids; they replace what was given to these bids before.")
    record Sheet(
            @NotNull(message = "Send the bids.") @Size(min = 1, max = 500, message = "1 to 500 bids.")
            List<@NotNull(message = "A bid cannot be null.") @Valid MarkedBid> bids) {}

    /** What was agreed on for one bid. */
    @Schema(name = "AgreedBid", description = "What was agreed on for one bid.")
    record Agreed(
            @NotBlank(message = "Name the bid.") @Schema(description = "Reference of the bid")
            String bid,

            @Nullable
            @Size(max = 200, message = "At most 200 marks.")
            @Schema(description = "By the keys of the questions; none where the bid failed a gate")
            Map<String, @NotNull(message = "Leave the question out instead.") @Valid GivenMark> marks,

            @Nullable
            @Size(max = 20, message = "At most 20 gates.")
            @Schema(description = "Whether it passed the gates, by their keys")
            Map<String, @NotNull(message = "Leave the gate out instead.") @Valid GateDecision> gates,

            @Nullable
            @Size(max = 200, message = "At most 200 commitments.")
            @Schema(
                    description =
                            "Commitments that do not count; the others count as the bidder says. Needed where some were ruled out"
                                    + " before")
            List<@NotNull(message = "Leave the commitment out instead.") @Valid Ruling> commitments) {

        Map<String, GivenMark> marksOrNone() {
            return marks == null ? Map.of() : marks;
        }

        Map<String, GateDecision> gatesOrNone() {
            return gates == null ? Map.of() : gates;
        }

        List<Ruling> rulings() {
            return commitments == null ? List.of() : commitments;
        }
    }

    /** What was agreed on. */
    @Schema(
            name = "Consensus",
            description = "What was agreed on for some bids; it replaces what was agreed on before.")
    record Consensus(
            @NotNull(message = "Send the bids.") @Size(min = 1, max = 500, message = "1 to 500 bids.")
            List<@NotNull(message = "A bid cannot be null.") @Valid Agreed> bids) {}
}
