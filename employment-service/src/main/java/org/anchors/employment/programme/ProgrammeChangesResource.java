package org.anchors.employment.programme;

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
import java.time.Instant;
import org.anchors.employment.correction.EarlierVersions;
import org.anchors.employment.correction.EarlierVersions.Subject;
import org.anchors.kit.calendar.EssexDays;
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

/** Changes of what is said about a programme. */
@Path("/programmes/{key}")
@Tag(name = "Programmes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProgrammeChangesResource {

    private final ProgrammeChange change;
    private final ProgrammeAccess programmes;
    private final EarlierVersions earlier;
    private final EssexDays days;

    ProgrammeChangesResource(
            ProgrammeChange change, ProgrammeAccess programmes, EarlierVersions earlier, EssexDays days) {
        this.change = change;
        this.programmes = programmes;
        this.earlier = earlier;
        this.days = days;
    }

    /** What was said about a programme until a change. */
    @Schema(name = "ProgrammeBefore", description = "What was said about a programme until a change.")
    record Before(long version, Instant until, ProgrammeView said) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROGRAMME_PROVIDER, Role.ANCHOR_TEAM})
    @Transactional
    @Operation(
            operationId = "changeProgramme",
            summary = "Describe a programme of your organisation anew; key, provider, outcomeRule and sharedKey stay")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Registration.class)))
    @APIResponse(
            responseCode = "200",
            description = "The programme as it is described now; its ETag names the version.",
            content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    public Response change(
            @Parameter(description = "The programme's key") @PathParam("key") String key,
            @Parameter(required = true, description = "The ETag of the version that is changed")
                    @HeaderParam("If-Match")
                    @Nullable
                    String ifMatch,
            Reading<Registration> body) {
        var changed = change.change(key, ifMatch, body, days.today());
        return Response.ok(ProgrammeView.of(changed))
                .header("ETag", new Version(changed.version()).tag())
                .build();
    }

    @GET
    @Path("/revisions")
    @RolesAllowed({Role.PROGRAMME_PROVIDER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "listProgrammeRevisions",
            summary = "What was said about a programme before each change, the first one first")
    public Page<Before> revisions(
            @Parameter(description = "The programme's key") @PathParam("key") String key,
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue(Page.USUAL)
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") @Nullable
                    String after) {
        return earlier.page(
                Subject.PROGRAMME,
                programmes.visible(key).key(),
                limit,
                after,
                ProgrammeView.class,
                one -> new Before(one.version(), one.until(), one.said()));
    }
}
