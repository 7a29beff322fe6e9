package org.anchors.socialvalue.methodology;

import java.util.List;
import java.util.stream.Stream;
import org.anchors.socialvalue.policy.Gate;
import org.anchors.socialvalue.robustness.MethodologyTrial;
import org.anchors.socialvalue.robustness.Warning;

/** What the author of a methodology may not have meant, or may have forgotten. It may be published all the same. */
public final class MethodologyWarnings {

    private MethodologyWarnings() {}

    /** Only for a methodology without faults. */
    public static List<Warning> of(MethodologyBody body) {
        return of(body, List.of(body));
    }

    /** The same for one of several lots, whose methodologies are those of all; gates are called for by what they are worth together. */
    public static List<Warning> of(MethodologyBody body, List<MethodologyBody> lots) {
        return Stream.concat(missingGates(body, lots), MethodologyTrial.of(body.methodology()).stream())
                .toList();
    }

    private static Stream<Warning> missingGates(MethodologyBody body, List<MethodologyBody> lots) {
        var aYear = Gate.Purchase.aYearOf(lots.stream()
                .filter(MethodologyWarnings::tellsItsWorth)
                .map(lot -> new Gate.Part(lot.contractValue(), lot.termYears())));
        var purchase = new Gate.Purchase(
                body.noticeDate(), body.buyerTypeOrNhs(), aYear, Boolean.TRUE.equals(body.framework()));
        return ReleasedPolicies.get().missing(purchase, body.gatesOrNone()).stream()
                .map(gate -> new Warning(
                        Warning.Rule.GATE_MISSING,
                        gate.key(),
                        "%s is called for at this notice and value of a year (%s): make it a gate."
                                .formatted(gate.name(), gate.source())));
    }

    /** Others may have faults where the one that is warned of has none. */
    private static boolean tellsItsWorth(MethodologyBody lot) {
        return lot.contractValue() != null && lot.termYears() != null && lot.termYears() > 0;
    }
}
