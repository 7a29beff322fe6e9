package org.anchors.socialvalue.catalogue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Version;
import org.anchors.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One catalogue, which never changes. */
@Path("/catalogues/{edition}")
@Tag(name = "Catalogues")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CatalogueResource {

    static final Version ONLY_VERSION = new Version(0);

    private final Catalogues catalogues;
    private final Measures measures;
    private final Ownership ownership;

    CatalogueResource(Catalogues catalogues, Measures measures, Ownership ownership) {
        this.catalogues = catalogues;
        this.measures = measures;
        this.ownership = ownership;
    }

    @GET
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.EVALUATOR, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "readCatalogue", summary = "A catalogue with all its measures")
    @APIResponse(
            responseCode = "200",
            description = "The catalogue, its measures by code.",
            content = @Content(schema = @Schema(implementation = CatalogueView.Whole.class)))
    public Response read(
            @Parameter(description = "Name of the edition") @PathParam("edition") String edition,
            @Parameter(description = "Whose catalogue, by the organisation's key; your own, unless another is named")
                    @QueryParam("owner")
                    @Nullable
                    String owner) {
        var catalogue = catalogues.require(ownership.of(edition, owner), edition);
        return Response.ok(CatalogueView.Whole.of(catalogue, measures.of(catalogue)))
                .header("ETag", ONLY_VERSION.tag())
                .build();
    }

    @GET
    @Path("/measures")
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.EVALUATOR, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "listMeasures", summary = "The measures of a catalogue by code, page by page")
    public Page<MeasureView> measures(
            @Parameter(description = "Name of the edition") @PathParam("edition") String edition,
            @Parameter(description = "Whose catalogue, by the organisation's key; your own, unless another is named")
                    @QueryParam("owner")
                    @Nullable
                    String owner,
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue(Page.USUAL)
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") @Nullable
                    String after) {
        var most = Page.limit(limit);
        var catalogue = catalogues.require(ownership.of(edition, owner), edition);
        var found = measures.behind(Page.after(after), catalogue, most + 1);
        return Page.of(found.stream().map(MeasureView::of).toList(), most, MeasureView::code);
    }
}
