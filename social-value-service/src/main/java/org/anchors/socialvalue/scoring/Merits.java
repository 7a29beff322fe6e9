package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What each eligible bid has of each criterion, per point of its weight, before anything is rounded: the bid with the highest sum
 * of weights times merits is ahead. Under an absolute method the criteria are those without the price, and the price is in the
 * merits: quality per pound, or worth less price; so the sums still order the bids as the formula does.
 *
 * @param criteria with the weights that they have
 * @param bids by key
 */
public record Merits(List<Weight> criteria, List<Of> bids) {

    /** A criterion with its weight. */
    public record Weight(String criterion, BigDecimal weight) {}

    /**
     * The merits of a bid.
     *
     * @param perPoint for each criterion, in their order
     */
    public record Of(String bid, List<Fraction> perPoint) {}

    public static Merits of(Methodology methodology, Map<String, Measure> catalogue, List<Bid> bids) {
        var exact = methodology.rounded(new Rounding(Rounding.Stage.FINAL_ONLY, 2, Rounding.Mode.HALF_UP));
        var cards = new Marking(exact, Scoring.fieldOf(exact, catalogue, bids), Form.NEWEST).cards();
        var weights = exact.criteria().stream()
                .filter(criterion -> !Marking.isUnmarkedPrice(criterion))
                .map(criterion -> new Weight(criterion.key(), criterion.weight()))
                .toList();
        return new Merits(
                weights,
                cards.stream()
                        .map(card -> new Of(card.bid().key(), merits(card, exact)))
                        .toList());
    }

    private static List<Fraction> merits(Card card, Methodology methodology) {
        var shares = card.criteria().stream()
                .map(marked -> marked.carried().over(marked.assessed().available()))
                .toList();
        return methodology.absolute().map(formula -> perPound(shares, card.bid(), formula)).orElse(shares).stream()
                .map(Fraction::reduced)
                .toList();
    }

    private static List<Fraction> perPound(List<Fraction> shares, Bid bid, PriceFormula.Absolute formula) {
        var price = bid.priceGiven();
        return switch (formula) {
            case PriceFormula.PricePerQualityPoint perPoint ->
                shares.stream().map(share -> share.over(price)).toList();
            case PriceFormula.ValueForMoneyIndex index -> perRoot(shares, price, index);
            case PriceFormula.MonetisedQuality monetised ->
                shares.stream()
                        .map(share -> share.times(monetised.worth()).minus(Fraction.of(price)))
                        .toList();
        };
    }

    /** {@code Q^(wQ/wC) / P} orders as {@code Q / P^(wC/wQ)} does. */
    private static List<Fraction> perRoot(
            List<Fraction> shares, BigDecimal price, PriceFormula.ValueForMoneyIndex index) {
        if (index.qualityWeight().signum() == 0) {
            return shares;
        }
        var root = Powers.power(price, index.priceWeight().divide(index.qualityWeight(), Powers.WORKING));
        return shares.stream().map(share -> share.over(root)).toList();
    }

    /**
     * Bids that set what the others are scored against: the only one of the lowest price, of the highest price, or of the highest
     * value of commitments. Leaving out any other bid changes no mark.
     */
    public static List<String> settingTheScale(
            Methodology methodology, Map<String, Measure> catalogue, List<Bid> bids) {
        var entries = Scoring.fieldOf(methodology, catalogue, bids).entries();
        var byPrice = entries.stream()
                .filter(entry -> entry.bid().price() != null)
                .sorted(Comparator.comparing(
                        entry -> Objects.requireNonNull(entry.bid().price())))
                .toList();
        var byValue =
                entries.stream().sorted(Comparator.comparing(Entry::value)).toList();
        var setting = new ArrayList<String>();
        if (byPrice.size() > 1) {
            setting.add(byPrice.getFirst().bid().key());
            setting.add(byPrice.getLast().bid().key());
        }
        if (byValue.size() > 1) {
            setting.add(byValue.getLast().bid().key());
        }
        return setting.stream().sorted().distinct().toList();
    }
}
