package org.anchors.socialvalue.opendata;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.anchors.kit.caller.Role;
import org.anchors.kit.platform.Sha256;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.evaluation.Canonical;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Procurements;
import org.anchors.socialvalue.procurement.Stage;
import org.anchors.socialvalue.result.Insiders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Awards as open data. */
@Path("/procurements/{id}/ocds")
@Tag(name = "Awards")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class OcdsResource {

    private final Procurements procurements;
    private final Insiders insiders;
    private final Awards awards;
    private final Publishers publishers;

    OcdsResource(Procurements procurements, Insiders insiders, Awards awards, Publishers publishers) {
        this.procurements = procurements;
        this.insiders = insiders;
        this.awards = awards;
        this.publishers = publishers;
    }

    @GET
    @RolesAllowed({
        Role.PROCUREMENT_OFFICER,
        Role.EVALUATOR,
        Role.AUDITOR,
        Role.ANCHOR_TEAM,
        Role.PARTNER_REPORTER,
        Role.PARTNER_APPROVER,
        Role.PROGRAMME_PROVIDER,
        Role.OPERATOR
    })
    @Transactional
    @Operation(
            operationId = "exportAward",
            summary =
                    "An award as a release package of OCDS 1.1: to its buyer from the decision on, to everybody once it is announced or contracted")
    @APIResponse(
            responseCode = "200",
            description = "The release package, the same bytes until something of it changes; the ETag is its SHA-256."
                    + " Of bids that lost it has the number and nothing else.",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            description =
                                                    "As https://standard.open-contracting.org/1.1/en/schema/release_package/ says")))
    public Response export(@Parameter(description = "Id of the procurement") @PathParam("id") String id) {
        var procurement = procurements.require(id);
        var awarded = awards.of(procurement)
                .filter(any -> isAnnounced(procurement) || insiders.include(procurement))
                .orElseThrow(() -> Refused.notFound("A release package of the procurement " + id));
        var text = Canonical.of(ReleasePackage.of(awarded, publishers));
        return Response.ok(text).header("ETag", "\"" + Sha256.of(text) + "\"").build();
    }

    private boolean isAnnounced(Procurement procurement) {
        return procurement.stage() instanceof Stage.Contracted
                || awards.announced(procurement).isPresent();
    }
}
