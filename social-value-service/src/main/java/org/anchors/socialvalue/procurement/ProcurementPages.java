package org.anchors.socialvalue.procurement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Answers with a procurement as it stands. */
@ApplicationScoped
public class ProcurementPages {

    private final Drafts drafts;
    private final Lots lots;
    private final CharterRule charter;

    ProcurementPages(Drafts drafts, Lots lots, CharterRule charter) {
        this.drafts = drafts;
        this.lots = lots;
        this.charter = charter;
    }

    /** The procurement with the version that it has now. A draft is shown as it is, and not looked through. */
    public Response shown(Procurement procurement) {
        return answer(
                procurement,
                procurement.publishedAt() == null
                        ? ProcurementView.drafted(procurement, drafts.text(procurement))
                        : frozen(procurement));
    }

    /** A draft, in answer to its author: with what was found in it. */
    Response checked(Drafting.Drafted draft) {
        return answer(draft.procurement(), checkedView(draft));
    }

    ProcurementView checkedView(Drafting.Drafted draft) {
        return ProcurementView.drafted(draft.procurement(), drafts.text(draft.procurement()))
                .checked(draft.found());
    }

    /** The same in answer to its publication: with what is to be said of its methodologies. */
    Response published(Publishing.Published published) {
        return answer(published.procurement(), frozen(published.procurement()).warned(published.warnings()));
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
