package org.anchors.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.caller.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events that could not be handled: what they are, and sending them again. */
@Path("/dead-letters")
@Tag(name = "Operations")
@RunOnVirtualThread
class DeadLettersResource {

    private static final int MOST_SHOWN = 200;

    private final DeadLetters deadLetters;
    private final Audit audit;

    DeadLettersResource(DeadLetters deadLetters, Audit audit) {
        this.deadLetters = deadLetters;
        this.audit = audit;
    }

    /** What waits, at most 200 of it. */
    record Waiting(List<DeadLetter> waiting) {}

    /** How many were sent again. */
    record Redriven(int sent) {}

    @GET
    @RolesAllowed({Role.OPERATOR, Role.AUDITOR})
    @Operation(
            operationId = "listDeadLetters",
            summary = "Events of this service that a consumer could not handle, with the cause, the oldest first")
    public Waiting waiting() {
        return new Waiting(deadLetters.waiting(MOST_SHOWN));
    }

    @POST
    @Path("/redrive")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "redriveDeadLetters",
            summary = "Send every waiting event to its topic again, under its own id")
    public Redriven redrive() {
        try {
            var sent = deadLetters.redrive();
            record("dead-letters-redriven", Map.of("sent", sent));
            return new Redriven(sent);
        } catch (RuntimeException halfWay) {
            record("dead-letters-redriven-in-part", Map.of());
            throw halfWay;
        }
    }

    /** Kafka has the events already, whatever becomes of the request. */
    private void record(String deed, Map<String, ?> detail) {
        QuarkusTransaction.requiringNew().run(() -> audit.record(deed, "dead-letters", detail));
    }
}
