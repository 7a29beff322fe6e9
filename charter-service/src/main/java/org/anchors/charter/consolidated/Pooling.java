package org.anchors.charter.consolidated;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anchors.charter.consolidated.Total.Name;
import org.anchors.charter.indicator.Aggregation;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Indicator;
import org.anchors.charter.indicator.Kind;
import org.anchors.charter.indicator.Scale;
import org.anchors.contracts.event.AnnualReportSubmitted;
import org.anchors.contracts.event.AnnualReportSubmitted.State;
import org.anchors.contracts.event.AnnualReportSubmitted.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a report contribute to the figures (reporting.md, Consolidating). The parts that are added up are exact, so
 * that what was put in can be taken out again: a weighted share is rounded once, to 10 places, before it is added.
 */
final class Pooling {

    static final String HEADCOUNT = "EMP-01";

    /** Board-approved report submitted on time: it follows from the submissions, whatever the report says. */
    static final String ON_TIME = "LDP-02";

    /** The recognised framework: a report names it once, as a value or as its framework. */
    static final String FRAMEWORK = "LDP-04";

    /** The group under which the conversion of a number that is part of another one stands. */
    static final String CONVERSION = "conversion";

    static final int SMALLEST_SURVEY = Catalogue.SMALLEST_SURVEY;

    private static final int PLACES = 10;

    private final Catalogue catalogue;
    private final AnnualReportSubmitted report;
    private final @Nullable BigDecimal headcount;

    Pooling(Catalogue catalogue, AnnualReportSubmitted report) {
        this.catalogue = catalogue;
        this.report = report;
        this.headcount = report.values().stream()
                .filter(value -> value.indicator().equals(HEADCOUNT) && value.state() == State.GIVEN)
                .map(value -> plain(value.value()))
                .findFirst()
                .orElse(null);
    }

    /**
     * One value of one report and its part in a figure.
     *
     * @param numerator the value as it was given, or the upper part of a ratio
     * @param denominator the lower part of a ratio
     * @param top what is added to the upper sum; absent where the value is not pooled
     * @param bottom what is added to the lower sum
     * @param answer what is tallied
     * @param identifiers organisations that are counted once
     * @param reason why the value was restated
     */
    record Row(
            String indicator,
            String grp,
            Aggregation form,
            BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal top,
            @Nullable BigDecimal bottom,
            @Nullable String answer,
            @Nullable List<String> identifiers,
            @Nullable BigDecimal headcount,
            @Nullable String reason) {

        /** The same with the reason that the value gives. */
        Row because(@Nullable String otherReason) {
            return new Row(
                    indicator,
                    grp,
                    form,
                    numerator,
                    denominator,
                    top,
                    bottom,
                    answer,
                    identifiers,
                    headcount,
                    otherReason);
        }

        /** The same under another name. */
        Row as(String otherGroup) {
            return new Row(
                    indicator,
                    otherGroup,
                    form,
                    numerator,
                    denominator,
                    top,
                    bottom,
                    answer,
                    identifiers,
                    headcount,
                    reason);
        }
    }

    List<Row> rows() {
        return Stream.of(
                        report.values().stream()
                                .filter(value -> value.state() == State.GIVEN)
                                .filter(value -> !value.indicator().equals(ON_TIME))
                                .flatMap(this::rowsOf),
                        onTime(),
                        framework())
                .flatMap(rows -> rows)
                .toList();
    }

    private Stream<Row> rowsOf(Value value) {
        return catalogue.find(value.indicator()).stream().flatMap(indicator -> rowsOf(indicator, value));
    }

    private Stream<Row> rowsOf(Indicator indicator, Value value) {
        var rows = pooled(indicator, value).toList();
        var own = rows.stream().filter(row -> row.grp().isEmpty()).findFirst();
        var beside = own.stream().flatMap(row -> Detail.of(indicator).flatMap(detail -> beside(row, detail, value)));
        return Stream.concat(rows.stream(), beside).map(row -> row.because(value.reason()));
    }

    /** What stands beside the figure, so that it can be told whether values may be added. */
    private Stream<Row> beside(Row row, Detail detail, Value value) {
        var said = said(value, detail.attribute().name());
        return switch (detail.attribute().adding()) {
            case FREE -> Stream.empty();
            case LABELLED, ALIKE -> Stream.of(row.as(detail.saying(said).group()));
            case OF_WHICH -> said == null ? Stream.empty() : Stream.of(part(detail, new BigDecimal(said)));
            case ONE_OWNER ->
                said == null
                        ? Stream.empty()
                        : Stream.of(distinct(
                                detail.part(), Detail.items(said).sorted().toList(), null));
        };
    }

    /** Reports from before nothing could be sent for an attribute tell nothing as a text. */
    private static @Nullable String said(Value value, String attribute) {
        var said = value.attributes() == null ? null : value.attributes().get(attribute);
        return "null".equals(said) ? null : said;
    }

