package org.anchors.employment.milestone;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.bulk.LoadMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of milestones that were sent.
 *
 * @param id names this load; null after a dry run, which leaves nothing
 * @param mode what was done about faulty milestones
 * @param accepted milestones that were recorded
 * @param unchanged milestones that had been recorded before, or stood in the file twice
 * @param refused milestones with faults, of which nothing was kept
 * @param faultCount how many faults there were
 * @param faults every fault, by place
 * @param queryCount how many milestones are improbable
 * @param queries the first of them: recorded, and worth a look
 */
@Schema(name = "MilestoneLoad")
@JsonInclude(JsonInclude.Include.ALWAYS)
record LoadOutcome(
        @Nullable String id,
        LoadMode mode,
        int accepted,
        int unchanged,
        int refused,
        int faultCount,
        List<Fault> faults,
        int queryCount,
        List<Fault> queries) {}
