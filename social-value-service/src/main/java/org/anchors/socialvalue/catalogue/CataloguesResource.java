package org.anchors.socialvalue.catalogue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
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

/** Catalogues: a buyer loads its own, and finds them. */
@Path("/catalogues")
@Tag(name = "Catalogues")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CataloguesResource {

    private final Catalogues catalogues;
    private final CatalogueLoading loading;
    private final Ownership ownership;
    private final Idempotency idempotency;

    CataloguesResource(Catalogues catalogues, CatalogueLoading loading, Ownership ownership, Idempotency idempotency) {
        this.catalogues = catalogues;
        this.loading = loading;
        this.ownership = ownership;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "loadCatalogue",
            summary = "Load a catalogue for your organisation; once loaded it never changes")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Upload.class)))
    @APIResponse(
            responseCode = "201",
            description = "The catalogue was loaded; Location says where it is.",
            content = @Content(schema = @Schema(implementation = CatalogueView.class)))
    public Response load(
            @Parameter(
                            required = true,
                            description = "A new key for each new catalogue, the same when you send one again")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            Reading<Upload> body) {
        var owner = ownership.own();
        return idempotency.once(key, "load-catalogue " + body.digest(), () -> loading.load(body, owner));
    }

    @GET
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.EVALUATOR, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "listCatalogues", summary = "Catalogues that you may see, by owner and edition")
    public Page<CatalogueView> list(
            @Parameter(description = "Only those of this organisation, by its key") @QueryParam("owner") @Nullable
                    String owner,
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue(Page.USUAL)
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") @Nullable
                    String after) {
        var most = Page.limit(limit);
        var behind = Place.of(Page.after(after));
        if (owner != null && !ownership.shows(owner)) {
            return new Page<>(List.of(), null);
        }
        var whose = ownership.showsAll() ? owner : ownership.own();
        var page = Page.of(catalogues.behind(behind, whose, most + 1), most, catalogue -> Place.of(catalogue)
                .text());
        return new Page<>(page.items().stream().map(CatalogueView::of).toList(), page.next());
    }
}
