package org.anchors.socialvalue.award;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.edge.Reading;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Stage;
import org.anchors.socialvalue.procurement.Steps;

/** Enters into the contracts of an award that waits for nothing any more, and tells of them. */
@ApplicationScoped
class Contracting {

    private final Steps steps;
    private final WinningBids bids;
    private final Waiting waiting;
    private final Entering entering;

    Contracting(Steps steps, WinningBids bids, Waiting waiting, Entering entering) {
        this.steps = steps;
        this.bids = bids;
        this.waiting = waiting;
        this.entering = entering;
    }

    Procurement confirm(Procurement procurement, Reading<ConfirmationBody> body) {
        var stage = procurement.stage().as(Stage.Awarded.class);
        var now = steps.now();
        var winning = bids.require(procurement);
        var lastDay = waiting.requireOver(
                procurement, winning.getFirst().lot().methodology().regime(), now);
        body.refuseIfFaulty(new ConfirmationCheck(winning, lastDay).faults(body.value(), EssexDays.of(now)));
        var signed = winning.stream()
                .map(one -> Signed.of(one, body.value(), stage, now))
                .toList();
        signed.forEach(one -> entering.enter(one, steps.who()));
        return steps.take(procurement.at(stage.contracted(now)), "contracts-confirmed", keys(signed));
    }

    private static Map<String, String> keys(List<Signed> signed) {
        var keys = new TreeMap<String, String>();
        for (var contract : signed.stream().map(Signed::contract).toList()) {
            keys.put(contract.lot(), contract.key());
            if (contract.valueReason() != null) {
                keys.put(contract.lot() + ".value", contract.value().toPlainString() + ": " + contract.valueReason());
            }
        }
        return keys;
    }
}
