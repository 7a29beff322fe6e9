package org.anchors.charter.organisation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.anchors.kit.caller.Role;
import org.anchors.kit.paging.Page;
import org.anchors.kit.refusal.Refused;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The organisations of the partnership; their list is no secret to anyone who has a part in it. */
@Path("/organisations")
@Tag(name = "Charter")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class OrganisationsResource {

    private final Organisations organisations;

    OrganisationsResource(Organisations organisations) {
        this.organisations = organisations;
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
    @Operation(operationId = "listOrganisations", summary = "The organisations of the partnership, by key")
    public Page<Organisation> list(
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue(Page.USUAL)
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") String after) {
        var most = Page.limit(limit);
        return Page.of(organisations.after(Page.after(after), most + 1), most, Organisation::key);
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
    @Operation(operationId = "readOrganisation", summary = "One organisation")
    public Organisation one(
            @Parameter(description = "The organisation's key, such as mseft") @PathParam("key") String key) {
        return organisations.find(key).orElseThrow(() -> Refused.notFound("The organisation " + key));
    }
}
