package org.anchors.socialvalue.award;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.edge.Findings;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Stage;
import org.anchors.socialvalue.procurement.Steps;

/** Records what is objected to an award, and the answer. */
@ApplicationScoped
class Objecting {

    private static final int MOST = 200;

    private final Steps steps;
    private final Representations representations;

    Objecting(Steps steps, Representations representations) {
        this.steps = steps;
        this.representations = representations;
    }

    Procurement receive(Procurement procurement, Reading<Representation.Sent> body) {
        var stage = procurement.stage().as(Stage.Awarded.class);
        var now = steps.now();
        var sent = body.value();
        body.refuseIfFaulty(outside("/receivedOn", sent.receivedOn(), EssexDays.of(stage.since()), EssexDays.of(now)));
        var earlier = representations.of(procurement.id());
        if (earlier.size() >= MOST) {
            throw new Refused(
                    AwardRefusal.TOO_MANY_REPRESENTATIONS, "Answer those that there are: %d.".formatted(MOST));
        }
        var received = new Representation(
                earlier.size() + 1, sent.from(), sent.receivedOn(), sent.about(), now, steps.who(), null, null);
        representations.add(procurement.id(), received);
        return steps.beside(
                procurement,
                "representation-received",
                Map.of("representation", received.number(), "from", received.from()));
    }

    Procurement answer(Procurement procurement, int number, Reading<Representation.Answer> body) {
        procurement.stage().as(Stage.Awarded.class);
        var asked = representations.of(procurement.id()).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> Refused.notFound("The representation " + number));
        if (asked.answeredOn() != null) {
            throw new Refused(AwardRefusal.REPRESENTATION_ANSWERED, "What was communicated stands; record a new one.");
        }
        body.refuseIfFaulty(
                outside("/answeredOn", body.value().answeredOn(), asked.receivedOn(), EssexDays.of(steps.now())));
        representations.answer(procurement.id(), number, body.value());
        return steps.beside(procurement, "representation-answered", Map.of("representation", number));
    }

    private static List<Fault> outside(String at, LocalDate day, LocalDate first, LocalDate last) {
        var found = new Findings();
        if (day != null && (day.isBefore(first) || day.isAfter(last))) {
            found.add(at, "out-of-range", day.toString(), "Send a day from %s to %s.".formatted(first, last));
        }
        return found.faults();
    }
}
