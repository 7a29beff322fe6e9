package org.anchors.socialvalue.catalogue;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A catalogue as it is shown in a list. */
@Schema(name = "Catalogue", description = "A catalogue, without its measures.")
record CatalogueView(
        String edition,
        String owner,
        String source,
        String licence,
        boolean redistributable,
        int measureCount,
        Instant loadedAt) {

    /** A catalogue with everything in it, the measures by code. */
    @Schema(name = "WholeCatalogue", description = "A catalogue with its measures.")
    record Whole(
            String edition,
            String owner,
            String source,
            String licence,
            boolean redistributable,
            int measureCount,
            Instant loadedAt,
            List<MeasureView> measures) {

        static Whole of(Catalogue catalogue, List<Measure> measures) {
            return new Whole(
                    catalogue.edition(),
                    catalogue.owner(),
                    catalogue.source(),
                    catalogue.licence(),
                    catalogue.redistributable(),
                    catalogue.measureCount(),
                    catalogue.loadedAt(),
                    measures.stream().map(MeasureView::of).toList());
        }
    }

    static CatalogueView of(Catalogue catalogue) {
        return new CatalogueView(
                catalogue.edition(),
                catalogue.owner(),
                catalogue.source(),
                catalogue.licence(),
                catalogue.redistributable(),
                catalogue.measureCount(),
                catalogue.loadedAt());
    }
}
