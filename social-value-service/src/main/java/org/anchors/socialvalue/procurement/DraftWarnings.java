package org.anchors.socialvalue.procurement;

import java.util.HashMap;
import java.util.List;
import org.anchors.socialvalue.methodology.MethodologyBody;
import org.anchors.socialvalue.methodology.MethodologyCheck;
import org.anchors.socialvalue.methodology.MethodologyWarnings;
import org.anchors.socialvalue.robustness.Warning;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the buyer is told of its methodologies before bids come in, and when they are frozen; it hinders nothing. */
final class DraftWarnings {

    private DraftWarnings() {}

    /**
     * A warning.
     *
     * @param methodology where the methodology stands in the draft
     */
    @Schema(
            name = "MethodologyWarning",
            description = "Something that a methodology does with bids, or lacks, that its author may not have meant.")
    record Warned(
            @Schema(examples = "/lots/0/methodology") String methodology,
            Warning.Rule rule,

            @Schema(description = "The criterion, question or gate, by its key")
            String at,

            String detail) {}

    /** Of every methodology that has no faults, each tried once; gates are called for by what all lots are worth. */
    static List<Warned> of(ProcurementBody draft) {
        var lots = Division.of(draft).methodologies();
        var tried = new HashMap<MethodologyBody, List<Warning>>();
        return draft.methodologies().entrySet().stream()
                .filter(placed -> MethodologyCheck.faultsOf(placed.getValue(), placed.getKey())
                        .isEmpty())
                .flatMap(placed ->
                        tried.computeIfAbsent(placed.getValue(), body -> MethodologyWarnings.of(body, lots)).stream()
                                .map(warning ->
                                        new Warned(placed.getKey(), warning.rule(), warning.at(), warning.detail())))
                .toList();
    }
}
