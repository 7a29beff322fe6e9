package org.anchors.socialvalue.procurement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Answers with a procurement as it stands. */
@ApplicationScoped
public class ProcurementPages {

    private final Drafting drafting;
    private final Lots lots;

    ProcurementPages(Drafting drafting, Lots lots) {
        this.drafting = drafting;
        this.lots = lots;
    }

    /** The procurement with the version that it has now. */
    public Response shown(Procurement procurement) {
        return Response.ok(view(procurement))
                .header("ETag", procurement.tagged().tag())
                .build();
    }

    private ProcurementView view(Procurement procurement) {
        if (procurement.publishedAt() != null) {
            return ProcurementView.published(procurement, lots.of(procurement));
        }
        var draft = drafting.reading(procurement).value();
        return ProcurementView.drafted(
                procurement, drafting.written(draft), drafting.faults(draft, procurement.buyer()));
    }
}
