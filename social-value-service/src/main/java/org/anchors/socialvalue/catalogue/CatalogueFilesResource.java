package org.anchors.socialvalue.catalogue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.StrictJson;
import org.anchors.kit.idempotency.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Catalogues that come as a file. */
@Path("/catalogues")
@Tag(name = "Catalogues")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CatalogueFilesResource {

    private static final String CSV = "text/csv";

    private final CatalogueLoading loading;
    private final Ownership ownership;
    private final Idempotency idempotency;
    private final StrictJson strict;

    CatalogueFilesResource(CatalogueLoading loading, Ownership ownership, Idempotency idempotency, StrictJson strict) {
        this.loading = loading;
        this.ownership = ownership;
        this.idempotency = idempotency;
        this.strict = strict;
    }

    @POST
    @Consumes(CSV)
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "loadCatalogueFile",
            summary = "Load a catalogue from a CSV file, a row for each measure; faults are told by row and column")
    @RequestBody(
            required = true,
            description = "The first row names the columns, by the names that measures have in JSON: code, kind, theme,"
                    + " outcome, unit, proxy, currency, priceYear, source, low, high, stacksWith (codes with spaces,"
                    + " semicolons or bars between them), localMultiplier, riskToLife, licence, redistributable",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
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
            @BeanParam CatalogueHeading heading,
            InputStream body)
            throws IOException {
        var owner = ownership.own();
        var file = CatalogueFile.receive(body);
        return file.telling(() -> {
            var upload = file.read(heading, strict);
            return idempotency.once(key, "load-catalogue " + upload.digest(), () -> loading.load(upload, owner));
        });
    }
}
