package org.anchors.socialvalue.robustness;

/**
 * Something that a methodology does with bids that its author may not have meant.
 *
 * @param at the criterion or question, by its key; the gate; "tie-break" for what is between all
 * @param detail what happens, with the dummy bids' numbers in it
 */
public record Warning(Rule rule, String at, String detail) {

    /** What a methodology may do. */
    public enum Rule {
        /** A price that is 0.1 % higher loses at least half of the price marks. */
        CLOSE_PRICES_FAR_APART,
        /** Prices of 80 % to 120 % of the contract value get the same marks. */
        PRICES_ALIKE,
        /** The best grade outweighs the next one at twice the price. */
        PRICE_OUTWEIGHED,
        /** A price that is 1 % lower outweighs all quality. */
        QUALITY_OUTWEIGHED,
        /** A price that is 1 % lower outweighs all social value. */
        SOCIAL_VALUE_OUTWEIGHED,
        /** No grade of the scale reaches a pass mark. */
        PASS_MARK_OUT_OF_REACH,
        /** Every grade of the scale reaches a pass mark. */
        PASS_MARK_WITHOUT_EFFECT,
        /** The best grade is less than 100, so that no bid can have all marks. */
        FULL_MARKS_OUT_OF_REACH,
        /** Full marks take commitments that are worth the contract or more, which are flagged as implausible. */
        TARGET_IMPLAUSIBLE,
        /** What net value leaves of any commitment is nothing. */
        COMMITMENTS_WORTH_NOTHING,
        /** Commitments of 1 GBP get all marks where nobody else offers any. */
        LITTLE_GETS_ALL,
        /** A bid that loses decides which of the others wins. */
        LOSING_BID_DECIDES,
        /** A bid of the lowest grade cannot be scored by this formula. */
        LOWEST_GRADE_NOT_SCORED,
        /** A signatory of the charter gives social value less than its indicator counts. */
        CHARTER_INDICATOR_MISSED,
        /** A gate that policy calls for is not there. */
        GATE_MISSING,
        /** Nothing decides between bids of the same total. */
        TIES_STAY
    }
}
