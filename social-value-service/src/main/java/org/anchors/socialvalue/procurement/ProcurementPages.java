package org.anchors.socialvalue.procurement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Answers with a procurement as it stands. */
@ApplicationScoped
public class ProcurementPages {

    private final Drafting drafting;
    private final DraftChecks checks;
    private final Lots lots;
    private final CharterRule charter;

    ProcurementPages(Drafting drafting, DraftChecks checks, Lots lots, CharterRule charter) {
        this.drafting = drafting;
        this.checks = checks;
        this.lots = lots;
        this.charter = charter;
    }

    /** The procurement with the version that it has now. A draft is shown as it is, and not looked through. */
    public Response shown(Procurement procurement) {
        return answer(
                procurement,
                procurement.publishedAt() == null
                        ? ProcurementView.drafted(procurement, drafting.text(procurement))
                        : frozen(procurement));
    }

    /** A draft, in answer to its author: with what was found in it. */
    Response checked(Procurement procurement, ProcurementBody draft) {
        return answer(procurement, checkedView(procurement, draft));
    }

    ProcurementView checkedView(Procurement procurement, ProcurementBody draft) {
        return ProcurementView.drafted(procurement, drafting.text(procurement))
                .checked(checks.check(draft, procurement.buyer()));
    }

    /** The same in answer to its publication: with what is to be said of its methodologies. */
    Response published(Procurement procurement, ProcurementBody draft) {
        return answer(procurement, frozen(procurement).warned(DraftWarnings.of(draft)));
    }

    private static Response answer(Procurement procurement, ProcurementView view) {
        return Response.ok(view).header("ETag", procurement.tagged().tag()).build();
    }

    private ProcurementView frozen(Procurement procurement) {
        var frozen = lots.of(procurement);
        return ProcurementView.published(procurement, frozen)
                .heldTo(charter.heldTo(procurement.buyer(), frozen.stream().map(Lot::methodology))
                        .orElse(null));
    }
}
