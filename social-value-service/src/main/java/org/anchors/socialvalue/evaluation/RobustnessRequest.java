package org.anchors.socialvalue.evaluation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.anchors.kit.edge.Scalar;
import org.anchors.socialvalue.catalogue.CatalogueChoice;
import org.anchors.socialvalue.methodology.MethodologyBody;
import org.anchors.socialvalue.methodology.ScaleBody;
import org.anchors.socialvalue.robustness.Evaluators;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is scored, as an evaluation has it, and who gave which mark before they agreed. */
@Schema(
        name = "RobustnessRequest",
        description = "Bids with what they are scored by, and what each evaluator gave alone.")
record RobustnessRequest(
        @NotNull(message = "Send the methodology.") @Valid MethodologyBody methodology,

        @Nullable @Valid @Schema(description = "What values commitments; needed where they bring marks")
        CatalogueChoice catalogue,

        @NotNull(message = "Send the bids.") @Size(min = 1, max = 500, message = "Send 1 to 500 bids.")
        List<@NotNull(message = "A bid cannot be null.") @Valid BidBody> bids,

        @Nullable
        @Size(min = 2, max = 20, message = "Send the marks of 2 to 20 evaluators.")
        @Schema(description = "What each evaluator gave alone; where it is left out, nothing is said of them")
        List<@NotNull(message = "An evaluator cannot be null.") @Valid EvaluatorBody> evaluators) {

    /** An evaluator's own marks. */
    @Schema(name = "EvaluatorMarks", description = "What an evaluator gave alone.")
    record EvaluatorBody(
            @NotBlank(message = "Name the evaluator.")
            @Size(max = 60, message = "At most 60 characters.")
            @Schema(description = "By a name of yours", examples = "first")
            String evaluator,

            @NotNull(message = "Send the marks.")
            @Schema(description = "For each bid by its key, the marks by question, on the scale of the methodology")
            Map<String, Map<String, Scalar>> marks) {}

    EvaluationRequest evaluation() {
        return new EvaluationRequest(methodology, catalogue, bids);
    }

    List<EvaluatorBody> evaluatorsOrNone() {
        return evaluators == null
                ? List.of()
                : evaluators.stream().filter(Objects::nonNull).toList();
    }

    /** The marks of all evaluators; only for a request without faults. */
    List<Evaluators.Given> given() {
        return evaluatorsOrNone().stream().flatMap(this::given).toList();
    }

    private Stream<Evaluators.Given> given(EvaluatorBody evaluator) {
        var scale = methodology.scaleOrPercentages().scale();
        return evaluator.marks().entrySet().stream().flatMap(bid -> bid.getValue().entrySet().stream()
                .map(mark -> new Evaluators.Given(
                        evaluator.evaluator(),
                        bid.getKey(),
                        mark.getKey(),
                        ScaleBody.of100(scale, mark.getValue()).orElseThrow())));
    }
}
