package org.anchors.employment.milestone;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.bulk.LoadMode;
import org.anchors.kit.bulk.RowFaults;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of milestones that were sent.
 *
 * @param id names this load; null after a dry run that leaves nothing
 * @param mode what was done about faulty milestones
 * @param dryRun whether they were only checked, so that nothing was recorded
 * @param accepted milestones that were recorded
 * @param unchanged milestones that had been recorded before, or stood in the file twice
 * @param refused milestones of which nothing was kept: those with faults, and in the mode all-or-nothing those beside them
 * @param faultCount how many faults there were
 * @param faults the first of them
 * @param allFaults where all of them are listed, by pages; null where there are none, and after a dry run that told them all
 * @param queryCount how many milestones are improbable
 * @param queries the first of them: recorded, and worth a look
 */
@Schema(name = "MilestoneLoad")
@JsonInclude(JsonInclude.Include.ALWAYS)
record LoadOutcome(
        @Nullable UUID id,
        LoadMode mode,
        boolean dryRun,
        int accepted,
        int unchanged,
        int refused,
        int faultCount,
        List<Fault> faults,
        @Nullable String allFaults,
        int queryCount,
        List<Fault> queries) {

    /** Names a load, such as in the audit trail. */
    static String object(UUID id) {
        return "milestones/loads/" + id;
    }

    /** Where a load can be read. */
    static String path(UUID id) {
        return "/api/employment/v1/" + object(id);
    }

    /** Whether nothing was taken, for the faults of some. */
    boolean wasRefused() {
        return mode == LoadMode.ALL_OR_NOTHING && faultCount > 0;
    }

    /** Whether every fault is told here. */
    boolean tellsAll() {
        return faults.size() == faultCount;
    }

    /** How many faults there are, in words. */
    String summary() {
        return RowFaults.summary(faultCount, faults.size());
    }
}
