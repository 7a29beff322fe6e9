package org.anchors.socialvalue.policy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that every bid has to pass where a policy calls for it, whatever its marks.
 *
 * @param key its name among the gates of a methodology
 * @param source where it is published
 * @param calls who calls for it, for contracts of which value, and since when
 * @param metBy key of the gate that asks for more, and so for this one as well
 */
public record Gate(
        String key,
        String name,
        String source,
        List<Call> calls,
        @Nullable String metBy) {

    /**
     * A kind of buyer that calls for it.
     *
     * @param from the first day of notices that it is called for in
     * @param atLeast value of a year of the contract in GBP, VAT excluded
     * @param below the same that is no longer called for; open where there is none
     * @param frameworksOnly whether only for contracts that set up a framework
     */
    public record Call(
            BuyerType buyer,
            LocalDate from,
            BigDecimal atLeast,
            @Nullable BigDecimal below,
            boolean frameworksOnly) {

        boolean covers(Purchase purchase) {
            return buyer == purchase.buyer()
                    && !purchase.notice().isBefore(from)
                    && purchase.isWorthEachYear(atLeast)
                    && (below == null || !purchase.isWorthEachYear(below))
                    && (!frameworksOnly || purchase.framework());
        }
    }

    /**
     * What is bought, as far as gates depend on it.
     *
     * @param notice date of the notice; today's date never matters
     * @param aYear what a year of it is worth in GBP, VAT excluded; see {@link #aYearOf}
     * @param framework whether it sets up a framework
     */
    public record Purchase(LocalDate notice, BuyerType buyer, BigDecimal aYear, boolean framework) {

        private static final int PLACES = 6;

        /** What a year of all parts is worth together, to a ten-thousandth of a penny, for a third of a sum has no end. */
        public static BigDecimal aYearOf(Stream<Part> parts) {
            return parts.map(Part::aYear)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .setScale(PLACES, RoundingMode.HALF_UP);
        }

        boolean isWorthEachYear(BigDecimal least) {
            return aYear.compareTo(least) >= 0;
        }
    }

    /** A part of a purchase: its value in GBP over its whole term, VAT excluded. */
    public record Part(BigDecimal value, int years) {

        private BigDecimal aYear() {
            return value.divide(BigDecimal.valueOf(years), MathContext.DECIMAL128);
        }
    }

    boolean isCalledFor(Purchase purchase) {
        return calls.stream().anyMatch(call -> call.covers(purchase));
    }
}
