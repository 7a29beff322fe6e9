package org.anchors.charter.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Indicator;
import org.anchors.charter.indicator.Operand.Part;
import org.anchors.charter.indicator.Scale;
import org.anchors.contracts.event.AnnualReportSubmitted.State;
import org.jspecify.annotations.Nullable;

/**
 * Holds values against those of the year before, by the bands of the catalogue: per cent of the earlier value for an amount,
 * percentage points for a share, steps for a level. It is silent where one of the two years has no figure, and where the
 * definition has changed so that the two cannot be compared.
 */
final class ChangeCheck {

    static final String BEYOND_BAND = "change-beyond-band";
    static final String JUMP = "jump-of-levels";
    static final String BASELINE = "baseline-changed";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Catalogue catalogue;
    private final LastYear lastYear;
    private final Findings findings;

    ChangeCheck(Catalogue catalogue, LastYear lastYear, Findings findings) {
        this.catalogue = catalogue;
        this.lastYear = lastYear;
        this.findings = findings;
    }

    void run(List<Figure> figures) {
        figures.stream().filter(Figure::isGiven).forEach(this::check);
    }

    private void check(Figure figure) {
        var sent = figure.sent();
        var indicator = sent.indicator() == null ? Optional.<Indicator>empty() : catalogue.find(sent.indicator());
        var before = lastYear.find(sent.indicator(), sent.group()).filter(said -> said.state() == State.GIVEN);
        if (indicator.isPresent() && before.isPresent() && isComparable(indicator.get())) {
            percent(indicator.get(), figure, before.get());
            points(indicator.get(), figure, before.get());
            steps(indicator.get(), figure, before.get());
            baseline(indicator.get(), figure, before.get());
        }
    }

    private boolean isComparable(Indicator now) {
        return lastYear.catalogue() != null
                && lastYear.catalogue()
                        .find(now.code())
                        .filter(now::isComparableWith)
                        .isPresent();
    }

    private void percent(Indicator indicator, Figure figure, LastYear.Said before) {
        var band = indicator.bandPercent();
        var part = figure.part(Part.VALUE).isPresent() ? Part.VALUE : Part.NUMERATOR;
        var now = amount(
                figure.part(part).orElse(null), figure.part(Part.DENOMINATOR).orElse(null), before.denominator());
        var then = amount(
                part == Part.VALUE ? before.value() : before.numerator(),
                before.denominator(),
                figure.part(Part.DENOMINATOR).orElse(null));
        if (band == null || now == null || then == null) {
            return;
        }
        if (now.subtract(then).abs().multiply(HUNDRED).compareTo(band.multiply(then.abs())) > 0) {
            found(
                    figure,
                    part,
                    BEYOND_BAND,
                    before,
                    "It changed by more than %s %%: correct or explain it.".formatted(band));
        }
    }

    /** Of a ratio, its numerator over the other's denominator: the quotients stand to each other as these do. */
    private static @Nullable BigDecimal amount(
            @Nullable BigDecimal number, @Nullable BigDecimal own, @Nullable BigDecimal others) {
        if (number == null || own == null) {
            return number;
        }
        return others == null || others.signum() <= 0 || own.signum() <= 0 ? null : number.multiply(others);
    }

    private void points(Indicator indicator, Figure figure, LastYear.Said before) {
        var band = indicator.bandPoints();
        var numerator = figure.part(Part.NUMERATOR).orElse(null);
        var denominator = figure.part(Part.DENOMINATOR).orElse(null);
        if (band == null
                || indicator.ratioScale() != Scale.PERCENT
                || numerator == null
                || before.numerator() == null
                || !isPositive(denominator)
                || !isPositive(before.denominator())) {
            return;
        }
        var difference = numerator
                .multiply(before.denominator())
                .subtract(before.numerator().multiply(denominator));
        var allowed = band.multiply(denominator).multiply(before.denominator());
        if (difference.abs().multiply(HUNDRED).compareTo(allowed) > 0) {
            found(
                    figure,
                    Part.NUMERATOR,
                    BEYOND_BAND,
                    before,
                    "The share changed by more than %s percentage points: correct or explain it.".formatted(band));
        }
    }

    private void steps(Indicator indicator, Figure figure, LastYear.Said before) {
        var most = indicator.bandSteps();
        var now = figure.part(Part.VALUE).orElse(null);
        if (most != null
                && now != null
                && before.value() != null
                && now.subtract(before.value()).abs().compareTo(most) > 0) {
            found(
                    figure,
                    Part.VALUE,
                    JUMP,
                    before,
                    "It moved by more than %s within a year: correct or explain it.".formatted(most));
        }
    }

    private void baseline(Indicator indicator, Figure figure, LastYear.Said before) {
        var now = figure.part(Part.DENOMINATOR).orElse(null);
        if (indicator.fixedDenominator()
                && now != null
                && before.denominator() != null
                && now.compareTo(before.denominator()) != 0) {
            found(
                    figure,
                    Part.DENOMINATOR,
                    BASELINE,
                    before,
                    "The baseline is fixed: send last year's, or explain why it was restated.");
        }
    }

    private void found(Figure figure, Part part, String rule, LastYear.Said before, String mend) {
        findings.query(figure, Figure.place(part), rule, given(figure, before), mend, lastYear);
    }

    private String given(Figure figure, LastYear.Said before) {
        return "%s against %s in %s"
                .formatted(
                        shown(
                                figure.part(Part.VALUE).orElse(null),
                                figure.part(Part.NUMERATOR).orElse(null),
                                figure.part(Part.DENOMINATOR).orElse(null)),
                        shown(before.value(), before.numerator(), before.denominator()),
                        lastYear.year());
    }

    private static String shown(
            @Nullable BigDecimal value, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
        return value == null ? plain(numerator) + "/" + plain(denominator) : plain(value);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "-" : number.stripTrailingZeros().toPlainString();
    }

    private static boolean isPositive(@Nullable BigDecimal number) {
        return number != null && number.signum() > 0;
    }
}
