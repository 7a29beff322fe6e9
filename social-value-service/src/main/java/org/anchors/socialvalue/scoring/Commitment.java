package org.anchors.socialvalue.scoring;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bidder commits to in one year of the contract.
 *
 * @param quantity none where the measure is described in words
 * @param year of the contract, the first is 1
 * @param beneficiary the person or pound that it is claimed for, where that is named
 * @param standing whether it may count
 */
public record Commitment(
        String measure,
        @Nullable Quantity quantity,
        int year,
        @Nullable String beneficiary,
        Standing standing) {

    /** What a commitment has to be, or it does not count. */
    public enum Ground {
        /** To the place named. */
        LOCAL,
        /** To this contract. */
        SPECIFIC,
        /** To the core specification. */
        ADDITIONAL
    }

    /**
     * A commitment counts only where all three hold.
     *
     * @param reason why evaluators ruled that one of them does not hold, where they did
     */
    public record Standing(
            boolean local,
            boolean specific,
            boolean additional,
            @Nullable String reason) {

        public static final Standing GOOD = new Standing(true, true, true, null);

        List<String> lacks() {
            var lacks = new ArrayList<String>();
            if (!local) {
                lacks.add("not local to the place named");
            }
            if (!specific) {
                lacks.add("not specific to this contract");
            }
            if (!additional) {
                lacks.add("not additional to the core specification");
            }
            return lacks;
        }
    }
}
