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
import java.io.UncheckedIOException;
import java.util.UUID;
import org.anchors.employment.privacy.PrivateBodies;
import org.anchors.employment.privacy.Pseudonyms;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.Version;
import org.anchors.kit.idempotency.Idempotency;
import org.anchors.kit.paging.Page;
import org.anchors.kit.refusal.Refused;
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
    private final ParticipantBatch batch;
    private final PrivateBodies bodies;
    private final Pseudonyms pseudonyms;
    private final ProgrammeAccess programmes;
    private final Idempotency idempotency;

    ParticipantsResource(
            Participants participants,
            ParticipantRegistration registration,
            ParticipantBatch batch,
            PrivateBodies bodies,
            Pseudonyms pseudonyms,
            ProgrammeAccess programmes,
            Idempotency idempotency) {
        this.participants = participants;
        this.registration = registration;
        this.batch = batch;
        this.bodies = bodies;
        this.pseudonyms = pseudonyms;
        this.programmes = programmes;
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

    @POST
    @Path("/lookup")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROGRAMME_PROVIDER)
    @Transactional
    @Operation(operationId = "lookUpParticipant", summary = "Find a participant by what you call it")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Lookup.class)))
    @APIResponse(
            responseCode = "200",
            description = "The participant.",
            content = @Content(schema = @Schema(implementation = ParticipantView.class)))
    public ParticipantView lookUp(InputStream body) throws IOException {
        Reading<Lookup> read = bodies.read(body, Lookup.class);
        var lookup = read.orRefuse();
        var programme = programmes.own(lookup.programme());
        return participants
                .find(programme.key(), pseudonyms.under(programme.key()).of(lookup.reference()))
                .orElseThrow(() -> Refused.notFound("The participant"));
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
        var behind = Page.afterNumber(after);
        var wanted = ProgrammeAccess.named(programme);
        if (!programmes.showsRowsOf(wanted)) {
            throw ProgrammeAccess.notFound(wanted);
        }
        var page = Page.of(participants.behind(wanted, behind, most + 1), most, found -> Long.toString(found.id()));
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
