package org.anchors.socialvalue.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.socialvalue.contract.Obligation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Delivered over committed: of each obligation, of each measure, and of all that has a value. Only what is approved counts.
 *
 * @param total in GBP
 */
@Schema(
        name = "DeliveryProgress",
        description = "What is delivered of what was committed; only what is approved counts.")
record Progress(List<OfObligation> obligations, List<OfMeasure> measures, OfMoney total) {

    private static final int PLACES = 4;

    /** Of one obligation. */
    @Schema(name = "ObligationProgress")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfObligation(
            int obligation,
            String measure,
            int year,
            @Nullable BigDecimal committed,
            BigDecimal delivered,

            @Nullable @Schema(description = "Delivered over committed; absent where it is not counted")
            BigDecimal share) {}

    /** Of all obligations of one measure. */
    @Schema(name = "MeasureProgress")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfMeasure(
            String measure,
            String unit,
            BigDecimal committed,
            BigDecimal delivered,
            @Nullable BigDecimal share,
            OfMoney value) {}

    /** Of what has a value, in GBP to the penny. */
    @Schema(name = "ValueProgress")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfMoney(
            BigDecimal committed,
            BigDecimal delivered,
            @Nullable BigDecimal share) {

        static OfMoney of(BigDecimal committed, BigDecimal delivered) {
            return new OfMoney(
                    committed.setScale(2, RoundingMode.HALF_UP), delivered, Progress.share(delivered, committed));
        }
    }

    static Progress of(List<Obligation> owed, List<Delivered.Counted> counted) {
        var delivered = counted.stream().collect(Collectors.toMap(Delivered.Counted::obligation, Function.identity()));
        var byMeasure =
                owed.stream().collect(Collectors.groupingBy(Obligation::measure, TreeMap::new, Collectors.toList()));
        return new Progress(
                owed.stream().map(obligation -> of(obligation, delivered)).toList(),
                byMeasure.values().stream().map(all -> measure(all, delivered)).toList(),
                money(owed, delivered));
    }

    private static OfObligation of(Obligation obligation, Map<Integer, Delivered.Counted> delivered) {
        var quantity = quantities(List.of(obligation), delivered);
        return new OfObligation(
                obligation.number(),
                obligation.measure(),
                obligation.year(),
                obligation.quantity(),
                quantity,
                obligation.quantity() == null ? null : share(quantity, obligation.quantity()));
    }

    private static OfMeasure measure(List<Obligation> owed, Map<Integer, Delivered.Counted> delivered) {
        var committed = sum(owed.stream().map(Obligation::quantity));
        var quantity = quantities(owed, delivered);
        return new OfMeasure(
                owed.getFirst().measure(),
                owed.getFirst().unit(),
                committed,
                quantity,
                share(quantity, committed),
                money(owed, delivered));
    }

    private static OfMoney money(List<Obligation> owed, Map<Integer, Delivered.Counted> delivered) {
        return OfMoney.of(
                sum(owed.stream().map(Obligation::value)),
                Worth.toThePenny(sum(counted(owed, delivered).map(Delivered.Counted::value))));
    }

    private static BigDecimal quantities(List<Obligation> owed, Map<Integer, Delivered.Counted> delivered) {
        return sum(counted(owed, delivered).map(Delivered.Counted::quantity));
    }

    private static Stream<Delivered.Counted> counted(List<Obligation> owed, Map<Integer, Delivered.Counted> delivered) {
        return owed.stream()
                .map(obligation -> delivered.get(obligation.number()))
                .filter(Objects::nonNull);
    }

    private static BigDecimal sum(Stream<? extends @Nullable BigDecimal> numbers) {
        var sum = BigDecimal.ZERO;
        for (var number : numbers.filter(Objects::nonNull).toList()) {
            sum = sum.add(number);
        }
        return sum.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(sum.stripTrailingZeros().toPlainString());
    }

    static @Nullable BigDecimal share(BigDecimal delivered, BigDecimal committed) {
        return committed.signum() == 0 ? null : delivered.divide(committed, PLACES, RoundingMode.HALF_UP);
    }
}
