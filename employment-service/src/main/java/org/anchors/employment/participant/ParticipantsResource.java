package org.anchors.employment.participant;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.anchors.employment.privacy.PrivateBodies;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.Version;
import org.anchors.kit.idempotency.Idempotency;
import org.anchors.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Participants: a provider registers those of its own programmes, and nobody else sees one. */
@Path("/participants")
@Tag(name = "Participants")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ParticipantsResource {

    private final Participants participants;
    private final ParticipantRegistration registration;
    private final PrivateBodies bodies;
    private final Idempotency idempotency;

    ParticipantsResource(
            Participants participants,
            ParticipantRegistration registration,
            PrivateBodies bodies,
            Idempotency idempotency) {
        this.participants = participants;
        this.registration = registration;
        this.bodies = bodies;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROGRAMME_PROVIDER)
    @Transactional
    @Operation(
            operationId = "registerParticipant",
            summary = "Register a participant of one of your programmes",
            description =
                    "What you call the participant is turned into a pseudonym under a key of the programme and not kept."
                            + " Whatever looks like a name, an NHS number, a National Insurance number, a date of birth, a postcode, an"
                            + " e-mail address or a telephone number is refused, and neither kept nor logged nor repeated.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Registration.class)))
    @APIResponse(
            responseCode = "201",
            description = "The participant was registered; Location says where it is, ETag names its version.",
            content = @Content(schema = @Schema(implementation = ParticipantView.class)))
    public Response register(
            @Parameter(
                            required = true,
                            description = "A new key for each new participant, the same when you send one again")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            InputStream body)
            throws IOException {
        Reading<Registration> read = bodies.read(body, Registration.class);
        return idempotency.once(key, "register-participant " + read.digest(), () -> {
            var found = participants.require(registration.register(read), false);
            return new Idempotency.Created(
                    "/api/employment/v1/participants/" + found.view().id(),
                    new Version(found.version()).tag(),
                    found.view());
        });
    }

    @GET
    @RolesAllowed({Role.PROGRAMME_PROVIDER, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "listParticipants", summary = "A programme's participants, as they were registered")
    public Page<ParticipantView> list(
            @Parameter(required = true, description = "The programme's key") @QueryParam("programme") @Nullable
                    String programme,
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue(Page.USUAL)
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") @Nullable
                    String after) {
        var most = Page.limit(limit);
        var found = participants.behind(ProgrammeAccess.named(programme), Page.afterNumber(after), most + 1);
        var page = Page.of(found, most, one -> Long.toString(one.id()));
        return new Page<>(page.items().stream().map(Participants.Found::view).toList(), page.next());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.PROGRAMME_PROVIDER, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "readParticipant", summary = "A participant")
    @APIResponse(
            responseCode = "200",
            description = "The participant; its ETag names the version.",
            content = @Content(schema = @Schema(implementation = ParticipantView.class)))
    public Response read(@Parameter(description = "The participant's id") @PathParam("id") UUID id) {
        var found = participants.require(id, true);
        return Response.ok(found.view())
                .header("ETag", new Version(found.version()).tag())
                .build();
    }
}
