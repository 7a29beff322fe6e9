package org.anchors.charter.consolidated;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.charter.consolidated.ConsolidatedFigure.Apart;
import org.anchors.charter.consolidated.ConsolidatedFigure.Range;
import org.anchors.charter.consolidated.Total.Name;
import org.anchors.charter.indicator.Aggregation;
import org.anchors.charter.indicator.Attribute.Adding;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Indicator;
import org.anchors.charter.indicator.Kind;
import org.anchors.charter.indicator.Scale;
import org.anchors.kit.disclosure.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Turns sums into the figures of a consolidated report (reporting.md, Consolidating). A ratio is the sum of numerators over the
 * sum of denominators, never a mean of percentages; nothing is added up across groups, which overlap.
 */
final class Consolidation {

    private static final int SHARE_PLACES = 2;

    private final Map<Name, Total> totals;
    private final Map<Name, Total> previous;
    private final Map<Name, List<Tallies.Tally>> tallies;
    private final Map<Name, Distincts.Distinct> distincts;
    private final Map<Name, List<ConsolidatedFigure.NotPooled>> notPooled;
    private final int expected;
    private final UnaryOperator<String> provenance;
    private final Lens lens;
    private final Caveats caveats;

    /**
     * @param sums what the figures are made of
     * @param year calendar year in which the year starts
     * @param expected how many organisations were expected to report
     * @param provenance gives the path of a figure's provenance for its id
     * @param policy the disclosure policy under which counts of people are shown
     */
    Consolidation(Sums sums, int year, int expected, UnaryOperator<String> provenance, Policy policy) {
        this.totals = of(sums.totals(), year);
        this.previous = of(sums.totals(), year - 1);
        this.tallies = sums.tallies().stream().collect(Collectors.groupingBy(Tallies.Tally::figure));
        this.distincts =
                sums.distincts().stream().collect(Collectors.toMap(Distincts.Distinct::figure, Function.identity()));
        this.notPooled = sums.notPooled();
        this.expected = expected;
        this.provenance = provenance;
        this.lens = new Lens(policy);
        this.caveats = new Caveats(totals, previous, distincts, sums.yearBefore());
    }

    /** Figures as they are. */
    Consolidation(Sums sums, int year, int expected, UnaryOperator<String> provenance) {
        this(sums, year, expected, provenance, Policy.NONE);
    }

    /** The figures in the catalogue's order; an indicator that nobody gave, nor the year before, has none. */
    List<ConsolidatedFigure> figures(Catalogue catalogue, @Nullable String pillar) {
        return catalogue.indicators().stream()
                .filter(indicator -> pillar == null || pillar.equals(indicator.pillar()))
                .filter(indicator -> indicator.aggregation() != Aggregation.DERIVED)
                .flatMap(this::figuresOf)
                .toList();
    }

    /** The figures that an indicator can have: of everyone unless all its values are of groups, its conversion, its groups. */
    static Stream<Name> namesOf(Indicator indicator) {
        var total = indicator.groupUse() == Indicator.GroupUse.REQUIRED ? Stream.<String>empty() : Stream.of("");
        var conversion = indicator.kind() == Kind.PART_OF ? Stream.of(Pooling.CONVERSION) : Stream.<String>empty();
        return Stream.concat(
                Stream.of(total, conversion, indicator.groups().stream())
                        .flatMap(groups -> groups)
                        .map(group -> new Name(indicator.code(), group)),
                Detail.of(indicator).flatMap(Detail::figures));
    }

    /** Whether a name is one of those, or of what is kept beside them and can be opened. */
    static boolean isFigureOf(Indicator indicator, Name name) {
        return namesOf(indicator).anyMatch(name::equals)
                || Detail.named(indicator, name.group()).findAny().isPresent();
    }

    /** Those whose values are added up whatever else they say. */
    static Stream<Name> addedUp(Indicator indicator) {
        var mustBeAlike = Detail.of(indicator, Adding.ALIKE).findAny().isPresent();
        return namesOf(indicator).filter(name -> !mustBeAlike || !name.group().isEmpty());
    }

