package org.anchors.socialvalue.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a CSV file of measures cannot say of itself: whose catalogue it is, and how it is called. */
@SuppressWarnings("NullAway.Init")
public class CatalogueHeading {

    @Parameter(required = true, description = "Its name, of which your organisation has only one")
    @QueryParam("edition")
    @Nullable
    String edition;

    @Parameter(required = true, description = "Who publishes it")
    @QueryParam("source")
    @Nullable
    String source;

    @Parameter(required = true, description = "Licence of its figures")
    @QueryParam("licence")
    @Nullable
    String licence;

    @Parameter(
            required = true,
            description = "Whether the licence lets the figures be passed on",
            schema = @Schema(implementation = Boolean.class))
    @QueryParam("redistributable")
    @Nullable
    String redistributable;

    void write(ObjectNode upload) {
        upload.put("edition", edition).put("source", source).put("licence", licence);
        CatalogueFile.truth(upload, "redistributable", redistributable);
    }

    /** What tells a request from another one with the same file. */
    String text() {
        return "%s %s %s %s".formatted(edition, source, licence, redistributable);
    }
}
