package org.anchors.employment.programme;

/** The rule by which a programme's outcomes are counted. */
enum OutcomeRule {
    /** In work for 91 days or three calendar months from the first start, gaps of up to 14 days allowed. */
    THREE_MONTHS,
    /** Individual Placement and Support: in work for 13 weeks within 16. */
    IPS,
    /** In work for 26 weeks. */
    WORK_26_WEEKS,
    /** Six months in a Kickstart placement. */
    KICKSTART_6_MONTHS
}
