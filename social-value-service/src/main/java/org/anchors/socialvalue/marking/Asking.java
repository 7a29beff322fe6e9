package org.anchors.socialvalue.marking;

import jakarta.enterprise.context.ApplicationScoped;
import org.anchors.socialvalue.bid.Bids;
import org.anchors.socialvalue.procurement.Lots;
import org.anchors.socialvalue.procurement.Procurement;

/** Knows what is asked about the bids of a procurement. */
@ApplicationScoped
class Asking {

    private final Bids bids;
    private final Lots lots;
    private final VisibleMarks visible;

    Asking(Bids bids, Lots lots, VisibleMarks visible) {
        this.bids = bids;
        this.lots = lots;
        this.visible = visible;
    }

    /** What is asked about the bids that count; refused as long as it is not decided which do, so that no mark decides it. */
    Questions questions(Procurement procurement) {
        bids.requireDecided(procurement.id());
        return new Questions(lots.of(procurement), bids.outlines(procurement.id()));
    }

    /** The same once all marks are in; where nothing is asked that evaluators mark, nobody is waited for. */
    Questions requireMarked(Procurement procurement) {
        var questions = questions(procurement);
        if (questions.areAsked()) {
            visible.requireAllIn(procurement);
        }
        return questions;
    }
}
