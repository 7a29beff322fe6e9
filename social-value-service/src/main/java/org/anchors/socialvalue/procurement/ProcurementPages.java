package org.anchors.socialvalue.procurement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Answers with a procurement as it stands. */
@ApplicationScoped
public class ProcurementPages {

    private final Drafting drafting;
    private final Lots lots;
    private final CharterRule charter;

    ProcurementPages(Drafting drafting, Lots lots, CharterRule charter) {
        this.drafting = drafting;
        this.lots = lots;
        this.charter = charter;
    }

    /** The procurement with the version that it has now. */
    public Response shown(Procurement procurement) {
        return answer(procurement, view(procurement));
    }

    /** The same, in answer to its publication: with what is to be said of its methodologies. */
    Response published(Procurement procurement) {
        var warnings = DraftWarnings.of(drafting.reading(procurement).value());
        return answer(procurement, view(procurement).warned(warnings));
    }

    private static Response answer(Procurement procurement, ProcurementView view) {
        return Response.ok(view).header("ETag", procurement.tagged().tag()).build();
    }

    private ProcurementView view(Procurement procurement) {
        if (procurement.publishedAt() != null) {
            var frozen = lots.of(procurement);
            return ProcurementView.published(procurement, frozen)
                    .heldTo(charter.heldTo(procurement.buyer(), frozen.stream().map(Lot::methodology))
                            .orElse(null));
        }
        var draft = drafting.reading(procurement).value();
        return ProcurementView.drafted(
                        procurement, drafting.written(draft), drafting.faults(draft, procurement.buyer()))
                .warned(DraftWarnings.of(draft))
                .heldTo(charter.heldTo(procurement.buyer(), draft.methodologies().values().stream())
                        .orElse(null));
    }
}