    private Stream<ConsolidatedFigure> figuresOf(Indicator indicator) {
        return namesOf(indicator)
                .filter(name -> caveats.isSplit(indicator) || !isOfAlike(indicator, name))
                .filter(name -> totals.containsKey(name) || notPooled.containsKey(name) || previous.containsKey(name))
                .map(name -> figure(indicator, totals.getOrDefault(name, Total.none(name))))
                .map(figure -> caveats.isSplit(indicator) && figure.group() == null ? figure.notAddedUp() : figure);
    }

    private ConsolidatedFigure figure(Indicator indicator, Total total) {
        var form = formOf(indicator, total.name());
        var given = answers(indicator, form, total.name());
        var range = lens.isClear(indicator) ? range(form, total) : null;
        var median = form == Aggregation.LATEST && given != null ? given.median() : null;
        var isCount = form == Aggregation.COUNT_TRUE;
        var isGiven = total.organisations() > 0;
        var isRatio = form == Aggregation.RATIO_OF_SUMS;
        var change = change(indicator, form, total);
        return new ConsolidatedFigure(
                total.name().id(),
                indicator.code(),
                total.group().isEmpty() ? null : total.group(),
                indicator.pillar(),
                isConversion(total.name())
                        ? "%s, as a share of %s".formatted(indicator.name(), indicator.denominator())
                        : indicator.name(),
                isConversion(total.name()) ? "%" : isCount ? "organisations" : indicator.unit(),
                form,
                isGiven && (isRatio || isCount) ? part(indicator, total.numerator()) : null,
                isGiven && isRatio
                        ? part(indicator, total.denominator())
                        : isGiven && isCount ? BigDecimal.valueOf(expected) : null,
                median != null
                        ? exact(median)
                        : range != null
                                ? exact(range)
                                : value(indicator, form, total).orElse(null),
                new ConsolidatedFigure.Coverage(total.organisations(), expected, headcountShare(total)),
                change,
                provenance.apply(total.name().id()),
                range != null && exact(range) == null ? range : null,
                given == null ? null : given.answers(),
                median,
                notPooled.get(total.name()),
                caveats.of(indicator, form, total, range != null && exact(range) == null, change != null),
                null);
    }

    private static boolean isOfAlike(Indicator indicator, Name name) {
        return Detail.of(indicator, Adding.ALIKE)
                .anyMatch(detail -> detail.saidIn(name).isPresent());
    }

    private @Nullable BigDecimal part(Indicator indicator, BigDecimal exact) {
        return lens.see(indicator, exact).map(Scale::plain).orElse(null);
    }

    private static Aggregation formOf(Indicator indicator, Name name) {
        return isConversion(name) ? Aggregation.RATIO_OF_SUMS : indicator.aggregation();
    }

    private static boolean isConversion(Name name) {
        return name.group().equals(Pooling.CONVERSION);
    }

    private @Nullable Distribution answers(Indicator indicator, Aggregation form, Name name) {
        if (!lens.isClear(indicator)) {
            return null;
        }
        return switch (form) {
            case COUNT_BY_VALUE -> Distribution.ofCodes(indicator.codes(), tallies.getOrDefault(name, List.of()));
            case LATEST -> tallies.containsKey(name) ? Distribution.ofLevels(tallies.get(name)) : null;
            case SUM, RATIO_OF_SUMS, WEIGHTED_MEAN, COUNT_DISTINCT, COUNT_TRUE, DERIVED -> null;
        };
    }

    /**
     * How many different things there are: those named by number, each once; those that were only counted may be among them, or
     * each other, or not.
     */
    private @Nullable Range range(Aggregation form, Total total) {
        var distinct = distincts.get(total.name());
        if (form != Aggregation.COUNT_DISTINCT || distinct == null) {
            return null;
        }
        var identified = BigDecimal.valueOf(distinct.identified());
        var unnamed = total.numerator().subtract(total.denominator());
        return new Range(Scale.plain(identified.max(distinct.largest())), Scale.plain(identified.add(unnamed)));
    }

    private static @Nullable BigDecimal exact(Range range) {
        return range.low().compareTo(range.high()) == 0 ? range.low() : null;
    }

    private Optional<BigDecimal> value(Indicator indicator, Aggregation form, Total total) {
        return total.organisations() == 0
                ? Optional.empty()
                : value(indicator, form, total.numerator(), total.denominator());
    }

