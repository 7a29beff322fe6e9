package org.anchors.socialvalue.methodology;

import java.util.List;
import java.util.stream.Stream;
import org.anchors.socialvalue.policy.BuyerType;
import org.anchors.socialvalue.policy.Gate;
import org.anchors.socialvalue.policy.Gates;
import org.anchors.socialvalue.robustness.MethodologyTrial;
import org.anchors.socialvalue.robustness.Warning;

/** What the author of a methodology may not have meant, or may have forgotten. It may be published all the same. */
public final class MethodologyWarnings {

    private MethodologyWarnings() {}

    /** Only for a methodology without faults. */
    public static List<Warning> of(MethodologyBody body) {
        return Stream.concat(missingGates(body), MethodologyTrial.of(body.methodology()).stream())
                .toList();
    }

    private static Stream<Warning> missingGates(MethodologyBody body) {
        var purchase = new Gate.Purchase(
                body.noticeDate(),
                body.buyerType() == null ? BuyerType.NHS : body.buyerType(),
                body.contractValue(),
                body.termYears(),
                Boolean.TRUE.equals(body.framework()));
        return Gates.missing(purchase, body.gatesOrNone()).stream()
                .map(gate -> new Warning(
                        Warning.Rule.GATE_MISSING,
                        gate.key(),
                        "%s is called for at this notice and value of a year (%s): make it a gate."
                                .formatted(gate.name(), gate.source())));
    }
}
