package org.anchors.socialvalue.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
 * the highest offer, and that belongs to neither the reader nor the winner, no working is shown of the marks and of the total that
 * holds them, no score, and the marks to two places at most: from an exact score the other bidder's figure could be worked out.
 */
final class Discretion {

    private static final int MOST_PLACES = 2;

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
        foreign().forEach(criterion -> cut(criteria, criterion));
        return criteria;
    }

    /** A bid's total, as exact as may be shown. */
    BigDecimal total(JsonNode bid) {
        var total = bid.path("total");
        return foreign().findAny().isPresent() ? roughly(total) : total.decimalValue();
    }

    /** How a bid's total came about, as far as that may be shown. */
    String working(JsonNode bid) {
        return foreign().findAny().isPresent()
                ? "the marks for the criteria, added and rounded as the methodology says"
                : bid.path("working").asText();
    }

    /** The criteria by which bids are held against a figure of a third bidder. */
    private Stream<Criterion> foreign() {
        return Stream.concat(
                methodology.price().filter(price -> isForeign(price.formula())).stream(),
                methodology.socialValue().filter(value -> isForeign(value.method())).stream());
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
                object.put("working", "scored against a figure of another bidder, which is not shown");
                object.put("given", roughly(object.path("given")));
                object.remove("score");
            }
        }
    }

    private static BigDecimal roughly(JsonNode marks) {
        var exact = marks.decimalValue();
        return exact.setScale(Math.min(exact.scale(), MOST_PLACES), RoundingMode.HALF_UP);
    }
}
