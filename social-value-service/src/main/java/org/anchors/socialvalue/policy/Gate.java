package org.anchors.socialvalue.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
     * @param value in GBP over the whole term, VAT excluded
     * @param framework whether it sets up a framework
     */
    public record Purchase(LocalDate notice, BuyerType buyer, BigDecimal value, int years, boolean framework) {

        boolean isWorthEachYear(BigDecimal least) {
            return value.compareTo(least.multiply(BigDecimal.valueOf(years))) >= 0;
        }
    }

    boolean isCalledFor(Purchase purchase) {
        return calls.stream().anyMatch(call -> call.covers(purchase));
    }
}
