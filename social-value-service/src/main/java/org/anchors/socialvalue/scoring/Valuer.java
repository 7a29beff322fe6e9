package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values what bids commit to by the catalogue; scoring.md, "Quantitative social value". */
final class Valuer {

    private static final int PENCE = 2;

    private static final Comparator<Commitment> ORDER = Comparator.comparing(Commitment::measure)
            .thenComparing(Commitment::year)
            .thenComparing(Commitment::beneficiary, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Valuer::amount)
            .thenComparing(commitment -> commitment.standing().toString());

    private final Map<String, Measure> catalogue;
    private final Valuation valuation;
    private final Rounding rounding;

    Valuer(Map<String, Measure> catalogue, Methodology methodology) {
        this.catalogue = catalogue;
        this.valuation = methodology.terms().valuation();
        this.rounding = methodology.rounding();
    }

    /** A commitment with its value as it is carried on. */
    private record Valued(BigDecimal value, Offer.Line line) {}

    Entry entry(Bid bid) {
        var valued = bid.commitments().stream().sorted(ORDER).map(this::valued).toList();
        var sum = valued.stream().map(Valued::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Entry(
                bid,
                sum,
                new Offer(toThePenny(sum), valued.stream().map(Valued::line).toList()));
    }

    private Valued valued(Commitment commitment) {
        var lacks = commitment.standing().lacks();
        if (!lacks.isEmpty()) {
            return withoutValue(commitment, false, "does not count: " + String.join(", ", lacks));
        }
        var measure = catalogue.get(commitment.measure());
        if (measure == null) {
            throw new IllegalArgumentException("No measure " + commitment.measure());
        }
        return commitment.quantity() == null || measure.proxy() == null
                ? withoutValue(commitment, true, "recorded, not valued")
                : valued(commitment, product(commitment.year() - 1, commitment.quantity(), measure, measure.proxy()));
    }

    private Product product(int yearsBefore, Quantity quantity, Measure measure, BigDecimal proxy) {
        var product = new Product(quantity.amount(), quantity.working());
        product.times(proxy);
        product.without(valuation.deadweight());
        product.without(valuation.attribution());
        product.without(valuation.displacement());
        product.timesUnlessOne(valuation.multiplierOf(measure));
        product.faded(valuation.dropOff(), yearsBefore);
        product.discounted(valuation.discountOf(measure), yearsBefore);
        return product;
    }

    private Valued valued(Commitment commitment, Product product) {
        var value = rounding.step(product.value()).decimal();
        return new Valued(value, line(commitment, true, toThePenny(value), product.working()));
    }

    private static Valued withoutValue(Commitment commitment, boolean counted, String why) {
        return new Valued(BigDecimal.ZERO, line(commitment, counted, null, why));
    }

    private static Offer.Line line(Commitment of, boolean counted, @Nullable BigDecimal value, String working) {
        return new Offer.Line(
                of.measure(), of.year(), counted, value, working, of.standing().reason());
    }

    private static BigDecimal toThePenny(BigDecimal value) {
        return value.setScale(PENCE, RoundingMode.HALF_UP);
    }

    private static Fraction amount(Commitment commitment) {
        return commitment.quantity() == null
                ? Fraction.ZERO
                : commitment.quantity().amount();
    }
}
