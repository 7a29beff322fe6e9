package org.anchors.employment.total;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.anchors.kit.audit.Audit;
import org.jboss.logging.Logger;

/** Tells of the groups of all cohorts each night, each cohort in a transaction of its own. Several replicas take a cohort each. */
@ApplicationScoped
class GroupTotalsJob {

    private static final Logger LOG = Logger.getLogger(GroupTotalsJob.class);

    private final GroupTotals groups;
    private final Audit audit;

    GroupTotalsJob(GroupTotals groups, Audit audit) {
        this.groups = groups;
        this.audit = audit;
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
    private int tryToTell(GroupTotals.Cohort cohort) {
        try {
            return tell(cohort);
        } catch (RuntimeException failure) {
            LOG.errorf(
                    failure, "Totals of groups in the cohort %s of %s were not told", cohort.key(), cohort.programme());
            return 0;
        }
    }

    @Transactional
    List<GroupTotals.Cohort> due() {
        return groups.due();
    }

    @Transactional
    int tell(GroupTotals.Cohort cohort) {
        var told = groups.tell(cohort.number());
        if (told > 0) {
            audit.record(
                    "group-totals-told",
                    "cohorts/%s/%s".formatted(cohort.programme(), cohort.key()),
                    Map.of("totals", told));
        }
        return told;
    }
}
