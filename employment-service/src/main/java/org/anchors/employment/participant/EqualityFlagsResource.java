package org.anchors.employment.participant;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.anchors.employment.privacy.PrivateBodies;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.Version;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Equality flags: read and written by those of the provider who have the role for them, and by nobody else. */
@Path("/participants/{id}/equality-flags")
@Tag(name = "Participants")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class EqualityFlagsResource {

    private final Participants participants;
    private final EqualityFlags flags;
    private final PrivateBodies bodies;
    private final Audit audit;

    EqualityFlagsResource(Participants participants, EqualityFlags flags, PrivateBodies bodies, Audit audit) {
        this.participants = participants;
        this.flags = flags;
        this.bodies = bodies;
        this.audit = audit;
    }

    @GET
    @RolesAllowed(Role.EQUALITY_DATA)
    @Transactional
    @Operation(operationId = "readEqualityFlags", summary = "What a participant of your own programme answered")
    @APIResponse(
            responseCode = "200",
            description = "The answers; the ETag names the participant's version.",
            content = @Content(schema = @Schema(implementation = Answers.class)))
    public Response read(@Parameter(description = "The participant's id") @PathParam("id") UUID id) {
        var found = participants.require(id, false);
        return shown(Answers.of(flags.of(found.id())), found.version());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.EQUALITY_DATA)
    @Transactional
    @Operation(
            operationId = "putEqualityFlags",
            summary = "Put answers in the place of all that a participant of your own programme gave before")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Answers.class)))
    @APIResponse(
            responseCode = "200",
            description = "The answers; the ETag names the participant's version.",
            content = @Content(schema = @Schema(implementation = Answers.class)))
    public Response put(
            @Parameter(description = "The participant's id") @PathParam("id") UUID id,
            @Parameter(required = true, description = "The ETag of the version that is changed")
                    @HeaderParam("If-Match")
                    @Nullable
                    String ifMatch,
            InputStream body)
            throws IOException {
        Reading<Answers> read = bodies.read(body, Answers.class);
        var found = participants.requireLocked(id);
        new Version(found.version()).require(ifMatch);
        var answers = read.orRefuse();
        flags.put(found.id(), answers.byGroup());
        var version = participants.touch(found.id());
        audit.record("equality-flags-put", "participants/" + id, Map.of());
        return shown(answers, version);
    }

    private static Response shown(Answers answers, long version) {
        return Response.ok(answers).header("ETag", new Version(version).tag()).build();
    }
}
