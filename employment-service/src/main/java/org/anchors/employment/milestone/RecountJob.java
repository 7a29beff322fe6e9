package org.anchors.employment.milestone;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.anchors.employment.outcome.Journey;
import org.anchors.employment.total.Totals;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.platform.Failures;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Folds anew what an older version of the fold made of records, soon after the service has started and each minute: cohort by
 * cohort, each in a transaction of its own, so that it goes on where it was stopped. Several replicas take a cohort each. Cohorts
 * whose rows were deleted stay as they were.
 */
@ApplicationScoped
class RecountJob {

    private static final Logger LOG = Logger.getLogger(RecountJob.class);

    private final Recounts recounts;
    private final Totals totals;
    private final Audit audit;

    RecountJob(Recounts recounts, Totals totals, Audit audit) {
        this.recounts = recounts;
        this.totals = totals;
        this.audit = audit;
    }

    @Scheduled(every = "{anchors.recounts.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        waiting().forEach(this::tryToRecount);
    }

    @Transactional
    List<Recounts.Cohort> waiting() {
        return recounts.waiting();
    }

    /** What cannot be recounted waits, and keeps no other from it. */
    private void tryToRecount(Recounts.Cohort cohort) {
        try {
            recount(cohort);
        } catch (RuntimeException failure) {
            LOG.errorf(
                    "The cohort %s of %s was not recounted: %s",
                    cohort.key(), cohort.programme(), Failures.described(failure));
        }
    }

    /** Recounts a cohort, unless somebody else has, or has it in hand. */
    @Transactional
    @TransactionConfiguration(timeout = Recounts.SECONDS)
    void recount(Recounts.Cohort cohort) {
        if (!recounts.isStillWaiting(cohort)) {
            return;
        }
        var differing = recounts.store(cohort);
        if (!totals.toldOtherwise(List.of(cohort.id())).isEmpty()) {
            totals.recount(List.of(cohort.id()));
        }
        audit.record(
                "cohort-recounted",
                "cohorts/%s/%s".formatted(cohort.programme(), cohort.key()),
                Map.of("version", Journey.VERSION, "differing", differing));
    }

    /** Has cohorts recounted that the present version folded, too; answers how many. */
    @Transactional
    int order(@Nullable String programme) {
        var ordered = recounts.order(programme);
        audit.record(
                "recount-ordered",
                programme == null ? "programmes" : "programmes/" + programme,
                Map.of("cohorts", ordered));
        return ordered;
    }
}
