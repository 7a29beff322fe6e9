package org.anchors.charter.consolidated;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.charter.consolidated.Total.Name;
import org.anchors.charter.indicator.Aggregation;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Indicator;
import org.anchors.charter.indicator.Scale;
import org.jspecify.annotations.Nullable;

/**
 * Turns sums into the figures of a consolidated report. A ratio is the sum of numerators over the sum of denominators, never a
 * mean of percentages; nothing is added up across groups, which overlap.
 */
final class Consolidation {

    /** What can be consolidated from sums alone. */
    static final Set<Aggregation> SUMMED = EnumSet.of(Aggregation.SUM, Aggregation.RATIO_OF_SUMS);

    private static final String HEADCOUNT = "EMP-01";
    private static final int SHARE_PLACES = 2;

    private final Map<Name, Total> totals;
    private final Map<Name, Total> previous;
    private final int expected;
    private final UnaryOperator<String> provenance;

    /**
     * @param totals sums of the year and of the year before
     * @param year calendar year in which the year starts
     * @param expected how many organisations were expected to report
     * @param provenance gives the path of a figure's provenance for its id
     */
    Consolidation(List<Total> totals, int year, int expected, UnaryOperator<String> provenance) {
        this.totals = of(totals, year);
        this.previous = of(totals, year - 1);
        this.expected = expected;
        this.provenance = provenance;
    }

    /** The figures in the catalogue's order; an indicator that nobody gave has none. */
    List<ConsolidatedFigure> figures(Catalogue catalogue, @Nullable String pillar) {
        return catalogue.indicators().stream()
                .filter(indicator -> pillar == null || pillar.equals(indicator.pillar()))
                .filter(indicator -> SUMMED.contains(indicator.aggregation()))
                .flatMap(this::figuresOf)
                .toList();
    }

    private Stream<ConsolidatedFigure> figuresOf(Indicator indicator) {
        return Stream.concat(Stream.of(""), indicator.groups().stream())
                .map(group -> totals.get(new Name(indicator.code(), group)))
                .filter(total -> total != null)
                .map(total -> figure(indicator, total));
    }

    private ConsolidatedFigure figure(Indicator indicator, Total total) {
        var isRatio = indicator.aggregation() == Aggregation.RATIO_OF_SUMS;
        return new ConsolidatedFigure(
                total.name().id(),
                indicator.code(),
                total.group().isEmpty() ? null : total.group(),
                indicator.pillar(),
                indicator.name(),
                indicator.unit(),
                indicator.aggregation(),
                isRatio ? plain(total.numerator()) : null,
                isRatio ? plain(total.denominator()) : null,
                value(indicator, total.numerator(), total.denominator()).orElse(null),
                new ConsolidatedFigure.Coverage(total.organisations(), expected, headcountShare(total)),
                change(indicator, total),
                provenance.apply(total.name().id()));
    }

    private static Optional<BigDecimal> value(Indicator indicator, BigDecimal numerator, BigDecimal denominator) {
        return indicator.aggregation() == Aggregation.RATIO_OF_SUMS
                ? indicator.ratioScale().of(numerator, denominator)
                : Optional.of(plain(numerator));
    }

    private @Nullable BigDecimal headcountShare(Total total) {
        var all = totals.get(new Name(HEADCOUNT, ""));
        return all == null || all.numerator().signum() == 0
                ? null
                : total.headcount().divide(all.numerator(), SHARE_PLACES, RoundingMode.HALF_UP);
    }

    private ConsolidatedFigure.@Nullable Change change(Indicator indicator, Total total) {
        if (total.paired() == 0) {
            return null;
        }
        var now = value(indicator, total.pairedNumerator(), total.pairedDenominator());
        var before = value(indicator, total.previousNumerator(), total.previousDenominator());
        if (now.isEmpty() || before.isEmpty()) {
            return null;
        }
        return new ConsolidatedFigure.Change(
                Optional.ofNullable(previous.get(total.name()))
                        .flatMap(all -> value(indicator, all.numerator(), all.denominator()))
                        .orElse(null),
                now.get().subtract(before.get()),
                unitOfChange(indicator),
                total.paired());
    }

    private static String unitOfChange(Indicator indicator) {
        return indicator.aggregation() == Aggregation.RATIO_OF_SUMS && indicator.ratioScale() != Scale.PLAIN
                ? "percentage-points"
                : indicator.unit();
    }

    private static Map<Name, Total> of(List<Total> totals, int year) {
        return totals.stream()
                .filter(total -> total.year() == year)
                .collect(Collectors.toMap(Total::name, total -> total));
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
