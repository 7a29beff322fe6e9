package org.anchors.socialvalue.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.contracts.event.DeliveryApproved;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.edge.Findings;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.outbox.Outbox;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.DatabaseClock;
import org.anchors.socialvalue.contract.Contract;
import org.jspecify.annotations.Nullable;

/** Decides upon what was stated, and tells what is delivered of a contract in a year from then on. */
@ApplicationScoped
class Approving {

    private final Deliveries deliveries;
    private final Delivered delivered;
    private final Indicators indicators;
    private final Outbox outbox;
    private final DatabaseClock clock;
    private final ObjectMapper json;
    private final Audit audit;

    Approving(
            Deliveries deliveries,
            Delivered delivered,
            Indicators indicators,
            Outbox outbox,
            DatabaseClock clock,
            ObjectMapper json,
            Audit audit) {
        this.deliveries = deliveries;
        this.delivered = delivered;
        this.indicators = indicators;
        this.outbox = outbox;
        this.clock = clock;
        this.json = json;
        this.audit = audit;
    }

    /** Who decides upon which statement, made on which version of it. */
    record Step(Contract contract, int number, @Nullable String ifMatch, String by) {}

    Delivery approve(Step step, Reading<DeliveryBody.Approval> body) {
        var stated = undecided(step);
        if (stated.recordedBy().equals(step.by())) {
            throw new Refused(DeliveryRefusal.STATED_BY_YOU, "Ask a colleague to approve of what you stated.");
        }
        var published = indicators.of(step.contract().id());
        if (published.isEmpty() && Indicators.areNeeded(step.contract())) {
            throw new Refused(
                    DeliveryRefusal.INDICATORS_MISSING,
                    "Publish at least three first: the contract is worth more than 5,000,000 GBP.");
        }
        body.refuseIfFaulty(faultsOf(body.value(), published));
        var corrected = stated.corrects() == null
                ? null
                : deliveries.require(step.contract().id(), stated.corrects());
        if (corrected != null && corrected.correctedBy() != null) {
            throw new Refused(
                    DeliveryRefusal.DELIVERY_CORRECTED,
                    "Statement %d corrects it already; correct that one.".formatted(corrected.correctedBy()));
        }
        var now = clock.now();
        var sent = body.value();
        var approved = stated.decided(new Delivery.Decision(
                Delivery.State.APPROVED,
                sent.rating(),
                sent.comment(),
                ratings(sent.indicatorsOrNone()),
                now,
                step.by()));
        deliveries.decide(step.contract().id(), approved);
        Stream.of(stated.year(), corrected == null ? stated.year() : corrected.year())
                .distinct()
                .forEach(year -> outbox.add(announcement(step.contract(), year, now)));
        audit.record(
                "delivery-approved",
                "contracts/" + step.contract().key(),
                Map.of("delivery", step.number(), "rating", sent.rating()));
        return approved;
    }

    Delivery reject(Step step, Reading<DeliveryBody.Rejection> body) {
        var stated = undecided(step);
        var reason = body.orRefuse().reason();
        var rejected = stated.decided(
                new Delivery.Decision(Delivery.State.REJECTED, null, reason, null, clock.now(), step.by()));
        deliveries.decide(step.contract().id(), rejected);
        audit.record(
                "delivery-rejected",
                "contracts/" + step.contract().key(),
                Map.of("delivery", step.number(), "reason", reason));
        return rejected;
    }

    private Delivery undecided(Step step) {
        deliveries.hold(step.contract().id());
        var stated = deliveries.require(step.contract().id(), step.number());
        stated.requireUndecided();
        stated.tagged().require(step.ifMatch());
        return stated;
    }

    /** All that is approved for the contract and the year so far; only that counts. */
    private DeliveryApproved announcement(Contract contract, String year, Instant at) {
        return new DeliveryApproved(
                contract.key(),
                contract.buyer(),
                year,
                delivered.in(contract.id(), year),
                contract.catalogue() == null ? "none" : contract.catalogue(),
                delivered.nextVersion(contract.id(), year),
                at);
    }

    private static List<Fault> faultsOf(DeliveryBody.Approval sent, List<Indicator> published) {
        var found = new Findings();
        if (sent.rating() != null
                && sent.rating() != Rating.GOOD
                && (sent.comment() == null || sent.comment().isBlank())) {
            found.add("/comment", "missing", null, "Say why the rating is %s.".formatted(sent.rating()));
        }
        var keys = published.stream().map(Indicator::key).collect(Collectors.toSet());
        var rated = sent.indicatorsOrNone();
        rated.forEach((key, rating) -> {
            if (!keys.contains(key)) {
                found.add("/indicators/" + key, "unknown-indicator", key, "Name a published indicator by its key.");
            } else if (rating == null) {
                found.add("/indicators/" + key, "missing", null, "Rate it.");
            }
        });
        keys.stream()
                .filter(key -> !rated.containsKey(key))
                .sorted()
                .forEach(key -> found.add("/indicators/" + key, "missing", null, "Rate this indicator too."));
        return found.faults();
    }

    private @Nullable String ratings(Map<String, Rating> given) {
        return given.isEmpty() ? null : written(new TreeMap<>(given));
    }

    private String written(Object part) {
        try {
            return json.writeValueAsString(part);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("What was read can be written", impossible);
        }
    }
}
