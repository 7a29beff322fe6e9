package org.anchors.socialvalue.evaluation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anchors.kit.edge.Scalar;
import org.anchors.socialvalue.methodology.Decimals;
import org.anchors.socialvalue.methodology.ScaleBody;
import org.anchors.socialvalue.scoring.Bid;
import org.anchors.socialvalue.scoring.Mark;
import org.anchors.socialvalue.scoring.Scale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A bid as it is sent. */
@Schema(name = "Bid", description = "A bid with its marks and commitments.")
public record BidBody(
        @NotBlank(message = "Give the bid a key.")
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}",
                message = "Begin with a letter or digit; up to 60 letters, digits, points, underscores and hyphens.")
        @Schema(description = "Its name in the evaluation", examples = "A")
        String key,

        @Nullable @Size(max = 200, message = "At most 200 characters.") @Schema(description = "Who made it")
        String supplier,

        @Nullable @Schema(description = "In GBP; needed where a criterion or a tie-break is about the price")
        BigDecimal price,

        @Nullable @Schema(description = "When it came in; needed for the tie-break EARLIEST_BID")
        Instant receivedAt,

        @Nullable @Schema(description = "For each gate of the methodology, whether the bid passed it")
        Map<String, Boolean> gates,

        @Nullable @Schema(description = "For each question, what evaluators gave, on the scale of the methodology")
        Map<String, Scalar> marks,

        @Nullable @Schema(description = "For questions and failed gates, why they gave that")
        Map<String, String> reasons,

        @Nullable
        @Size(max = 200, message = "At most 200 commitments.")
        @Schema(description = "What the bidder commits to")
        List<@NotNull(message = "A commitment cannot be null.") @Valid CommitmentBody> commitments,

        @Nullable
        @Schema(
                description =
                        "How many full-time equivalents the bidder employs; commitments that take more are flagged",
                examples = "120")
        BigDecimal workforce) {

    public static final BigDecimal LARGEST_WORKFORCE = new BigDecimal("10000000");

    Map<String, Boolean> gatesOrNone() {
        return gates == null ? Map.of() : gates;
    }

    Map<String, Scalar> marksOrNone() {
        return marks == null ? Map.of() : marks;
    }

    Map<String, String> reasonsOrNone() {
        return reasons == null ? Map.of() : reasons;
    }

    public List<CommitmentBody> commitmentsOrNone() {
        return commitments == null ? List.of() : commitments;
    }

    /** With everything said that may be left unsaid, and in one order where the order means nothing. */
    BidBody settled() {
        var grades = new HashMap<String, Scalar>();
        marksOrNone().forEach((question, grade) -> grades.put(question, new Scalar.Text(ScaleBody.name(grade))));
        var sorted = commitmentsOrNone().stream()
                .map(CommitmentBody::settled)
                .sorted(CommitmentBody.ONE_ORDER)
                .toList();
        return new BidBody(key, supplier, price, receivedAt, gates, grades, reasons, sorted, workforce);
    }

    /** As scoring takes it; only for one without faults. */
    Bid bid(Scale scale) {
        var given = new HashMap<String, Mark>();
        marksOrNone().forEach((question, grade) -> given.put(question, mark(question, grade, scale)));
        return new Bid(
                key,
                supplier,
                price == null ? null : Decimals.plain(price),
                receivedAt,
                gatesOrNone(),
                reasonsOrNone(),
                given,
                commitmentsOrNone().stream().map(CommitmentBody::commitment).toList(),
                workforce == null ? null : Decimals.plain(workforce));
    }

    private Mark mark(String question, Scalar grade, Scale scale) {
        var of100 = ScaleBody.of100(scale, grade).orElseThrow();
        return new Mark(ScaleBody.name(grade), of100, reasonsOrNone().get(question));
    }
}
