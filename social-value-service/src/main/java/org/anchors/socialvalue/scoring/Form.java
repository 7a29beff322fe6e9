package org.anchors.socialvalue.scoring;

/**
 * What an evaluation says, and how. Every new evaluation has the newest form; the earlier ones stay, so that what was signed off in them
 * can be recomputed; docs/decisions/0021.
 */
public enum Form {
    /** Says nothing of what ineligible bids got, and does not round the quality that an absolute method sets against the price. */
    FIRST,
    SECOND;

    public static final Form NEWEST = SECOND;

    Fraction quality(Fraction of100, Rounding rounding) {
        return this == FIRST ? of100 : rounding.step(of100);
    }
}
