package org.anchors.employment.programme;

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
import java.util.List;
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

/** Programmes: a provider registers its own, and reads them. */
@Path("/programmes")
@Tag(name = "Programmes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProgrammesResource {

    private final Programmes programmes;
    private final ProgrammeRegistration registration;
    private final Visibility visibility;
    private final Idempotency idempotency;

    ProgrammesResource(
            Programmes programmes, ProgrammeRegistration registration, Visibility visibility, Idempotency idempotency) {
        this.programmes = programmes;
        this.registration = registration;
        this.visibility = visibility;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROGRAMME_PROVIDER, Role.ANCHOR_TEAM})
    @Transactional
    @Operation(operationId = "registerProgramme", summary = "Register a programme of your organisation")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Registration.class)))
    @APIResponse(
            responseCode = "201",
            description = "The programme was registered; Location says where it is, ETag names its version.",
            content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    public Response register(
            @Parameter(
                            required = true,
                            description = "A new key for each new programme, the same when you send one again")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            Reading<Registration> body) {
        if (body.value().provider() != null) {
            visibility.requireMayRegisterFor(body.value().provider());
        }
        return idempotency.once(key, "register-programme " + body.digest(), () -> {
            var programme = registration.register(body);
            return new Idempotency.Created(
                    "/api/employment/v1/programmes/" + programme.key(),
                    new Version(programme.version()).tag(),
                    ProgrammeView.of(programme));
        });
    }

    @GET
    @RolesAllowed({Role.PROGRAMME_PROVIDER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "listProgrammes", summary = "Programmes that you may see, by key")
    public Page<ProgrammeView> list(
            @Parameter(description = "Only those of this organisation, by its key") @QueryParam("provider") @Nullable
                    String provider,
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue(Page.USUAL)
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") @Nullable
                    String after) {
        var most = Page.limit(limit);
        if (provider != null && !visibility.shows(provider)) {
            return new Page<>(List.of(), null);
        }
        var whose = visibility.showsAll() ? provider : visibility.ownOrganisation();
        var found = programmes.behind(Page.after(after), whose, most + 1);
        return Page.of(found.stream().map(ProgrammeView::of).toList(), most, ProgrammeView::key);
    }

    @GET
    @Path("/{key}")
    @RolesAllowed({Role.PROGRAMME_PROVIDER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "readProgramme", summary = "A programme as it stands")
    @APIResponse(
            responseCode = "200",
            description = "The programme; its ETag names the version.",
            content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    public Response read(@Parameter(description = "The programme's key") @PathParam("key") String key) {
        var programme = programmes.require(key, visibility);
        return Response.ok(ProgrammeView.of(programme))
                .header("ETag", new Version(programme.version()).tag())
                .build();
    }
}
