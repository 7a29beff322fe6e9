package org.anchors.charter.indicator;

/** What form a value of an indicator takes. */
public enum Kind {
    /** One number in the indicator's unit. */
    NUMBER,
    /** Numerator and denominator, both needed; never a percentage alone. */
    RATIO,
    /** A numerator, and the denominator it is part of where that is known. */
    PART_OF,
    /** Yes or no. */
    TRUTH,
    /** One of the indicator's codes. */
    CODE
}
