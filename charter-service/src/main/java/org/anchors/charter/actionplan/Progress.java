package org.anchors.charter.actionplan;

import java.math.BigDecimal;
import java.util.Optional;
import org.anchors.charter.indicator.Indicator;
import org.anchors.charter.indicator.Kind;
import org.anchors.kit.edge.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * How far an action got: whether the reported figure reached the target, by the direction in which the indicator gets better.
 *
 * @param result met, not met, or not known
 * @param because why it is not known; null where it is
 */
record Progress(Result result, @Nullable Unknown because) {

    /** More than any ratio can be. */
    private static final BigDecimal BEYOND = BigDecimal.TEN.pow(60);

    enum Result {
        MET,
        NOT_MET,
        UNKNOWN
    }

    /** Why nobody can say. */
    enum Unknown {
        /** The organisation has not reported for the year. */
        NO_REPORT,
        /** The report says nothing of the indicator. */
        NOT_REPORTED,
        /** The report says that it was not collected. */
        NOT_COLLECTED,
        /** The report says that it does not apply. */
        NOT_APPLICABLE,
        /** Neither more nor less of it is better. */
        NO_DIRECTION,
        /** There is no ratio over nothing. */
        NO_RATIO
    }

    static Progress of(Scalar target, Indicator indicator, Reported reported) {
        return switch (reported.state()) {
            case GIVEN -> given(target, indicator, reported);
            case NOT_APPLICABLE -> unknown(Unknown.NOT_APPLICABLE);
            case NOT_COLLECTED -> unknown(Unknown.NOT_COLLECTED);
        };
    }

    private static Progress given(Scalar target, Indicator indicator, Reported reported) {
        return switch (target) {
            case Scalar.Number(var number) -> of(number, indicator, reported);
            case Scalar.Truth(var truth) -> of(truth ? BigDecimal.ONE : BigDecimal.ZERO, indicator, reported);
            case Scalar.Text text -> unknown(Unknown.NO_DIRECTION);
        };
    }

    static Progress unknown(Unknown because) {
        return new Progress(Result.UNKNOWN, because);
    }

    private static Progress of(BigDecimal target, Indicator indicator, Reported reported) {
        return switch (indicator.direction()) {
            case UP -> between(target, BEYOND, indicator, reported);
            case DOWN -> between(BEYOND.negate(), target, indicator, reported);
            case CONTEXT, NONE -> unknown(Unknown.NO_DIRECTION);
        };
    }

    private static Progress between(BigDecimal lower, BigDecimal upper, Indicator indicator, Reported reported) {
        var number = number(indicator, reported);
        if (number != null) {
            return known(number.compareTo(lower) >= 0 && number.compareTo(upper) <= 0);
        }
        return reported.ratio()
                .map(ratio ->
                        known(indicator.ratioScale().isWithin(lower, upper, ratio.numerator(), ratio.denominator())))
                .orElse(unknown(Unknown.NO_RATIO));
    }

    /** The figure in the indicator's unit, a ratio rounded half up to 2 places; empty where there is none. */
    static Optional<BigDecimal> figure(Indicator indicator, Reported reported) {
        var number = number(indicator, reported);
        return number == null
                ? reported.ratio().flatMap(ratio -> indicator.ratioScale().of(ratio.numerator(), ratio.denominator()))
                : Optional.of(number);
    }

    /** A part of persons is a number of persons; a part in per cent is a ratio. */
    private static @Nullable BigDecimal number(Indicator indicator, Reported reported) {
        return indicator.kind() == Kind.PART_OF && !indicator.unit().equals("%")
                ? reported.numerator()
                : reported.value();
    }

    private static Progress known(boolean met) {
        return new Progress(met ? Result.MET : Result.NOT_MET, null);
    }
}
