package org.anchors.employment.total;

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
import java.util.List;
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

/** Returns: a provider gives the totals of a programme that can give totals only. */
@Path("/returns")
@Tag(name = "Outcomes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReturnsResource {

    private final Returning returning;
    private final ReadReturns returns;
    private final PrivateBodies bodies;
    private final Idempotency idempotency;

    ReturnsResource(Returning returning, ReadReturns returns, PrivateBodies bodies, Idempotency idempotency) {
        this.returning = returning;
        this.returns = returns;
        this.bodies = bodies;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROGRAMME_PROVIDER)
    @Transactional
    @Operation(
            operationId = "returnOutcomes",
            summary = "Return the totals of one of your programmes that can give totals only",
            description =
                    "A later return for the same reporting year supersedes this one, and speaks of all its months; both stay"
                            + " readable.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = OutcomeReturn.class)))
    @APIResponse(
            responseCode = "201",
            description = "The totals were taken; Location says where they are, ETag names the revision.",
            content = @Content(schema = @Schema(implementation = ReturnView.class)))
    public Response take(
            @Parameter(required = true, description = "A new key for each new return, the same when you send one again")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            InputStream body)
            throws IOException {
        Reading<OutcomeReturn> read = bodies.read(body, OutcomeReturn.class);
        return idempotency.once(key, "return-outcomes " + read.digest(), () -> created(returning.take(read)));
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed(Role.PROGRAMME_PROVIDER)
    @Transactional
    @Operation(
            operationId = "withdrawReturn",
            summary = "Withdraw what was returned last of one of your programmes and a year",
            description =
                    "Nothing is known of the year then until the next return, which may be of other months. Everything stays"
                            + " readable.")
    @APIResponse(
            responseCode = "201",
            description = "The withdrawal is the next revision; Location says where it is.",
            content = @Content(schema = @Schema(implementation = ReturnView.class)))
    public Response withdraw(
            @Parameter(description = "The return's id") @PathParam("id") UUID id,
            @Parameter(required = true, description = "A new key for each withdrawal, the same when you send one again")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key) {
        return idempotency.once(key, "withdraw-return " + id, () -> created(returning.withdraw(id)));
    }

    private Idempotency.Created created(List<Returned> said) {
        return new Idempotency.Created(
                "/api/employment/v1/returns/" + said.getFirst().id(),
                new Version(said.getFirst().revision()).tag(),
                ReturnView.of(returns.seen(said)));
    }

    @GET
    @RolesAllowed({Role.PROGRAMME_PROVIDER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "listReturns",
            summary = "A programme's returns by year and revision, the totals of everyone")
    public Page<ReturnView> list(
            @Parameter(required = true, description = "The programme's key") @QueryParam("programme") @Nullable
                    String programme,
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue(Page.USUAL)
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") @Nullable
                    String after) {
        return returns.ofProgramme(ProgrammeAccess.named(programme), Page.limit(limit), Page.after(after));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.PROGRAMME_PROVIDER, Role.EQUALITY_DATA, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "readReturn",
            summary = "A return, with its groups to those of the provider with the role equality-data")
    @APIResponse(
            responseCode = "200",
            description = "The return; its ETag names the revision.",
            content = @Content(schema = @Schema(implementation = ReturnView.class)))
    public Response read(@Parameter(description = "The return's id") @PathParam("id") UUID id) {
        var said = returns.require(id);
        return Response.ok(ReturnView.of(said))
                .header("ETag", new Version(said.getFirst().revision()).tag())
                .build();
    }
}
