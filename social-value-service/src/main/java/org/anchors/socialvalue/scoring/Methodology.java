package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What bids are judged by, fixed before the first is seen.
 *
 * @param outOf marks available in total; the weights of the criteria sum to exactly that
 * @param criteria at most one price and at most one of social value
 * @param gates what a bid must pass to be eligible
 * @param terms what social value is measured against and by
 */
public record Methodology(
        BigDecimal outOf,
        List<Criterion> criteria,
        List<String> gates,
        Scale scale,
        Rounding rounding,
        List<TieBreak> tieBreaks,
        Terms terms) {

    /**
     * What social value is measured against and by.
     *
     * @param contractValue in GBP
     */
    public record Terms(BigDecimal contractValue, Valuation valuation) {
        public Terms {
            if (contractValue.signum() <= 0) {
                throw new IllegalArgumentException("A contract value of " + contractValue);
            }
        }
    }

    public Methodology {
        criteria = List.copyOf(criteria);
        var sum = criteria.stream().map(Criterion::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(outOf) != 0) {
            throw new IllegalArgumentException("The criteria weigh %s of %s".formatted(sum, outOf));
        }
        if (only(Criterion.Price.class, criteria).skip(1).findAny().isPresent()
                || only(Criterion.SocialValue.class, criteria).skip(1).findAny().isPresent()) {
            throw new IllegalArgumentException("More than one price or social value");
        }
    }

    public Optional<Criterion.Price> price() {
        return only(Criterion.Price.class, criteria).findFirst();
    }

    public Optional<Criterion.SocialValue> socialValue() {
        return only(Criterion.SocialValue.class, criteria).findFirst();
    }

    /** The first of the heaviest ones, in the order of the methodology. */
    public Optional<Criterion.Quality> heaviestQuality() {
        return only(Criterion.Quality.class, criteria)
                .reduce((one, other) -> other.weight().compareTo(one.weight()) > 0 ? other : one);
    }

    /** The formula that sets price against quality, where there are no price marks. */
    public Optional<PriceFormula.Absolute> absolute() {
        return price().map(Criterion.Price::formula)
                .filter(PriceFormula.Absolute.class::isInstance)
                .map(PriceFormula.Absolute.class::cast);
    }

    /** Whether a bid cannot be ranked without its price. */
    public boolean needsPrices() {
        return price().isPresent() || tieBreaks.contains(TieBreak.LOWEST_PRICE);
    }

    /** All that evaluators mark. */
    public Stream<Part> questions() {
        return criteria.stream().flatMap(Criterion::questions);
    }

    /** Marks available for everything but the price. */
    BigDecimal outOfWithoutPrice() {
        return criteria.stream()
                .filter(criterion -> !(criterion instanceof Criterion.Price))
                .map(Criterion::weight)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Better bids first, by their totals alone. */
    Comparator<Card> byTotal() {
        Comparator<Card> lowestFirst = Comparator.comparing(Card::total);
        return absolute().filter(PriceFormula.Absolute::lowestWins).isPresent() ? lowestFirst : lowestFirst.reversed();
    }

    private static <T extends Criterion> Stream<T> only(Class<T> kind, List<Criterion> criteria) {
        return criteria.stream().filter(kind::isInstance).map(kind::cast);
    }
}
