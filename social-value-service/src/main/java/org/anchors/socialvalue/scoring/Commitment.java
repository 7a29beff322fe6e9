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

    /** A commitment counts only where all three hold. */
    public record Standing(boolean local, boolean specific, boolean additional) {

        public static final Standing GOOD = new Standing(true, true, true);

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
