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
        var wish = new Load.Wish(form, mode, UUID.randomUUID(), true);
        var outcome = factory.load(file, wish);
        if (outcome.wasRefused()) {
            throw refusal(file, wish, outcome);
        }
        if (!outcome.tellsAll()) {
            keepList(file, wish, outcome);
        }
        return outcome;
    }

    /** Takes milestones in. */
    @Transactional(dontRollbackOn = RefusedAndKept.class)
    @TransactionConfiguration(timeout = SECONDS)
    public Response load(ReceivedFile file, Form form, LoadMode mode, @Nullable String key) {
        var wish = new Load.Wish(form, mode, UUID.randomUUID(), false);
        return idempotency.once(key, request(file, wish), () -> {
            var outcome = factory.load(file, wish);
            if (outcome.wasRefused()) {
                throw refusal(file, wish, outcome);
            }
            loads.add(wish.id(), outcome);
            note("milestones-loaded", wish.id(), outcome);
            return new Idempotency.Created(LoadOutcome.path(wish.id()), "\"0\"", outcome);
        });
    }

    /** What the answer cannot hold is kept, so that every fault can be read. */
    private Refused refusal(ReceivedFile file, Load.Wish wish, LoadOutcome outcome) {
        var summary = "%s; nothing %s stored".formatted(outcome.summary(), wish.dryRun() ? "would be" : "was");
        if (outcome.tellsAll()) {
            return new Refused(CommonRefusal.INVALID_REQUEST, summary + ".", outcome.faults());
        }
        keepList(file, wish, outcome);
        return new RefusedAndKept(
                CommonRefusal.INVALID_REQUEST,
                summary + "; allFaults names where all of them are listed.",
                outcome.faults(),
                Objects.requireNonNull(outcome.allFaults()));
    }

    private void keepList(ReceivedFile file, Load.Wish wish, LoadOutcome outcome) {
        loads.addNotTaken(wish.id(), outcome, request(file, wish));
        note(wish.dryRun() ? "milestones-checked" : "milestones-refused", wish.id(), outcome);
    }

    /** What tells a request from any other. */
    private static String request(ReceivedFile file, Load.Wish wish) {
        return "milestones %s %s %s".formatted(wish.form(), wish.mode(), file.digest());
    }

    private void note(String deed, UUID id, LoadOutcome outcome) {
        audit.record(
                deed,
                LoadOutcome.object(id),
                Map.of(
                        "accepted", outcome.accepted(),
                        "unchanged", outcome.unchanged(),
                        "refused", outcome.refused()));
    }
}
