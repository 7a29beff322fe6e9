package org.anchors.employment.milestone;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.bulk.LoadMode;
import org.anchors.kit.bulk.ReceivedFile;
import org.anchors.kit.idempotency.Idempotency;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.refusal.RefusedAndKept;
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

    /** Checks milestones and takes none in; refuses what would be refused. */
    @Transactional(dontRollbackOn = RefusedAndKept.class)
    @TransactionConfiguration(timeout = SECONDS)
    public LoadOutcome check(ReceivedFile file, Form form, LoadMode mode) {
        var id = UUID.randomUUID();
        var outcome = factory.load(file, new Load.Wish(form, mode, id, true));
        if (outcome.wasRefused()) {
            throw refusal(id, outcome, "milestones-checked", "nothing would be stored");
        }
        if (!outcome.tellsAll()) {
            keep("milestones-checked", id, outcome);
        }
        return outcome;
    }

    /** Takes milestones in. */
    @Transactional(dontRollbackOn = RefusedAndKept.class)
    @TransactionConfiguration(timeout = SECONDS)
    public Response load(ReceivedFile file, Form form, LoadMode mode, @Nullable String key) {
        return idempotency.once(key, "milestones %s %s %s".formatted(form, mode, file.digest()), () -> {
            var id = UUID.randomUUID();
            var outcome = factory.load(file, new Load.Wish(form, mode, id, false));
            if (outcome.wasRefused()) {
                throw refusal(id, outcome, "milestones-refused", "nothing was stored");
            }
            keep("milestones-loaded", id, outcome);
            return new Idempotency.Created(LoadOutcome.path(id), "\"0\"", outcome);
        });
    }

    /** What the answer cannot hold is kept, so that every fault can be read. */
    private Refused refusal(UUID id, LoadOutcome outcome, String deed, String effect) {
        var summary = "%s; %s".formatted(outcome.summary(), effect);
        if (outcome.tellsAll()) {
            return new Refused(CommonRefusal.INVALID_REQUEST, summary + ".", outcome.faults());
        }
        keep(deed, id, outcome);
        return new RefusedAndKept(
                CommonRefusal.INVALID_REQUEST,
                summary + "; allFaults names where all of them are listed.",
                outcome.faults(),
                Objects.requireNonNull(outcome.allFaults()));
    }

    private void keep(String deed, UUID id, LoadOutcome outcome) {
        loads.add(id, outcome);
        audit.record(
                deed,
                LoadOutcome.object(id),
                Map.of(
                        "accepted", outcome.accepted(),
                        "unchanged", outcome.unchanged(),
                        "refused", outcome.refused()));
    }
}
