package org.anchors.socialvalue.opendata;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.socialvalue.catalogue.Kind;
import org.anchors.socialvalue.contract.Contract;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed, or was reached, by one measure. What is described and not counted has no observations.
 *
 * @param id code of the measure in the contract's catalogue
 */
record Metric(String id, String title, List<Observation> observations) {

    private static final String POUNDS = "GBP";

    /** A figure of a period: money, or a count in a unit. */
    record Observation(
            String id,
            Span period,
            @Nullable Money value,
            @Nullable BigDecimal measure,
            @Nullable Unit unit) {

        static Observation of(String id, Span period, String unit, BigDecimal quantity) {
            return unit.equals(POUNDS)
                    ? new Observation(id, period, Money.pounds(quantity), null, null)
                    : new Observation(id, period, null, quantity, new Unit(unit));
        }
    }

    /** What is counted in. */
    record Unit(String name) {}

    /** What a supplier owes in the years of a contract. */
    static List<Metric> agreed(Contract contract, Stream<Awarded.Owed> owed) {
        return byMeasure(owed, one -> Stream.ofNullable(one.quantity())
                .map(quantity -> Observation.of(
                        Integer.toString(one.number()), yearOf(contract, one.year()), one.unit(), quantity)));
    }

    /** What is delivered of it; measures of which nothing is delivered yet are left out. */
    static List<Metric> delivered(Stream<Awarded.Owed> owed, Stream<Awarded.Delivered> delivered) {
        var byObligation = delivered.collect(Collectors.groupingBy(Awarded.Delivered::obligation));
        return byMeasure(owed, one -> byObligation.getOrDefault(one.number(), List.of()).stream()
                        .map(sum -> Observation.of(
                                one.number() + "/" + sum.year(),
                                Span.ofDays(sum.from(), sum.to()),
                                one.unit(),
                                sum.quantity())))
                .stream()
                .filter(metric -> !metric.observations().isEmpty())
                .toList();
    }

    private static Span yearOf(Contract contract, int year) {
        var term = contract.term();
        return Span.ofDays(term.startOf(year), term.startOf(year + 1).minusDays(1));
    }

    private static String title(Awarded.Owed owed) {
        return owed.kind() == Kind.TEXT ? owed.measure() : "%s, in %s".formatted(owed.measure(), owed.unit());
    }

    private static List<Metric> byMeasure(
            Stream<Awarded.Owed> owed, Function<Awarded.Owed, Stream<Observation>> observations) {
        Map<String, List<Awarded.Owed>> grouped =
                owed.collect(Collectors.groupingBy(Awarded.Owed::measure, TreeMap::new, Collectors.toList()));
        return grouped.entrySet().stream()
                .map(measure -> new Metric(
                        measure.getKey(),
                        title(measure.getValue().getFirst()),
                        measure.getValue().stream().flatMap(observations).toList()))
                .toList();
    }
}