    private Row part(Detail detail, BigDecimal number) {
        return new Row(
                detail.part().indicator(),
                detail.part().group(),
                Aggregation.SUM,
                number,
                null,
                number,
                null,
                null,
                null,
                headcount,
                null);
    }

    private Stream<Row> pooled(Indicator indicator, Value value) {
        var number = plain(value.value() == null ? value.numerator() : value.value());
        var lower = plain(value.denominator());
        return switch (indicator.aggregation()) {
            case SUM -> number == null ? Stream.empty() : sum(indicator, value, number, lower);
            case RATIO_OF_SUMS ->
                number == null || lower == null
                        ? Stream.empty()
                        : Stream.of(row(value, Aggregation.RATIO_OF_SUMS, number, lower, number, lower));
            case WEIGHTED_MEAN ->
                number == null || lower == null ? Stream.empty() : Stream.of(weighted(value, number, lower));
            case COUNT_DISTINCT -> number == null ? Stream.empty() : Stream.of(distinct(value, number));
            case COUNT_TRUE ->
                number == null
                        ? Stream.empty()
                        : Stream.of(row(value, Aggregation.COUNT_TRUE, number, null, number, BigDecimal.ONE));
            case COUNT_BY_VALUE ->
                Optional.ofNullable(value.text())
                        .map(text -> answer(
                                value.indicator(), value.group(), Aggregation.COUNT_BY_VALUE, BigDecimal.ONE, text))
                        .stream();
            case LATEST ->
                number == null
                        ? Stream.empty()
                        : Stream.of(answer(
                                value.indicator(), value.group(), Aggregation.LATEST, number, number.toPlainString()));
            case DERIVED -> Stream.empty();
        };
    }

    /** A number that is part of another one gives the conversion as well, where both parts were given. */
    private Stream<Row> sum(Indicator indicator, Value value, BigDecimal number, @Nullable BigDecimal whole) {
        var sum = row(value, Aggregation.SUM, number, whole, number, null);
        if (indicator.kind() != Kind.PART_OF || whole == null || value.group() != null) {
            return Stream.of(sum);
        }
        var conversion = row(value, Aggregation.RATIO_OF_SUMS, number, whole, number, whole);
        return Stream.of(sum, conversion.as(CONVERSION));
    }

    private Row weighted(Value value, BigDecimal numerator, BigDecimal denominator) {
        var large = denominator.compareTo(BigDecimal.valueOf(SMALLEST_SURVEY)) >= 0;
        var weight = large && headcount != null && headcount.signum() > 0 ? headcount : null;
        return row(
                value,
                Aggregation.WEIGHTED_MEAN,
                numerator,
                denominator,
                weight == null ? null : weight.multiply(numerator).divide(denominator, PLACES, RoundingMode.HALF_UP),
                weight);
    }

    private Row distinct(Value value, BigDecimal number) {
        var identifiers = value.identifiers() == null
                ? List.<String>of()
                : value.identifiers().stream().distinct().sorted().toList();
        return distinct(new Name(value.indicator(), group(value.group())), identifiers, number);
    }

    /** Different things, of which some are named; null for a count where all are. */
    private Row distinct(Name figure, List<String> identifiers, @Nullable BigDecimal counted) {
        var named = BigDecimal.valueOf(identifiers.size());
        var number = counted == null ? named : counted;
        return new Row(
                figure.indicator(),
                figure.group(),
                Aggregation.COUNT_DISTINCT,
                number,
                null,
                number,
                named,
                null,
                identifiers.isEmpty() ? null : identifiers,
                headcount,
                null);
    }

    /** Whether it was on time is known once the first submission is, and written then. */
    private Stream<Row> onTime() {
        return catalogue.find(ON_TIME).stream()
                .map(indicator -> new Row(
                        ON_TIME,
                        "",
                        Aggregation.COUNT_TRUE,
                        BigDecimal.ZERO,
                        null,
                        BigDecimal.ZERO,
                        BigDecimal.ONE,
                        null,
                        null,
                        headcount,
                        null));
    }

    private Stream<Row> framework() {
        var given = report.values().stream().anyMatch(value -> value.indicator().equals(FRAMEWORK));
        return given || report.framework() == null || catalogue.find(FRAMEWORK).isEmpty()
                ? Stream.empty()
                : Stream.of(answer(FRAMEWORK, null, Aggregation.COUNT_BY_VALUE, BigDecimal.ONE, report.framework()));
    }

    private Row answer(String indicator, @Nullable String group, Aggregation form, BigDecimal number, String answer) {
        return new Row(
                indicator, group(group), form, number, null, number, BigDecimal.ONE, answer, null, headcount, null);
    }

    private Row row(
            Value value,
            Aggregation form,
            BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal top,
            @Nullable BigDecimal bottom) {
        return new Row(
                value.indicator(),
                group(value.group()),
                form,
                numerator,
                denominator,
                top,
                bottom,
                null,
                null,
                headcount,
                null);
    }

    private static String group(@Nullable String group) {
        return group == null ? "" : group;
    }

    /** A number is the same however many zeros it was sent with, or is stored with. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : Scale.plain(number);
    }
}
