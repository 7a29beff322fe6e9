package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
     * @param workingAge people of working age in the place that it is for, where that is said
     */
    public record Terms(
            BigDecimal contractValue,
            Valuation valuation,
            @Nullable BigDecimal workingAge) {

        /** For a place of which nothing is said. */
        public Terms(BigDecimal contractValue, Valuation valuation) {
            this(contractValue, valuation, null);
        }

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

    /** The same with another rounding. */
    public Methodology rounded(Rounding other) {
        return new Methodology(outOf, criteria, gates, scale, other, tieBreaks, terms);
    }

    /** The same with another way for the price to count, if it can be: absolute formulas set it against the rest unweighted. */
    public Optional<Methodology> priced(PriceFormula formula) {
        return price().flatMap(price -> switch (formula) {
            case PriceFormula.Relative relative ->
                price.weight().signum() == 0
                        ? Optional.<Methodology>empty()
                        : Optional.of(replaced(price, price.weight(), formula, outOf));
            case PriceFormula.ValueForMoneyIndex index -> Optional.of(replaced(price, price.weight(), formula, outOf));
            case PriceFormula.Absolute absolute ->
                outOfWithoutPrice().signum() == 0
                        ? Optional.<Methodology>empty()
                        : Optional.of(replaced(price, BigDecimal.ZERO, formula, outOfWithoutPrice()));
        });
    }

    private Methodology replaced(Criterion.Price price, BigDecimal weight, PriceFormula formula, BigDecimal marks) {
        var other = new Criterion.Price(price.key(), price.title(), weight, formula);
        return new Methodology(
                marks,
                criteria.stream()
                        .map(criterion -> criterion == price ? other : criterion)
                        .toList(),
                gates,
                scale,
                rounding,
                tieBreaks,
                terms);
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

    /**
     * Whether no eligible bid can have a quality of 0, which an absolute method would divide by: because of pass marks, or of a scale that
     * begins above 0, and of enough of either to be left after rounding. The least eligible bid itself is asked.
     */
    public boolean everyEligibleBidHasMarks() {
        var marks = questions().collect(Collectors.toMap(Part::key, this::leastThatPasses));
        var bid = new Bid("least", null, null, null, Map.of(), marks, List.of());
        var least = new Entry(bid, BigDecimal.ZERO, new Offer(BigDecimal.ZERO, List.of()));
        return !new Marking(this, Field.of(List.of(least)), Form.NEWEST)
                .quality(least)
                .isZero();
    }

    private Mark leastThatPasses(Part question) {
        var least = question.passMark() == null ? scale.least() : scale.leastFrom(question.passMark());
        return new Mark(Figures.plain(least), least, null);
    }

    /** Marks available for everything but the price. */
    public BigDecimal outOfWithoutPrice() {
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
