package org.anchors.charter.report;

import java.math.BigDecimal;
import org.anchors.charter.indicator.Indicator;
import org.anchors.charter.indicator.Indicator.GroupUse;
import org.anchors.charter.indicator.Kind;
import org.anchors.charter.indicator.Operand.Part;
import org.anchors.charter.indicator.Scale;
import org.anchors.kit.edge.Scalar;
import org.jspecify.annotations.Nullable;

/** Checks one value against the definition of its indicator. */
final class ValueCheck {

    private final Indicator indicator;
    private final Figure figure;
    private final Findings findings;

    ValueCheck(Indicator indicator, Figure figure, Findings findings) {
        this.indicator = indicator;
        this.figure = figure;
        this.findings = findings;
    }

    void run() {
        group();
        if (figure.sent().text() != null) {
            fault("/text", "wrong-form", figure.sent().text(), "Send it once, as value or as text.");
        }
        new IdentifierCheck(indicator, figure, findings).run();
        if (!figure.isGiven()) {
            noFigure();
            return;
        }
        switch (indicator.kind()) {
            case NUMBER -> number();
            case RATIO -> ratio(true);
            case PART_OF -> ratio(false);
            case TRUTH -> truth();
            case CODE -> code();
        }
    }

    private void group() {
        var group = figure.sent().group();
        if (group == null) {
            if (indicator.groupUse() == GroupUse.REQUIRED) {
                fault("/group", "group-missing", null, knownGroups());
            }
        } else if (indicator.groupUse() == GroupUse.NONE) {
            fault("/group", "group-not-allowed", group, "It is not reported by group: leave the group out.");
        } else if (!indicator.groups().contains(group)) {
            fault("/group", "unknown-group", group, knownGroups());
        }
    }

    private String knownGroups() {
        return "Groups of %s: %s.".formatted(indicator.code(), String.join(", ", indicator.groups()));
    }

    private void noFigure() {
        var sent = figure.sent();
        if (sent.value() != null || sent.numerator() != null || sent.denominator() != null) {
            fault("/state", "figure-beside-state", figure.state().name(), "Send a figure or a state, not both.");
        }
    }

    private void number() {
        refuse(Part.NUMERATOR);
        refuse(Part.DENOMINATOR);
        if (figure.sent().value() instanceof Scalar.Number(BigDecimal number)) {
            places(Part.VALUE, number);
            if (isOutside(number)) {
                outOfBounds(Part.VALUE, number.toPlainString());
            }
        } else {
            wrongValue("a number");
        }
    }

    private void truth() {
        refuse(Part.NUMERATOR);
        refuse(Part.DENOMINATOR);
        if (!isTruth(figure.sent().value())) {
            wrongValue("true or false");
        }
    }

    /** Yes and no are stored, and shown, as 1 and 0. */
    private static boolean isTruth(@Nullable Scalar value) {
        return switch (value) {
            case Scalar.Truth truth -> true;
            case Scalar.Number(BigDecimal number) ->
                number.compareTo(BigDecimal.ZERO) == 0 || number.compareTo(BigDecimal.ONE) == 0;
            case Scalar.Text text -> false;
            case null -> false;
        };
    }

    private void code() {
        refuse(Part.NUMERATOR);
        refuse(Part.DENOMINATOR);
        if (!(figure.sent().value() instanceof Scalar.Text(String text))) {
            wrongValue(knownCodes());
        } else if (!indicator.codes().contains(text)) {
            fault("/value", "unknown-code", text, "Send " + knownCodes() + ".");
        }
    }

    private String knownCodes() {
        return "one of " + String.join(", ", indicator.codes());
    }

