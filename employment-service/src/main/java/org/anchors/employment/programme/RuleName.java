package org.anchors.employment.programme;

import org.anchors.employment.outcome.OutcomeRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rule by which a programme's outcomes are counted, in its newest version. */
@Schema(name = "OutcomeRule")
enum RuleName {
    /** In work for 91 days or three calendar months from the first start, gaps of up to 14 days allowed. */
    THREE_MONTHS,
    /** Individual Placement and Support: in work for 13 weeks within 16. */
    IPS,
    /** In work for 26 weeks in all. */
    WORK_26_WEEKS,
    /** Six months in a Kickstart placement. */
    KICKSTART_6_MONTHS;

    /** The version of the rule that a new programme is counted by. */
    int newestVersion() {
        return OutcomeRule.named(name()).orElseThrow().version();
    }
}
