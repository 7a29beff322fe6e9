package org.anchors.socialvalue.marking;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.anchors.socialvalue.evaluation.CommitmentBody;
import org.anchors.socialvalue.scoring.Commitment.Ground;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a commitment is not what its bidder says of it, and so does not count; docs/decisions/0026. What a bidder does not claim
 * cannot be ruled to hold.
 */
@Schema(
        name = "CommitmentRuling",
        description = "That a commitment does not count, whatever its bidder says; it is owed all the same.")
public record Ruling(
        @NotNull(message = "Say which commitment.")
        @Schema(description = "Its place among the bid's commitments, from 0", examples = "0")
        Integer commitment,

        @NotNull(message = "Say what it lacks.")
        @Size(min = 1, message = "Name at least one of LOCAL, SPECIFIC and ADDITIONAL.")
        @Schema(description = "What it is not: local to the place, specific to the contract, additional to the core")
        List<@NotNull(message = "Leave it out instead.") Ground> lacks,

        @NotBlank(message = "Give the reason: the bidder is told it.")
        @Size(max = 4_000, message = "At most 4,000 characters.")
        String reason) {

    /** What it lacks stands in one order, because its hash is noted; a list that cannot be read stays as it is. */
    public Ruling {
        if (lacks != null && lacks.stream().allMatch(Objects::nonNull)) {
            lacks = lacks.stream().distinct().sorted().toList();
        }
    }

    /** Commitments as they count after rulings. */
    static List<CommitmentBody> applied(List<Ruling> rulings, List<CommitmentBody> commitments) {
        var ruled = new ArrayList<>(commitments);
        for (var ruling : rulings) {
            ruled.set(
                    ruling.commitment(),
                    commitments.get(ruling.commitment()).ruledOut(ruling.lacks(), ruling.reason()));
        }
        return ruled;
    }
}