    private void ratio(boolean denominatorNeeded) {
        if (figure.sent().value() != null) {
            fault(
                    "/value",
                    "wrong-form",
                    shown(figure.sent().value()),
                    "Send numerator and denominator; the ratio follows from them.");
        }
        var numerator = part(Part.NUMERATOR, true);
        var denominator = part(Part.DENOMINATOR, denominatorNeeded);
        if (indicator.kind() == Kind.PART_OF && numerator != null && numerator.signum() >= 0 && isOutside(numerator)) {
            outOfBounds(Part.NUMERATOR, numerator.toPlainString());
        }
        if (numerator != null && denominator != null && numerator.signum() >= 0 && denominator.signum() >= 0) {
            ratioOf(numerator, denominator);
        }
    }

    private @Nullable BigDecimal part(Part part, boolean needed) {
        var number = figure.part(part).orElse(null);
        if (number == null) {
            if (needed) {
                var counts = part == Part.NUMERATOR ? indicator.numerator() : indicator.denominator();
                fault(Figure.place(part), Figure.name(part) + "-missing", null, "Send it: " + counts + ".");
            }
            return null;
        }
        places(part, number);
        if (number.signum() < 0) {
            fault(Figure.place(part), "negative", number.toPlainString(), "Send zero or more.");
        }
        return number;
    }

    private void ratioOf(BigDecimal numerator, BigDecimal denominator) {
        var given = numerator.toPlainString() + "/" + denominator.toPlainString();
        if (indicator.isShare()) {
            if (numerator.compareTo(denominator) > 0) {
                fault(
                        "/numerator",
                        "numerator-above-denominator",
                        given,
                        "The numerator (%s) is part of the denominator (%s) and cannot be above it."
                                .formatted(indicator.numerator(), indicator.denominator()));
            }
        } else if (denominator.signum() == 0) {
            if (numerator.signum() != 0 || indicator.ratioScale() != Scale.PERCENT) {
                fault("/denominator", "denominator-zero", given, "Send a denominator above zero.");
            }
        } else if (indicator.lower() != null
                && indicator.upper() != null
                && !indicator.ratioScale().isWithin(indicator.lower(), indicator.upper(), numerator, denominator)) {
            outOfBounds(Part.NUMERATOR, given);
        }
    }

    private void refuse(Part part) {
        figure.part(part)
                .ifPresent(number -> fault(
                        Figure.place(part),
                        "wrong-form",
                        number.toPlainString(),
                        "It is not a ratio: send value alone."));
    }

    private void wrongValue(String expected) {
        var value = figure.sent().value();
        if (value == null) {
            fault(
                    "/value",
                    "value-missing",
                    null,
                    "Send " + expected + ", or the state NOT_COLLECTED or NOT_APPLICABLE.");
        } else {
            fault("/value", "wrong-type", shown(value), "Send " + expected + ".");
        }
    }

    private void places(Part part, BigDecimal number) {
        if (number.stripTrailingZeros().scale() > indicator.places()) {
            var mend = indicator.places() == 0
                    ? "Send a whole number."
                    : "Send at most %d decimal places.".formatted(indicator.places());
            fault(
                    Figure.place(part),
                    indicator.places() == 0 ? "not-whole" : "too-many-places",
                    number.toPlainString(),
                    mend);
        }
    }

    private boolean isOutside(BigDecimal number) {
        return (indicator.lower() != null && number.compareTo(indicator.lower()) < 0)
                || (indicator.upper() != null && number.compareTo(indicator.upper()) > 0);
    }

    private void outOfBounds(Part part, String given) {
        fault(
                Figure.place(part),
                "out-of-bounds",
                given,
                "It lies between %s and %s %s; check the unit."
                        .formatted(indicator.lower(), indicator.upper(), indicator.unit()));
    }

    private static String shown(Scalar value) {
        return switch (value) {
            case Scalar.Number(BigDecimal number) -> number.toPlainString();
            case Scalar.Truth(boolean truth) -> Boolean.toString(truth);
            case Scalar.Text(String text) -> text;
        };
    }

    private void fault(String place, String rule, @Nullable String given, String mend) {
        findings.fault(figure.at() + place, indicator.code(), rule, given, mend);
    }
}
