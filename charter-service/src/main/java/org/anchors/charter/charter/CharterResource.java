package org.anchors.charter.charter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.anchors.kit.caller.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The charter: what is promised, and by whom. */
@Path("/editions")
@Tag(name = "Charter")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CharterResource {

    private final Charter charter;
    private final Signatures signatures;

    CharterResource(Charter charter, Signatures signatures) {
        this.charter = charter;
        this.signatures = signatures;
    }

    /** An edition with everything in it. */
    record EditionView(Edition edition, List<Commitment> commitments, List<SignatureView> signatures) {}

    @GET
    @RolesAllowed({Role.PARTNER_REPORTER, Role.PARTNER_APPROVER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Operation(operationId = "listEditions", summary = "The editions of the charter, the oldest first")
    public List<Edition> all() {
        return charter.editions();
    }

    @GET
    @Path("/{edition}")
    @RolesAllowed({Role.PARTNER_REPORTER, Role.PARTNER_APPROVER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Operation(operationId = "readEdition", summary = "One edition with its commitments and signatures")
    public EditionView one(
            @Parameter(description = "Name of the edition, such as 2024-27") @PathParam("edition") String name) {
        return new EditionView(
                charter.require(name),
                charter.commitments(name),
                signatures.under(name).stream().map(SignatureView::of).toList());
    }
}
