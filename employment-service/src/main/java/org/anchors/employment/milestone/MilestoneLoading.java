package org.anchors.employment.milestone;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.bulk.LoadMode;
import org.anchors.kit.bulk.ReceivedFile;
import org.anchors.kit.idempotency.Idempotency;
import org.jspecify.annotations.Nullable;

/** Takes in milestones in one transaction: all of them or none, or those without faults. */
@ApplicationScoped
class MilestoneLoading {

    private static final int SECONDS = 300;

    private final LoadFactory factory;
    private final Loads loads;
    private final Idempotency idempotency;
    private final Audit audit;

    MilestoneLoading(LoadFactory factory, Loads loads, Idempotency idempotency, Audit audit) {
        this.factory = factory;
        this.loads = loads;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    /** Checks milestones and keeps nothing; refuses what would be refused. */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    public LoadOutcome check(ReceivedFile file, Form form, LoadMode mode) {
        return factory.load(file, new Load.Wish(form, mode, true), "");
    }

    /** Takes milestones in. */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    public Response load(ReceivedFile file, Form form, LoadMode mode, @Nullable String key) {
        return idempotency.once(key, "milestones %s %s %s".formatted(form, mode, file.digest()), () -> {
            var id = UUID.randomUUID();
            var outcome = factory.load(file, new Load.Wish(form, mode, false), id.toString());
            loads.add(id, outcome);
            var object = "milestones/loads/" + id;
            audit.record(
                    "milestones-loaded",
                    object,
                    Map.of(
                            "accepted", outcome.accepted(),
                            "unchanged", outcome.unchanged(),
                            "refused", outcome.refused()));
            return new Idempotency.Created("/api/employment/v1/" + object, "\"0\"", outcome);
        });
    }
}
