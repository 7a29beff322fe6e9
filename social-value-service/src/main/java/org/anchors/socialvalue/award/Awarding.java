package org.anchors.socialvalue.award;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.anchors.kit.edge.Reading;
import org.anchors.socialvalue.procurement.Lot;
import org.anchors.socialvalue.procurement.Lots;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Stage;
import org.anchors.socialvalue.procurement.Steps;
import org.anchors.socialvalue.result.LotEvaluations;

/** Decides who wins. */
@ApplicationScoped
class Awarding {

    private final Steps steps;
    private final Lots lots;
    private final LotEvaluations evaluations;
    private final Awards awards;

    Awarding(Steps steps, Lots lots, LotEvaluations evaluations, Awards awards) {
        this.steps = steps;
        this.lots = lots;
        this.evaluations = evaluations;
        this.awards = awards;
    }

    Procurement decide(Procurement procurement, Reading<AwardBody> body) {
        var stage = procurement.stage().as(Stage.Evaluated.class);
        body.refuseIfFaulty(new DecisionCheck(firstRanks(procurement)).faults(body.value()));
        var now = steps.now();
        var decisions = body.value().lots().stream()
                .map(sent -> new Award.OfLot(sent.lot(), sent.bid(), null, sent.reason(), now, steps.who()))
                .toList();
        awards.add(procurement.id(), decisions);
        return steps.take(procurement.at(stage.awarded(now)), "award-decided", winners(decisions));
    }

    private static Map<String, String> winners(List<Award.OfLot> decisions) {
        return decisions.stream()
                .collect(Collectors.toMap(
                        Award.OfLot::lot,
                        decision -> decision.bid() == null ? "nobody" : decision.bid(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** The bids of the first rank, by lot; none for a lot that has no eligible bid. */
    private Map<String, Set<String>> firstRanks(Procurement procurement) {
        var first = evaluations.firstRanks(procurement.id());
        return lots.of(procurement).stream()
                .collect(Collectors.toMap(Lot::key, lot -> first.getOrDefault(lot.key(), Set.of())));
    }
}
