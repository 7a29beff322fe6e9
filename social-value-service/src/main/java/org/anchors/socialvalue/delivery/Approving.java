package org.anchors.socialvalue.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.contract.Contract;
import org.anchors.socialvalue.contract.Indicators;
import org.anchors.socialvalue.evaluation.Canonical;
import org.jspecify.annotations.Nullable;

/** Decides upon what was stated. */
@ApplicationScoped
class Approving {

    private final Deliveries deliveries;
    private final Indicators indicators;
    private final Announcing announcing;
    private final Steps steps;

    Approving(Deliveries deliveries, Indicators indicators, Announcing announcing, Steps steps) {
        this.deliveries = deliveries;
        this.indicators = indicators;
        this.announcing = announcing;
        this.steps = steps;
    }

    /** Who decides upon which statement, made on which version of it. */
    record Step(Contract contract, int number, @Nullable String ifMatch, DeliveryAccess.Person by) {}

    Delivery approve(Step step, Reading<DeliveryBody.Approval> body) {
        var stated = undecided(step);
        if (deliveries.isStatedBy(step.contract().id(), stated, step.by())) {
            throw new Refused(DeliveryRefusal.STATED_BY_YOU, "Ask a colleague to approve of what you stated.");
        }
        body.refuseIfFaulty(ApprovalCheck.faultsOf(
                body.value(), indicators.of(step.contract().id())));
        var corrected = corrected(step.contract(), stated);
        var approved = stated.decided(decision(body.value(), step.by().name(), steps.now()));
        deliveries.decide(step.contract().id(), approved);
        Stream.concat(Stream.of(stated), corrected.stream())
                .map(Delivery::year)
                .distinct()
                .forEach(year -> announcing.announce(step.contract(), year, steps.now()));
        steps.note(
                "delivery-approved",
                step.contract(),
                Map.of("delivery", step.number(), "rating", body.value().rating()));
        return approved;
    }

    private static Delivery.Decision decision(DeliveryBody.Approval sent, String by, Instant at) {
        var ratings = sent.indicatorsOrNone();
        return new Delivery.Decision(
                Delivery.State.APPROVED,
                sent.rating(),
                sent.comment(),
                ratings.isEmpty() ? null : Canonical.of(ratings),
                at,
                by);
    }

    /** What the statement corrects, where it corrects one; refused where another did before. */
    private Optional<Delivery> corrected(Contract contract, Delivery stated) {
        var corrected = Optional.ofNullable(stated.corrects()).map(number -> deliveries.require(contract.id(), number));
        corrected.map(Delivery::correctedBy).ifPresent(other -> {
            throw new Refused(
                    DeliveryRefusal.DELIVERY_CORRECTED,
                    "Statement %d corrects it already; correct that one.".formatted(other));
        });
        return corrected;
    }

    Delivery reject(Step step, Reading<DeliveryBody.Rejection> body) {
        var stated = undecided(step);
        var reason = body.orRefuse().reason();
        var rejected = stated.decided(new Delivery.Decision(
                Delivery.State.REJECTED,
                null,
                reason,
                null,
                steps.now(),
                step.by().name()));
        deliveries.decide(step.contract().id(), rejected);
        steps.note("delivery-rejected", step.contract(), Map.of("delivery", step.number(), "reason", reason));
        return rejected;
    }

    private Delivery undecided(Step step) {
        deliveries.hold(step.contract().id());
        var stated = deliveries.require(step.contract().id(), step.number());
        stated.requireUndecided();
        stated.tagged().require(step.ifMatch());
        return stated;
    }
}
