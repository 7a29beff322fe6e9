package org.anchors.socialvalue.methodology;

import java.math.BigDecimal;
import java.util.List;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.edge.Findings;
import org.anchors.socialvalue.scoring.Scale;
import org.jspecify.annotations.Nullable;

/** The rules of one criterion by itself, which depend on its kind. */
final class CriterionCheck {

    private static final BigDecimal ALL_BUT_ONE = new BigDecimal("99");
    private static final BigDecimal LEAST_TARGET = new BigDecimal("0.0001");

    private final CriterionBody body;
    private final String at;
    private final Findings found = new Findings();

    private CriterionCheck(CriterionBody body, String at) {
        this.body = body;
        this.at = at;
    }

    static List<Fault> faultsOf(CriterionBody body, String at) {
        var check = new CriterionCheck(body, at);
        if (body.kind() != null) {
            switch (body.kind()) {
                case PRICE -> check.price();
                case QUALITY -> check.quality();
                case SOCIAL_VALUE -> check.socialValue();
            }
        }
        return check.found.faults();
    }

    static void weight(Findings found, String at, @Nullable BigDecimal weight) {
        if (weight != null && (weight.signum() <= 0 || weight.compareTo(new BigDecimal(100)) > 0)) {
            found.add(at + "/weight", "weight-out-of-range", weight.toPlainString(), "Send more than 0, at most 100.");
        }
    }

    static void passMark(Findings found, String at, @Nullable BigDecimal passMark, List<PartBody> parts) {
        if (passMark != null && !parts.isEmpty()) {
            found.add(
                    at + "/passMark",
                    "pass-mark-of-several",
                    passMark.toPlainString(),
                    "Give pass marks to questions, not to what has parts.");
        }
        found.between(at + "/passMark", passMark, BigDecimal.ZERO, Scale.HUNDRED);
    }

    private void price() {
        foreign("passMark", body.passMark());
        foreign("parts", body.parts());
        notOfSocialValue();
        needed("formula", body.formula(), "Name the price formula.");
        if (body.formula() != null) {
            weightOfThePrice(body.formula());
            parametersOf(body.formula());
        }
    }

    private void weightOfThePrice(Formula formula) {
        if (formula.isUnweighted()) {
            if (body.weightOrNone().signum() != 0) {
                found.add(
                        at + "/weight",
                        "weight-of-an-unweighted-price",
                        body.weightOrNone().toPlainString(),
                        "Leave it out: this formula sets the price against the other marks, which sum to 100.");
            }
            return;
        }
        weighted();
        if (formula == Formula.VALUE_FOR_MONEY_INDEX) {
            found.between(at + "/weight", body.weight(), BigDecimal.ONE, ALL_BUT_ONE);
        }
    }

    private void weighted() {
        needed("weight", body.weight(), "Give it a weight.");
        weight(found, at, body.weight());
    }

    private void parametersOf(Formula formula) {
        if (formula == Formula.LINEAR_FIXED_BOUNDS) {
            needed("bounds", body.bounds(), "Give the lower and the upper price.");
            bounds();
        } else {
            foreign("bounds", body.bounds());
        }
        if (formula == Formula.MONETISED_QUALITY) {
            needed("qualityWorth", body.qualityWorth(), "Say what a quality of 100 is worth in GBP.");
            found.moneyAboveZero(at + "/qualityWorth", body.qualityWorth());
        } else {
            foreign("qualityWorth", body.qualityWorth());
        }
    }

    private void bounds() {
        var bounds = body.bounds();
        if (bounds == null || bounds.lower() == null || bounds.upper() == null) {
            return;
        }
        found.moneyAboveZero(at + "/bounds/lower", bounds.lower());
        found.moneyAboveZero(at + "/bounds/upper", bounds.upper());
        if (bounds.lower().compareTo(bounds.upper()) >= 0) {
            found.add(
                    at + "/bounds",
                    "lower-not-below-upper",
                    "%s to %s"
                            .formatted(
                                    bounds.lower().toPlainString(),
                                    bounds.upper().toPlainString()),
                    "Send a lower price below the upper one.");
        }
    }

    private void quality() {
        weighted();
        notOfPrice();
        notOfSocialValue();
        passMark(found, at, body.passMark(), body.whole().partsOrNone());
    }

    private void socialValue() {
        weighted();
        notOfPrice();
        needed("method", body.method(), "Say whether it is QUALITATIVE, QUANTITATIVE or BLENDED.");
        if (body.method() == null) {
            return;
        }
        switch (body.method()) {
            case QUALITATIVE -> {
                foreign("quantitative", body.quantitative());
                foreign("quantitativeShare", body.quantitativeShare());
                passMark(found, at, body.passMark(), body.whole().partsOrNone());
            }
            case QUANTITATIVE -> {
                foreign("parts", body.parts());
                foreign("passMark", body.passMark());
                foreign("quantitativeShare", body.quantitativeShare());
                counting();
            }
            case BLENDED -> {
                passMark(found, at, body.passMark(), body.whole().partsOrNone());
                share();
                counting();
            }
        }
    }

    private void share() {
        var share = body.quantitativeShare();
        needed("quantitativeShare", share, "Say which share is counted.");
        if (share != null && (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) >= 0)) {
            found.add(
                    at + "/quantitativeShare",
                    "out-of-range",
                    share.toPlainString(),
                    "Send more than 0 and less than 1, or another method.");
        }
    }

    private void counting() {
        needed("quantitative", body.quantitative(), "Say how commitments are counted.");
        if (body.quantitative() == null || body.quantitative().method() == null) {
            return;
        }
        var target = body.quantitative().target();
        if (body.quantitative().method() == CriterionBody.Counting.AGAINST_TARGET) {
            needed("quantitative/target", target, "Give the target as a share of the contract value.");
            found.between(at + "/quantitative/target", target, LEAST_TARGET, BigDecimal.TEN);
        } else {
            foreign("quantitative/target", target);
        }
    }

    private void notOfPrice() {
        foreign("formula", body.formula());
        foreign("bounds", body.bounds());
        foreign("qualityWorth", body.qualityWorth());
    }

    private void notOfSocialValue() {
        foreign("method", body.method());
        foreign("quantitativeShare", body.quantitativeShare());
        foreign("quantitative", body.quantitative());
    }

    private void needed(String field, @Nullable Object given, String mend) {
        if (given == null) {
            found.add(at + "/" + field, "missing", null, mend);
        }
    }

    private void foreign(String field, @Nullable Object given) {
        if (given != null) {
            found.add(at + "/" + field, "not-of-this-kind", null, "Leave it out here.");
        }
    }
}
