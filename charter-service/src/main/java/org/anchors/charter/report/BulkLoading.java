package org.anchors.charter.report;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.anchors.charter.reportingyear.ReportingWindow;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.bulk.LoadMode;
import org.anchors.kit.idempotency.Idempotency;
import org.jspecify.annotations.Nullable;

/** Loads the reports of many organisations for one year from one file, in one transaction. */
@ApplicationScoped
class BulkLoading {

    private static final int SECONDS = 300;

    private final BulkReading reading;
    private final YearChecks checks;
    private final ReportSubmission submission;
    private final BulkStore store;
    private final BulkLoads loads;
    private final Idempotency idempotency;
    private final Audit audit;

    BulkLoading(
            BulkReading reading,
            YearChecks checks,
            ReportSubmission submission,
            BulkStore store,
            BulkLoads loads,
            Idempotency idempotency,
            Audit audit) {
        this.reading = reading;
        this.checks = checks;
        this.submission = submission;
        this.store = store;
        this.loads = loads;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    /** Checks a file and stores nothing; refuses what would be refused. */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    public BulkOutcome check(BulkFile file, ReportingWindow window, LoadMode mode) {
        return read(file, window, mode, true).end().outcome(null, window.year().toString(), mode);
    }

    /** Loads a file. */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    public Response load(BulkFile file, ReportingWindow window, LoadMode mode, @Nullable String key) {
        var year = window.year().toString();
        return idempotency.once(key, "bulk-reports %s %s %s".formatted(year, mode, file.digest()), () -> {
            var load = read(file, window, mode, false);
            var outcome = load.end().outcome(UUID.randomUUID().toString(), year, mode);
            loads.add(outcome, window.year(), file.digest(), submission.now());
            var object = "bulk/reports/%s/%s".formatted(year, outcome.id());
            note(load, object, file, outcome);
            return new Idempotency.Created("/api/charter/v1/" + object, null, outcome);
        });
    }

    private BulkLoad read(BulkFile file, ReportingWindow window, LoadMode mode, boolean dryRun) {
        var check = checks.ofMany(window);
        var load = new BulkLoad(submission, store, check, mode, dryRun);
        reading.read(file, check, load);
        return load;
    }

    /** The audit entries come last: from the first of them on nobody else of this service can write one. */
    private void note(BulkLoad load, String object, BulkFile file, BulkOutcome outcome) {
        var notes = new ArrayList<>(load.notes());
        notes.add(new Audit.Note(
                "bulk-loaded",
                object,
                Map.of("digest", file.digest(), "accepted", outcome.accepted(), "refused", outcome.refused())));
        audit.recordAll(notes);
    }
}
