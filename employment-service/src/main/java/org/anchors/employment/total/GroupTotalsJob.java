package org.anchors.employment.total;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.platform.Failures;
import org.anchors.kit.rows.OneAtATime;
import org.jboss.logging.Logger;

/** Tells of the groups of all programmes each night, each programme in a transaction of its own. */
@ApplicationScoped
class GroupTotalsJob {

    private static final Logger LOG = Logger.getLogger(GroupTotalsJob.class);

    private final GroupTotals groups;
    private final Audit audit;
    private final OneAtATime oneAtATime;

    GroupTotalsJob(GroupTotals groups, Audit audit, OneAtATime oneAtATime) {
        this.groups = groups;
        this.audit = audit;
        this.oneAtATime = oneAtATime;
    }

    @Scheduled(cron = "0 27 4 * * ?")
    void nightly() {
        run();
    }

    /** How many totals were told. */
    int run() {
        return due().stream().mapToInt(this::tryToTell).sum();
    }

    /** What cannot be told waits, and keeps no other from it. */
    private int tryToTell(String programme) {
        try {
            return tell(programme);
        } catch (RuntimeException failure) {
            LOG.errorf("Totals of groups in %s were not told: %s", programme, Failures.described(failure));
            return 0;
        }
    }

    @Transactional
    List<String> due() {
        return groups.due();
    }

    /** Tells of a programme, unless another replica does. */
    @Transactional
    int tell(String programme) {
        if (!oneAtATime.isOnly("group-totals of " + programme)) {
            return 0;
        }
        var told = groups.tell(programme);
        if (told > 0) {
            audit.record("group-totals-told", "programmes/" + programme, Map.of());
        }
        return told;
    }
}
