package org.anchors.socialvalue.award;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.edge.Findings;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.outbox.Outbox;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.DatabaseClock;
import org.anchors.socialvalue.contract.Contract;
import org.anchors.socialvalue.contract.Contracts;
import org.anchors.socialvalue.marking.Inputs;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Procurements;
import org.anchors.socialvalue.procurement.Stage;
import org.jspecify.annotations.Nullable;

/** Enters into the contracts of an award once its standstill is over, and tells of them. */
@ApplicationScoped
class Contracting {

    private static final int MOST_YEARS_AHEAD = 10;

    private final Procurements procurements;
    private final Awards awards;
    private final Standstills standstills;
    private final Inputs inputs;
    private final Contracts contracts;
    private final Outbox outbox;
    private final DatabaseClock clock;
    private final Caller caller;
    private final Audit audit;

    Contracting(
            Procurements procurements,
            Awards awards,
            Standstills standstills,
            Inputs inputs,
            Contracts contracts,
            Outbox outbox,
            DatabaseClock clock,
            Caller caller,
            Audit audit) {
        this.procurements = procurements;
        this.awards = awards;
        this.standstills = standstills;
        this.inputs = inputs;
        this.contracts = contracts;
        this.outbox = outbox;
        this.clock = clock;
        this.caller = caller;
        this.audit = audit;
    }

    Procurement confirm(Procurement procurement, Reading<ConfirmationBody> body) {
        var stage = procurement.stage().as(Stage.Awarded.class);
        var now = clock.now();
        var winners = winners(procurement);
        var scored = inputs.of(procurement);
        var notice = requireStandstillOver(procurement, scored.getFirst(), now);
        body.refuseIfFaulty(faults(body.value(), winners, notice, now));
        var signed = new ArrayList<Signed>();
        for (var of : scored) {
            var bid = winners.get(of.lot().key());
            if (bid != null) {
                signed.add(Signed.of(new Signed.Winning(procurement, of, bid), body.value(), stage, now));
            }
        }
        signed.forEach(this::enter);
        var contracted = procurements.save(procurement.at(stage.contracted(now)));
        audit.record("contracts-confirmed", procurement.path(), keys(signed));
        return contracted;
    }

    private void enter(Signed signed) {
        contracts.add(signed.contract(), signed.obligations(), caller.name());
        if (signed.heldSocialValue()) {
            outbox.add(signed.announcement());
        }
    }

    private static Map<String, String> keys(List<Signed> signed) {
        return signed.stream().map(Signed::contract).collect(Collectors.toMap(Contract::lot, Contract::key));
    }

    private Map<String, String> winners(Procurement procurement) {
        var winners = awards.lots(procurement.id()).stream()
                .filter(decision -> decision.bid() != null)
                .collect(Collectors.toMap(Award.OfLot::lot, decision -> String.valueOf(decision.bid())));
        if (winners.isEmpty()) {
            throw new Refused(AwardRefusal.NOTHING_AWARDED, "Nobody won: cancel the procurement.");
        }
        return winners;
    }

    private Award.@Nullable Announced requireStandstillOver(Procurement procurement, Inputs.OfLot any, Instant now) {
        var notice = awards.notice(procurement.id()).orElse(null);
        var rule = standstills.ruleOf(any.lot().methodology().regime());
        if (rule.isPresent() && notice == null) {
            throw new Refused(
                    AwardRefusal.NOTICE_MISSING,
                    "%s asks for a standstill, which begins with the notice: record it first."
                            .formatted(rule.get().law()));
        }
        if (notice != null
                && notice.standstillEnds() != null
                && !EssexDays.of(now).isAfter(notice.standstillEnds())) {
            throw new Refused(
                    AwardRefusal.STANDSTILL_LASTS,
                    "It lasts to the end of %s (%s).".formatted(notice.standstillEnds(), notice.standstillRule()));
        }
        return notice;
    }

    private static List<Fault> faults(
            ConfirmationBody sent, Map<String, String> winners, Award.@Nullable Announced notice, Instant now) {
        var found = new Findings();
        var ends = notice == null ? null : notice.standstillEnds();
        if (sent.signedOn() != null) {
            if (sent.signedOn().isAfter(EssexDays.of(now))) {
                found.add("/signedOn", "in-the-future", sent.signedOn().toString(), "Confirm it when it is signed.");
            } else if (ends != null && !sent.signedOn().isAfter(ends)) {
                found.add(
                        "/signedOn",
                        "in-the-standstill",
                        sent.signedOn().toString(),
                        "Send a day after %s.".formatted(ends));
            }
        }
        if (sent.signedOn() != null
                && sent.startsOn() != null
                && (sent.startsOn().isBefore(sent.signedOn())
                        || sent.startsOn().isAfter(sent.signedOn().plusYears(MOST_YEARS_AHEAD)))) {
            found.add(
                    "/startsOn",
                    "out-of-range",
                    sent.startsOn().toString(),
                    "Send a day from signedOn to %d years after.".formatted(MOST_YEARS_AHEAD));
        }
        sent.valuesOrNone().forEach((lot, value) -> {
            if (!winners.containsKey(lot)) {
                found.add("/values/" + lot, "not-awarded", lot, "Leave it out: nobody won this lot.");
            }
            found.moneyAboveZero("/values/" + lot, value);
        });
        return found.faults();
    }
}
