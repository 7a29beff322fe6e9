package org.anchors.charter.organisation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.anchors.kit.calendar.EssexDays;
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

/**
 * The organisations of the partnership. Their list is no secret to anyone who has a part in it; the anchor team keeps it.
 */
@Path("/organisations")
@Tag(name = "Charter")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class OrganisationsResource {

    private final Organisations organisations;
    private final OrganisationRegister register;
    private final Idempotency idempotency;
    private final EssexDays days;

    OrganisationsResource(
            Organisations organisations, OrganisationRegister register, Idempotency idempotency, EssexDays days) {
        this.organisations = organisations;
        this.register = register;
        this.idempotency = idempotency;
        this.days = days;
    }

    /** Which organisations are asked for. */
    static final class Narrowing {

        @Parameter(description = "Only those with this in one of their names or aliases")
        @QueryParam("named")
        @Nullable
        String named;

        @Parameter(description = "Only this sector, such as NHS acute")
        @QueryParam("sector")
        @Nullable
        String sector;

        @Parameter(description = "Only those that work in this place, such as Basildon")
        @QueryParam("place")
        @Nullable
        String place;

        @Parameter(description = "Only those of this alliance, such as Mid")
        @QueryParam("alliance")
        @Nullable
        String alliance;

        @Parameter(description = "Only this level: system, regional or place")
        @QueryParam("level")
        @Nullable
        String level;

        Organisations.Wanted on(LocalDate day) {
            return new Organisations.Wanted(day, named, sector, place, alliance, level);
        }
    }

    @GET
    @RolesAllowed({
        Role.PARTNER_REPORTER,
        Role.PARTNER_APPROVER,
        Role.PROCUREMENT_OFFICER,
        Role.PROGRAMME_PROVIDER,
        Role.ANCHOR_TEAM,
        Role.AUDITOR
    })
    @Transactional
    @Operation(
            operationId = "listOrganisations",
            summary =
                    "The organisations that exist on a day, by key; those that others have succeeded by then are left out")
    public Page<OrganisationView> list(
            @Parameter(description = "As on this day, such as 2022-01-31; today unless said otherwise")
                    @QueryParam("asOn")
                    @Nullable
                    String asOn,
            @BeanParam Narrowing narrowing,
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue(Page.USUAL)
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") String after) {
        var most = Page.limit(limit);
        var day = days.asked("asOn", asOn);
        var found = organisations.after(Page.after(after), narrowing.on(day), most + 1);
        return Page.of(
                found.stream().map(each -> OrganisationView.of(each, day)).toList(), most, OrganisationView::key);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ANCHOR_TEAM)
    @Transactional
    @Operation(operationId = "addOrganisation", summary = "Add an organisation to the partnership")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = OrganisationRequests.Addition.class)))
    @APIResponse(
            responseCode = "201",
            description = "The organisation was added; its ETag names the version.",
            content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    public Response add(
            @Parameter(description = "A new key for each new organisation, the same when you send one again")
                    @HeaderParam("Idempotency-Key")
                    String key,
            Reading<OrganisationRequests.Addition> body) {
        return idempotency.once(key, "add-organisation " + body.digest(), () -> {
            var added = register.add(body.orRefuse().organisation());
            return new Idempotency.Created(
                    "/api/charter/v1/organisations/" + added.key(),
                    new Version(added.version()).tag(),
                    OrganisationView.of(added, days.today()));
        });
    }

    @GET
    @Path("/{key}")
    @RolesAllowed({
        Role.PARTNER_REPORTER,
        Role.PARTNER_APPROVER,
        Role.PROCUREMENT_OFFICER,
        Role.PROGRAMME_PROVIDER,
        Role.ANCHOR_TEAM,
        Role.AUDITOR
    })
    @Transactional
    @Operation(
            operationId = "readOrganisation",
            summary = "One organisation under the name it has on a day, one that another has succeeded included")
    @APIResponse(
            responseCode = "200",
            description = "The organisation; its ETag names the version.",
            content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    public Response one(
            @Parameter(description = "The organisation's key, such as mseft") @PathParam("key") String key,
            @Parameter(description = "As on this day, such as 2022-01-31; today unless said otherwise")
                    @QueryParam("asOn")
                    @Nullable
                    String asOn) {
        return shown(organisations.require(key), days.asked("asOn", asOn));
    }

    @PUT
    @Path("/{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ANCHOR_TEAM)
    @Transactional
    @Operation(operationId = "describeOrganisation", summary = "Say anew what an organisation is, its name apart")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = OrganisationRequests.Redescription.class)))
    @APIResponse(
            responseCode = "200",
            description = "The organisation as it is now.",
            content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    public Response describe(
            @Parameter(description = "The organisation's key") @PathParam("key") String key,
            @Parameter(description = "ETag of the version that you change") @HeaderParam("If-Match") String ifMatch,
            Reading<OrganisationRequests.Redescription> body) {
        var organisation = required(key, ifMatch);
        return shown(register.describe(organisation, body.orRefuse().description()), days.today());
    }

    @POST
    @Path("/{key}/names")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ANCHOR_TEAM)
    @Transactional
    @Operation(operationId = "renameOrganisation", summary = "Give an organisation another name from a day on")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = OrganisationRequests.Renaming.class)))
    @APIResponse(
            responseCode = "200",
            description = "The organisation with all its names.",
            content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    public Response rename(
            @Parameter(description = "The organisation's key") @PathParam("key") String key,
            @Parameter(description = "ETag of the version that you change") @HeaderParam("If-Match") String ifMatch,
            Reading<OrganisationRequests.Renaming> body) {
        var organisation = required(key, ifMatch);
        body.refuseIfFaulty(ChangeCheck.faultsOf(body.value(), organisation));
        var sent = body.value();
        return shown(register.rename(organisation, sent.name(), sent.from()), days.today());
    }

    @POST
    @Path("/{key}/succession")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ANCHOR_TEAM)
    @Transactional
    @Operation(operationId = "succeedOrganisation", summary = "Say that another takes an organisation's place on a day")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = OrganisationRequests.Replacement.class)))
    @APIResponse(
            responseCode = "200",
            description = "The organisation with its successor.",
            content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    public Response succeed(
            @Parameter(description = "The organisation's key") @PathParam("key") String key,
            @Parameter(description = "ETag of the version that you change") @HeaderParam("If-Match") String ifMatch,
            Reading<OrganisationRequests.Replacement> body) {
        var organisation = required(key, ifMatch);
        body.refuseIfFaulty(ChangeCheck.faultsOf(body.value(), organisation, organisations));
        var sent = body.value();
        return shown(register.succeed(organisation, new Succession(sent.successor(), sent.on())), days.today());
    }

    private Organisation required(String key, @Nullable String ifMatch) {
        var organisation = organisations.require(key);
        new Version(organisation.version()).require(ifMatch);
        return organisation;
    }

    private static Response shown(Organisation organisation, LocalDate day) {
        return Response.ok(OrganisationView.of(organisation, day))
                .header("ETag", new Version(organisation.version()).tag())
                .build();
    }
}
