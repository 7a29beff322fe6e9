package org.anchors.employment.participant;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.anchors.employment.privacy.PrivateBodies;
import org.anchors.employment.privacy.Pseudonyms;
import org.anchors.kit.caller.Role;
import org.anchors.kit.idempotency.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Registration of many participants at once. */
@Path("/participants")
@Tag(name = "Participants")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ParticipantBatchResource {

    private final ParticipantBatch batch;
    private final PrivateBodies bodies;
    private final Pseudonyms pseudonyms;
    private final Idempotency idempotency;

    ParticipantBatchResource(
            ParticipantBatch batch, PrivateBodies bodies, Pseudonyms pseudonyms, Idempotency idempotency) {
        this.batch = batch;
        this.bodies = bodies;
        this.pseudonyms = pseudonyms;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes("application/x-ndjson")
    @RolesAllowed(Role.PROGRAMME_PROVIDER)
    @Transactional
    @Operation(
            operationId = "registerParticipants",
            summary = "Register many participants of one of your programmes, one in each line",
            description =
                    "All of them or none; every fault is listed with its line. Those that are registered already stay as"
                            + " they are. At most 1,000,000 bytes.")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = Registration.class)))
    @APIResponse(
            responseCode = "201",
            description = "What came of the participants; Location lists those of the programme.",
            content = @Content(schema = @Schema(implementation = ParticipantBatch.Outcome.class)))
    public Response registerMany(
            @Parameter(required = true, description = "A new key for each new file, the same when you send one again")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            InputStream body)
            throws IOException {
        var bytes = bodies.bytes(body);
        return idempotency.once(key, "register-participants " + pseudonyms.digest(bytes), () -> {
            var outcome = registered(bytes);
            return new Idempotency.Created(
                    "/api/employment/v1/participants?programme=" + outcome.programme(), null, outcome);
        });
    }

    private ParticipantBatch.Outcome registered(byte[] bytes) {
        try {
            return batch.register(bytes);
        } catch (IOException unreachable) {
            throw new UncheckedIOException("It is in memory", unreachable);
        }
    }
}
