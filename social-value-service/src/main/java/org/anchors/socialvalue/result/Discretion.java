package org.anchors.socialvalue.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anchors.socialvalue.scoring.Criterion;
import org.anchors.socialvalue.scoring.Methodology;
import org.anchors.socialvalue.scoring.PriceFormula;
import org.anchors.socialvalue.scoring.QuantitativeMethod;
import org.anchors.socialvalue.scoring.SocialValueMethod;

/**
 * Keeps the figures of third bidders out of a summary. Where a formula sets a bid against the lowest price, the highest price or
 * the highest offer, and that belongs to neither the reader nor the winner, the working is cut down to the step from the score to
 * the marks.
 */
final class Discretion {

    private final Methodology methodology;
    private final JsonNode bids;
    private final Set<String> shown;

    /**
     * What may be shown of an evaluation.
     *
     * @param bids the results of the eligible bids, as the evaluation has them
     * @param shown references of the bids that may be shown: the reader's and the winner's
     */
    Discretion(Methodology methodology, JsonNode bids, Set<String> shown) {
        this.methodology = methodology;
        this.bids = bids;
        this.shown = shown;
    }

    /** The criteria of a bid that may be shown, without figures of others. */
    JsonNode criteria(JsonNode bid) {
        var criteria = (ArrayNode) bid.path("criteria").deepCopy();
        methodology.price().filter(price -> isForeign(price.formula())).ifPresent(price -> cut(criteria, price));
        methodology.socialValue().filter(value -> isForeign(value.method())).ifPresent(value -> cut(criteria, value));
        return criteria;
    }

    private boolean isForeign(PriceFormula formula) {
        return switch (formula) {
            case PriceFormula.LowestPriceRelative lowest -> !belongs(prices().min(Comparator.naturalOrder()), "price");
            case PriceFormula.MinMax bounds ->
                !belongs(prices().min(Comparator.naturalOrder()), "price")
                        || !belongs(prices().max(Comparator.naturalOrder()), "price");
            case PriceFormula.LinearFixedBounds fixed -> false;
            case PriceFormula.PricePerQualityPoint absolute -> false;
            case PriceFormula.ValueForMoneyIndex absolute -> false;
            case PriceFormula.MonetisedQuality absolute -> false;
        };
    }

    private boolean isForeign(SocialValueMethod method) {
        return switch (method) {
            case SocialValueMethod.Qualitative marked -> false;
            case SocialValueMethod.Quantitative counted -> isForeign(counted.method());
            case SocialValueMethod.Blended blended -> isForeign(blended.method());
        };
    }

    private boolean isForeign(QuantitativeMethod method) {
        return switch (method) {
            case QuantitativeMethod.RelativeToHighest relative -> !highestOfferBelongs();
            case QuantitativeMethod.AgainstTarget target -> false;
            case QuantitativeMethod.ShareOfContract share -> false;
        };
    }

    private Stream<BigDecimal> prices() {
        return each().map(bid -> bid.path("price").decimalValue());
    }

    private boolean belongs(Optional<BigDecimal> figure, String field) {
        return figure.isEmpty()
                || each().filter(bid -> shown.contains(bid.path("bid").asText()))
                        .anyMatch(bid -> bid.path(field).decimalValue().compareTo(figure.get()) == 0);
    }

    private boolean highestOfferBelongs() {
        var key = methodology.socialValue().map(Criterion::key).orElseThrow();
        var best = each().max(Comparator.comparing(bid -> offer(bid, key)));
        return best.isEmpty()
                || each().filter(bid -> shown.contains(bid.path("bid").asText()))
                        .anyMatch(bid -> offer(bid, key).compareTo(offer(best.get(), key)) == 0);
    }

    private static BigDecimal offer(JsonNode bid, String criterion) {
        for (var assessed : bid.path("criteria")) {
            if (assessed.path("key").asText().equals(criterion)) {
                return assessed.path("commitments").path("value").decimalValue();
            }
        }
        return BigDecimal.ZERO;
    }

    private Stream<JsonNode> each() {
        var all = new ArrayList<JsonNode>();
        bids.forEach(all::add);
        return List.copyOf(all).stream();
    }

    private static void cut(ArrayNode criteria, Criterion criterion) {
        for (var assessed : criteria) {
            if (assessed instanceof ObjectNode object
                    && object.path("key").asText().equals(criterion.key())) {
                var working = object.path("working").asText();
                object.put(
                        "working",
                        "scored against a figure of another bidder, which is not shown;"
                                + working.substring(working.lastIndexOf(';') + 1));
            }
        }
    }
}
