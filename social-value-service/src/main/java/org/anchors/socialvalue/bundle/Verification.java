package org.anchors.socialvalue.bundle;

import java.util.Arrays;
import java.util.Map;
import org.anchors.kit.edge.StrictJson;
import org.anchors.kit.platform.Sha256;
import org.anchors.socialvalue.evaluation.Assessment;
import org.anchors.socialvalue.evaluation.EvaluationView;
import org.anchors.socialvalue.evaluation.SettledInputs;

/**
 * A bundle that was verified: its parts are whole, and its evaluation follows from its inputs byte for byte.
 *
 * @param sha256 of the file, to be compared with what the buyer has published
 * @param about what is said of it
 */
record Verification(String sha256, Map<String, String> about, EvaluationView evaluation) {

    /** Verifies a file, or says what is wrong with it. */
    static Verification of(byte[] file, StrictJson strict) throws NotABundle {
        var bundle = Bundle.open(file);
        var evaluation = evaluated(bundle, strict);
        var said = bundle.parts().getOrDefault("evaluation.json", new byte[0]);
        var recomputed = Bundle.writings(evaluation, bundle.form());
        if (recomputed.stream().noneMatch(written -> Arrays.equals(written, said))) {
            var differing = recomputed.stream().mapToInt(written -> Arrays.mismatch(written, said));
            throw new NotABundle(
                    "Its evaluation does not follow from its inputs: from byte %,d on it says something else."
                            .formatted(differing.max().orElseThrow()));
        }
        return new Verification(Sha256.of(file), bundle.about(), evaluation);
    }

    private static EvaluationView evaluated(Bundle bundle, StrictJson strict) throws NotABundle {
        try {
            var inputs = SettledInputs.read(
                    bundle.text("methodology.json"), bundle.text("catalogue.json"), bundle.text("bids.json"), strict);
            return Assessment.of(inputs.request(), inputs.measures(), bundle.form());
        } catch (RuntimeException unscorable) { // whatever somebody made up
            throw new NotABundle("Its inputs cannot be evaluated: " + unscorable.getMessage());
        }
    }
}