    private Optional<BigDecimal> value(
            Indicator indicator, Aggregation form, BigDecimal numerator, BigDecimal denominator) {
        return switch (form) {
            case SUM, COUNT_TRUE -> lens.see(indicator, numerator).map(Scale::plain);
            case RATIO_OF_SUMS ->
                lens.see(indicator, numerator).flatMap(top -> lens.see(indicator, denominator)
                        .flatMap(bottom -> indicator.ratioScale().of(top, bottom)));
            case WEIGHTED_MEAN ->
                lens.isClear(indicator) ? indicator.ratioScale().of(numerator, denominator) : Optional.empty();
            case COUNT_DISTINCT, COUNT_BY_VALUE, LATEST, DERIVED -> Optional.empty();
        };
    }

    private @Nullable BigDecimal headcountShare(Total total) {
        var all = totals.get(new Name(Pooling.HEADCOUNT, ""));
        return all == null || all.numerator().signum() == 0
                ? null
                : total.headcount().divide(all.numerator(), SHARE_PLACES, RoundingMode.HALF_UP);
    }

    private ConsolidatedFigure.@Nullable Change change(Indicator indicator, Aggregation form, Total total) {
        var all = Optional.ofNullable(previous.get(total.name()));
        if (all.isEmpty() && total.paired() == 0
                || !isCompared(form)
                || !caveats.isComparable(indicator, total.name())) {
            return null;
        }
        var likeForLike = likeForLike(indicator, form, total);
        // A change whose parts are kept back is kept back as a whole: what is left of it would tell of them.
        return likeForLike.isEmpty() && total.paired() > 0 && !lens.isClear(indicator)
                ? null
                : new ConsolidatedFigure.Change(
                        all.flatMap(last -> value(indicator, form, last)).orElse(null),
                        likeForLike.orElse(null),
                        unitOfChange(indicator, form),
                        total.paired(),
                        apart(indicator, form, total, total.pairedNumerator(), total.pairedDenominator()),
                        all.map(last -> apart(
                                        indicator,
                                        form,
                                        last.butFor(total.paired()),
                                        total.previousNumerator(),
                                        total.previousDenominator()))
                                .orElse(new Apart(0, null)));
    }

    /** Different things, answers and levels of two years are not subtracted. */
    private static boolean isCompared(Aggregation form) {
        return switch (form) {
            case SUM, RATIO_OF_SUMS, WEIGHTED_MEAN, COUNT_TRUE -> true;
            case COUNT_DISTINCT, COUNT_BY_VALUE, LATEST, DERIVED -> false;
        };
    }

    private Optional<BigDecimal> likeForLike(Indicator indicator, Aggregation form, Total total) {
        return total.paired() == 0
                ? Optional.empty()
                : value(indicator, form, total.pairedNumerator(), total.pairedDenominator())
                        .flatMap(now -> value(indicator, form, total.previousNumerator(), total.previousDenominator())
                                .map(now::subtract));
    }

    /** Those of a total that are not among the organisations of both years. */
    private Apart apart(
            Indicator indicator, Aggregation form, Total total, BigDecimal numerator, BigDecimal denominator) {
        var organisations = total.organisations() - total.paired();
        return new Apart(
                organisations,
                organisations == 0
                        ? null
                        : value(
                                        indicator,
                                        form,
                                        total.numerator().subtract(numerator),
                                        total.denominator().subtract(denominator))
                                .orElse(null));
    }

    private static String unitOfChange(Indicator indicator, Aggregation form) {
        return switch (form) {
            case RATIO_OF_SUMS, WEIGHTED_MEAN ->
                indicator.ratioScale() == Scale.PLAIN ? indicator.unit() : "percentage-points";
            case COUNT_TRUE -> "organisations";
            case SUM, COUNT_DISTINCT, COUNT_BY_VALUE, LATEST, DERIVED -> indicator.unit();
        };
    }

    private static Map<Name, Total> of(List<Total> totals, int year) {
        return totals.stream()
                .filter(total -> total.year() == year)
                .collect(Collectors.toMap(Total::name, total -> total));
    }
}
