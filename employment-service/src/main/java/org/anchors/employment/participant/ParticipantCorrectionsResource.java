package org.anchors.employment.participant;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;
import org.anchors.employment.correction.EarlierVersions;
import org.anchors.employment.correction.EarlierVersions.Subject;
import org.anchors.employment.privacy.PrivateBodies;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.Version;
import org.anchors.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Corrections of what is known of a participant. */
@Path("/participants/{id}")
@Tag(name = "Participants")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ParticipantCorrectionsResource {

    private final ParticipantCorrection correction;
    private final Participants participants;
    private final EarlierVersions earlier;
    private final PrivateBodies bodies;

    ParticipantCorrectionsResource(
            ParticipantCorrection correction,
            Participants participants,
            EarlierVersions earlier,
            PrivateBodies bodies) {
        this.correction = correction;
        this.participants = participants;
        this.earlier = earlier;
        this.bodies = bodies;
    }

    /** What was known of a participant until a correction. */
    @Schema(name = "ParticipantBefore", description = "What was known of a participant until a correction.")
    record Before(long version, Instant until, ParticipantView said) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROGRAMME_PROVIDER)
    @Transactional
    @Operation(
            operationId = "correctParticipant",
            summary = "Correct what is known of a participant of your own programme; what was said before is kept")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Correction.class)))
    @APIResponse(
            responseCode = "200",
            description = "The participant; its ETag names the version.",
            content = @Content(schema = @Schema(implementation = ParticipantView.class)))
    public Response correct(
            @Parameter(description = "The participant's id") @PathParam("id") UUID id,
            @Parameter(required = true, description = "The ETag of the version that is corrected")
                    @HeaderParam("If-Match")
                    @Nullable
                    String ifMatch,
            InputStream body)
            throws IOException {
        Reading<Correction> read = bodies.read(body, Correction.class);
        var found = correction.correct(id, ifMatch, read);
        return Response.ok(found.view())
                .header("ETag", new Version(found.version()).tag())
                .build();
    }

    @GET
    @Path("/revisions")
    @RolesAllowed({Role.PROGRAMME_PROVIDER, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "listParticipantRevisions",
            summary = "What was known of a participant before each correction, the first one first")
    public Page<Before> revisions(
            @Parameter(description = "The participant's id") @PathParam("id") UUID id,
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue(Page.USUAL)
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") @Nullable
                    String after) {
        return earlier.page(
                Subject.PARTICIPANT,
                participants.numberToRead(id),
                limit,
                after,
                ParticipantView.class,
                one -> new Before(one.version(), one.until(), one.said()));
    }
}
