package org.anchors.socialvalue.award;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.edge.Findings;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.policy.Regime;
import org.anchors.socialvalue.procurement.Lots;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Stage;
import org.anchors.socialvalue.procurement.Steps;

/** Announces an award, with which its standstill begins. */
@ApplicationScoped
class Announcing {

    private final Steps steps;
    private final Lots lots;
    private final Awards awards;
    private final Standstills standstills;

    Announcing(Steps steps, Lots lots, Awards awards, Standstills standstills) {
        this.steps = steps;
        this.lots = lots;
        this.awards = awards;
        this.standstills = standstills;
    }

    Procurement announce(Procurement procurement, Reading<AwardBody.Notice> body) {
        procurement.stage().as(Stage.Awarded.class);
        if (awards.notice(procurement.id()).isPresent()) {
            throw new Refused(AwardRefusal.NOTICE_RECORDED, "A standstill that has begun is not begun anew.");
        }
        var now = steps.now();
        var regime = regime(procurement);
        body.refuseIfFaulty(faults(body.value(), regime, procurement.stage().since(), now));
        awards.add(procurement.id(), announced(body.value(), regime, now));
        return steps.beside(
                procurement,
                "award-announced",
                Map.of(
                        "notice",
                        body.value().notice(),
                        "publishedOn",
                        body.value().publishedOn().toString()));
    }

    /** Nobody can see here when a notice went out. A standstill begins no earlier than the platform hears of it. */
    private Award.Announced announced(AwardBody.Notice sent, Regime regime, Instant now) {
        var wait = standstills.after(EssexDays.of(now), regime);
        return new Award.Announced(
                sent.notice(),
                sent.publishedOn(),
                sent.summariesSentOn(),
                wait.map(Standstills.Wait::law).orElse(null),
                wait.map(Standstills.Wait::lastDay).orElse(null),
                now,
                steps.who());
    }

    private Regime regime(Procurement procurement) {
        return lots.of(procurement).getFirst().methodology().regime();
    }

    private List<Fault> faults(AwardBody.Notice sent, Regime regime, Instant decidedAt, Instant now) {
        var found = new Findings();
        var decided = EssexDays.of(decidedAt);
        between(found, "/publishedOn", sent.publishedOn(), decided, EssexDays.of(now));
        if (sent.summariesSentOn() != null && sent.publishedOn() != null) {
            between(found, "/summariesSentOn", sent.summariesSentOn(), decided, sent.publishedOn());
        } else if (sent.summariesSentOn() == null) {
            standstills
                    .summariesFirst(regime)
                    .ifPresent(law -> found.add(
                            "/summariesSentOn",
                            "missing",
                            null,
                            "Say when the bidders were sent their summaries: %s asks for that before the notice."
                                    .formatted(law)));
        }
        return found.faults();
    }

    private static void between(Findings found, String at, LocalDate day, LocalDate first, LocalDate last) {
        if (day != null && (day.isBefore(first) || day.isAfter(last))) {
            found.add(at, "out-of-range", day.toString(), "Send a day from %s to %s.".formatted(first, last));
        }
    }
}
