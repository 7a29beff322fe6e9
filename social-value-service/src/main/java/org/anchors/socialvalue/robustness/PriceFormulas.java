package org.anchors.socialvalue.robustness;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.anchors.socialvalue.scoring.Criterion;
import org.anchors.socialvalue.scoring.PriceFormula;
import org.anchors.socialvalue.scoring.Unscorable;

/** Who wins under each formula for the price; those with parameters only where the methodology gives them. */
final class PriceFormulas {

    private PriceFormulas() {}

    static List<Robustness.Priced> of(Contest contest) {
        return contest.methodology().price().stream()
                .flatMap(price -> formulas(contest, price).stream())
                .map(formula -> tried(contest, formula))
                .toList();
    }

    private static List<PriceFormula> formulas(Contest contest, Criterion.Price price) {
        var formulas = new ArrayList<PriceFormula>(List.of(new PriceFormula.LowestPriceRelative()));
        if (price.formula() instanceof PriceFormula.LinearFixedBounds bounds) {
            formulas.add(bounds);
        }
        formulas.add(new PriceFormula.MinMax());
        formulas.add(new PriceFormula.PricePerQualityPoint());
        var others = contest.methodology().outOfWithoutPrice();
        if (price.weight().compareTo(BigDecimal.ONE) >= 0 && others.compareTo(BigDecimal.ONE) >= 0) {
            formulas.add(new PriceFormula.ValueForMoneyIndex(others, price.weight()));
        }
        if (price.formula() instanceof PriceFormula.MonetisedQuality monetised) {
            formulas.add(monetised);
        }
        return formulas;
    }

    private static Robustness.Priced tried(Contest contest, PriceFormula formula) {
        var priced = contest.methodology().priced(formula);
        if (priced.isEmpty()) {
            return new Robustness.Priced(formula.name(), null, "The methodology has no weights that it could use.");
        }
        try {
            return new Robustness.Priced(
                    formula.name(), contest.with(priced.get()).winner(), null);
        } catch (Unscorable unscorable) {
            return new Robustness.Priced(formula.name(), null, unscorable.getMessage());
        }
    }
}
