package org.anchors.socialvalue.procurement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.edge.Findings;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.StrictJson;
import org.anchors.kit.rows.DatabaseClock;

/** Drafts of procurements are written down and changed. */
@ApplicationScoped
class Drafting {

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final Register register;
    private final DatabaseClock clock;
    private final StrictJson strict;
    private final ObjectMapper json;
    private final Audit audit;

    Drafting(Register register, DatabaseClock clock, StrictJson strict, ObjectMapper json, Audit audit) {
        this.register = register;
        this.clock = clock;
        this.strict = strict;
        this.json = json;
        this.audit = audit;
    }

    Procurement create(Reading<ProcurementBody> body, String buyer) {
        var sent = checked(body);
        var procurement = drafted(sent, UUID.randomUUID(), buyer, new Stage.Draft(clock.now()), 0);
        register.add(procurement, written(sent));
        audit.record("procurement-drafted", procurement.path(), Map.of("reference", procurement.reference()));
        return procurement;
    }

    Procurement change(Procurement earlier, Reading<ProcurementBody> body) {
        var draft = earlier.stage().as(Stage.Draft.class);
        var sent = checked(body);
        var procurement = drafted(sent, earlier.id(), earlier.buyer(), draft, earlier.version() + 1);
        register.redraft(procurement, written(sent));
        audit.record("procurement-redrafted", procurement.path(), Map.of("version", procurement.version()));
        return procurement;
    }

    /** What no draft can hold either. */
    private static ProcurementBody checked(Reading<ProcurementBody> body) {
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

    /** The draft as it was sent last. */
    String text(Procurement procurement) {
        return register.draft(procurement.id());
    }

    Reading<ProcurementBody> reading(Procurement procurement) {
        return strict.read(
                text(procurement).getBytes(StandardCharsets.UTF_8),
                ProcurementBody.class,
                ProcurementsResource.MOST_TOKENS);
    }

    private static Procurement drafted(ProcurementBody sent, UUID id, String buyer, Stage.Draft stage, long version) {
        return new Procurement(
                id, buyer, sent.reference(), sent.title(), sent.catalogue(), sent.bidDeadline(), null, stage, version);
    }

    private String written(ProcurementBody sent) {
        try {
            return json.writeValueAsString(sent);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A draft can be written", impossible);
        }
    }
}
