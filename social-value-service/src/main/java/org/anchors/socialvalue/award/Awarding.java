package org.anchors.socialvalue.award;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.edge.Findings;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.DatabaseClock;
import org.anchors.socialvalue.policy.Regime;
import org.anchors.socialvalue.procurement.Lot;
import org.anchors.socialvalue.procurement.Lots;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Procurements;
import org.anchors.socialvalue.procurement.Stage;
import org.anchors.socialvalue.result.LotEvaluations;

/** Decides who wins, and announces it. */
@ApplicationScoped
class Awarding {

    private final Procurements procurements;
    private final Lots lots;
    private final LotEvaluations evaluations;
    private final Awards awards;
    private final Standstills standstills;
    private final DatabaseClock clock;
    private final Caller caller;
    private final Audit audit;

    Awarding(
            Procurements procurements,
            Lots lots,
            LotEvaluations evaluations,
            Awards awards,
            Standstills standstills,
            DatabaseClock clock,
            Caller caller,
            Audit audit) {
        this.procurements = procurements;
        this.lots = lots;
        this.evaluations = evaluations;
        this.awards = awards;
        this.standstills = standstills;
        this.clock = clock;
        this.caller = caller;
        this.audit = audit;
    }

    Procurement decide(Procurement procurement, Reading<AwardBody> body) {
        var stage = procurement.stage().as(Stage.Evaluated.class);
        body.refuseIfFaulty(new DecisionCheck(firstRanks(procurement)).faults(body.value()));
        var now = clock.now();
        var decisions = body.value().lots().stream()
                .map(sent -> new Award.OfLot(sent.lot(), sent.bid(), null, sent.reason(), now, caller.name()))
                .toList();
        awards.add(procurement.id(), decisions);
        var awarded = procurements.save(procurement.at(stage.awarded(now)));
        audit.record("award-decided", procurement.path(), winners(decisions));
        return awarded;
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

    Procurement announce(Procurement procurement, Reading<AwardBody.Notice> body) {
        procurement.stage().as(Stage.Awarded.class);
        if (awards.notice(procurement.id()).isPresent()) {
            throw new Refused(AwardRefusal.NOTICE_RECORDED, "A standstill that has begun is not begun anew.");
        }
        var now = clock.now();
        body.refuseIfFaulty(faults(body.value(), procurement.stage().since(), now));
        var sent = body.value();
        var wait = standstills.after(sent.publishedOn(), regime(procurement));
        awards.add(
                procurement.id(),
                new Award.Announced(
                        sent.notice(),
                        sent.publishedOn(),
                        wait.map(Standstills.Wait::law).orElse(null),
                        wait.map(Standstills.Wait::lastDay).orElse(null),
                        now,
                        caller.name()));
        var announced = procurements.save(procurement.at(procurement.stage()));
        audit.record(
                "award-announced",
                procurement.path(),
                Map.of(
                        "notice",
                        sent.notice(),
                        "publishedOn",
                        sent.publishedOn().toString()));
        return announced;
    }

    private Regime regime(Procurement procurement) {
        return lots.of(procurement).getFirst().methodology().regime();
    }

    private static List<Fault> faults(AwardBody.Notice sent, Instant decidedAt, Instant now) {
        var found = new Findings();
        if (sent.publishedOn() != null
                && (sent.publishedOn().isBefore(EssexDays.of(decidedAt))
                        || sent.publishedOn().isAfter(EssexDays.of(now)))) {
            found.add(
                    "/publishedOn",
                    "out-of-range",
                    sent.publishedOn().toString(),
                    "Send a day from %s, that of the decision, to today.".formatted(EssexDays.of(decidedAt)));
        }
        return found.faults();
    }
}
