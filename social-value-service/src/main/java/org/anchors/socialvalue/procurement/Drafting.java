package org.anchors.socialvalue.procurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.edge.Findings;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.rows.DatabaseClock;

/** Drafts of procurements are written down and changed; each is looked through before, for that takes time and the deed is noted last. */
@ApplicationScoped
class Drafting {

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final Drafts drafts;
    private final DraftChecks checks;
    private final DatabaseClock clock;
    private final Audit audit;

    Drafting(Drafts drafts, DraftChecks checks, DatabaseClock clock, Audit audit) {
        this.drafts = drafts;
        this.checks = checks;
        this.clock = clock;
        this.audit = audit;
    }

    /** A draft that was written down, with what was found in it. */
    record Drafted(Procurement procurement, DraftChecks.Checked found) {}

    Drafted create(Reading<ProcurementBody> body, String buyer) {
        var sent = possible(body);
        var found = checks.check(sent, buyer);
        var procurement = drafted(sent, UUID.randomUUID(), buyer, new Stage.Draft(clock.now()), 0);
        drafts.add(procurement, sent);
        audit.record("procurement-drafted", procurement.path(), Map.of("reference", procurement.reference()));
        return new Drafted(procurement, found);
    }

    Drafted change(Procurement earlier, Reading<ProcurementBody> body) {
        var draft = earlier.stage().as(Stage.Draft.class);
        var sent = possible(body);
        var found = checks.check(sent, earlier.buyer());
        var procurement = drafted(sent, earlier.id(), earlier.buyer(), draft, earlier.version() + 1);
        drafts.replace(procurement, sent);
        audit.record("procurement-redrafted", procurement.path(), Map.of("version", procurement.version()));
        return new Drafted(procurement, found);
    }

    /** Refuses what no draft can hold either. */
    private static ProcurementBody possible(Reading<ProcurementBody> body) {
        var found = new Findings();
        var deadline = body.value().bidDeadline();
        if (deadline != null && !deadline.isBefore(LATEST)) {
            found.add(
                    "/bidDeadline",
                    "out-of-range",
                    deadline.toString(),
                    "Send an instant before %s.".formatted(LATEST));
        }
        body.refuseIfFaulty(found.faults());
        return body.value();
    }

    private static Procurement drafted(ProcurementBody sent, UUID id, String buyer, Stage.Draft stage, long version) {
        return new Procurement(
                id, buyer, sent.reference(), sent.title(), sent.catalogue(), sent.bidDeadline(), null, stage, version);
    }
}
