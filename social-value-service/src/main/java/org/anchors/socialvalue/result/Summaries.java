package org.anchors.socialvalue.result;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.bid.Bids;
import org.anchors.socialvalue.bid.OpenBid;
import org.anchors.socialvalue.marking.Agreements;
import org.anchors.socialvalue.procurement.Lots;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Stage;
import org.jspecify.annotations.Nullable;

/** Writes what bidders are told: each of its own bid and the winner's, and of nobody else's. */
@ApplicationScoped
class Summaries {

    private static final ObjectMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private final LotEvaluations evaluations;
    private final Agreements agreements;
    private final Bids bids;
    private final Lots lots;
    private final Winners winners;

    Summaries(LotEvaluations evaluations, Agreements agreements, Bids bids, Lots lots, Winners winners) {
        this.evaluations = evaluations;
        this.agreements = agreements;
        this.bids = bids;
        this.lots = lots;
        this.winners = winners;
    }

    SummaryView of(Procurement procurement, String reference) {
        return bids.findSetAside(procurement.id(), reference)
                .map(bid -> setAside(procurement, bid))
                .orElseGet(() -> assessed(procurement, reference));
    }

    /** Nothing of the winner: it is told to those whose bids were assessed beside it. */
    private SummaryView setAside(Procurement procurement, Bids.SetAside bid) {
        var lot = lots.find(procurement, bid.lot()).orElseThrow();
        var evaluation = evaluations.require(procurement.id(), lot.key());
        return new SummaryView(
                procurement.buyer(),
                procurement.reference(),
                procurement.title(),
                lot.key(),
                SummaryView.Outcome.SET_ASIDE,
                SummaryView.Own.setAside(bid),
                null,
                lot.hash(),
                evaluation.sha256(),
                evaluation.evaluatedAt(),
                cancelledAt(procurement));
    }

    private SummaryView assessed(Procurement procurement, String reference) {
        var bid = bids.find(procurement.id(), reference).orElseThrow(() -> Refused.notFound("The bid " + reference));
        var lot = lots.find(procurement, bid.lot()).orElseThrow();
        var evaluation = evaluations.require(procurement.id(), lot.key());
        var result = read(evaluations.result(procurement.id(), evaluation));
        var winner = winners.of(procurement.id(), lot.key()).orElse(null);
        var shown = Stream.of(reference, winner == null ? reference : winner).collect(Collectors.toSet());
        var discretion = new Discretion(lot.methodology().methodology(), result.path("bids"), shown);
        return new SummaryView(
                procurement.buyer(),
                procurement.reference(),
                procurement.title(),
                lot.key(),
                outcome(reference, winner, result),
                own(procurement, bid, result, discretion),
                winner == null || winner.equals(reference) ? null : winner(winner, result, discretion),
                lot.hash(),
                evaluation.sha256(),
                evaluation.evaluatedAt(),
                cancelledAt(procurement));
    }

    private static @Nullable Instant cancelledAt(Procurement procurement) {
        return procurement.stage() instanceof Stage.Cancelled cancelled ? cancelled.since() : null;
    }

    private static SummaryView.Outcome outcome(String reference, @Nullable String winner, JsonNode result) {
        if (reference.equals(winner)) {
            return SummaryView.Outcome.AWARDED;
        }
        return of(reference, result.path("bids")).isPresent()
                ? SummaryView.Outcome.UNSUCCESSFUL
                : SummaryView.Outcome.INELIGIBLE;
    }

    private SummaryView.Own own(Procurement procurement, OpenBid bid, JsonNode result, Discretion discretion) {
        var agreed = agreements.of(procurement.id(), bid.reference());
        var eligible = of(bid.reference(), result.path("bids"));
        var ranked = of(bid.reference(), result.path("ranking"));
        var ineligible = of(bid.reference(), result.path("ineligible"));
        var criteria = eligible.map(discretion::criteria).or(() -> ineligible.map(one -> one.get("criteria")));
        return new SummaryView.Own(
                bid.reference(),
                bid.supplier(),
                bid.receivedAt(),
                bid.price(),
                ranked.map(one -> one.path("rank").intValue()).orElse(null),
                eligible.map(discretion::total).orElse(null),
                eligible.map(discretion::working).orElse(null),
                criteria.orElse(null),
                ineligible.map(one -> one.path("reasons")).orElse(null),
                agreed.gates(),
                agreed.rulings(),
                criteria.isPresent() ? null : agreed.marks(),
                null);
    }

    private static SummaryView.Winner winner(String reference, JsonNode result, Discretion discretion) {
        var bid = of(reference, result.path("bids")).orElseThrow();
        return new SummaryView.Winner(
                bid.path("supplier").asText(),
                discretion.total(bid),
                discretion.working(bid),
                discretion.criteria(bid));
    }

    private static Optional<JsonNode> of(String reference, JsonNode list) {
        for (var one : list) {
            if (one.path("bid").asText().equals(reference)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private static JsonNode read(byte[] json) {
        try {
            return EXACT.readTree(json);
        } catch (IOException impossible) {
            throw new IllegalStateException("An evaluation was written by the service", impossible);
        }
    }
}
