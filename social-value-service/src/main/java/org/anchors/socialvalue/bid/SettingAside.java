package org.anchors.socialvalue.bid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Stage;
import org.anchors.socialvalue.procurement.Steps;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Decides which of several bids under one bidder's identifier count, which takes two people. Anybody can write down anybody's
 * identifier, so none of them is dropped for coming first or last; docs/decisions/0018.
 */
@ApplicationScoped
class SettingAside {

    private final Steps steps;
    private final Bids bids;
    private final Rows rows;
    private final Caller caller;

    SettingAside(Steps steps, Bids bids, Rows rows, Caller caller) {
        this.steps = steps;
        this.bids = bids;
        this.rows = rows;
        this.caller = caller;
    }

    /** Why a bid is to count, or not. */
    @Schema(name = "BidDecision", description = "Why a bid is to count, or not to count.")
    record Why(
            @NotBlank(message = "Say why.")
            @Size(max = 2_000, message = "At most 2,000 characters.")
            @Schema(examples = "The bidder told us on 3 March that it lodged the other one")
            String reason) {}

    /** That somebody wants a bid to count, or not. */
    @Schema(name = "BidOpinion", description = "That somebody wants a bid to count, or not to count.")
    record Opinion(String who, String reason, Instant at) {}

    /**
     * The first time that somebody wants it, it is noted; when somebody else does, the bid counts no more. That another one was confirmed
     * says nothing of this one, so it can be set aside beside that one too, as long as nobody has marked.
     */
    Procurement setAside(Procurement procurement, String reference, String reason) {
        var bid = opened(procurement, reference);
        if (!isBesideAnother(reference)) {
            throw new Refused(
                    BidRefusal.BID_STANDS,
                    "No other bid that counts was lodged under its identifier for this lot, or it was confirmed.");
        }
        if (bid.standing() == BidView.Standing.COUNTS) {
            requireUnmarked(procurement);
        }
        var isSecond = isSecond(reference, false, reason);
        if (isSecond) {
            rows.change("update bid set state = 'SET_ASIDE' where reference = ?", reference);
        }
        return noted(procurement, bid, isSecond ? "bid-set-aside" : "bid-setting-aside-begun", reason);
    }

    /**
     * Lets a bid count whatever else was lodged under its identifier, and whether or not it was set aside: the second time that
     * somebody wants it, and for good. Only before anybody has marked, or those who did would have to mark again.
     */
    Procurement confirm(Procurement procurement, String reference, String reason) {
        var bid = opened(procurement, reference);
        if (bid.standing() == BidView.Standing.COUNTS) {
            throw new Refused(BidRefusal.BID_STANDS, "It counts already.");
        }
        requireUnmarked(procurement);
        var isSecond = isSecond(reference, true, reason);
        if (isSecond) {
            rows.change("update bid set state = 'OPENED', stands = true where reference = ?", reference);
        }
        return noted(procurement, bid, isSecond ? "bid-confirmed" : "bid-confirmation-begun", reason);
    }

    /** Whether another one of its bidder's counts or may, and nobody has decided that this one does. */
    private boolean isBesideAnother(String reference) {
        return rows.first("""
                        select 1 from bid
                        join bid other on other.procurement = bid.procurement and other.lot = bid.lot
                          and other.bidder = bid.bidder and other.reference <> bid.reference and other.state = 'OPENED'
                        where bid.reference = ? and bid.state = 'OPENED' and not bid.stands limit 1
                        """, row -> true, reference).isPresent();
    }

    private void requireUnmarked(Procurement procurement) {
        if (rows.first("select 1 from mark_sheet where procurement = ? limit 1", row -> true, procurement.id())
                .isPresent()) {
            throw new Refused(BidRefusal.BIDS_MARKED, "Evaluators have begun to mark the bids that count.");
        }
    }

    private BidView opened(Procurement procurement, String reference) {
        procurement.stage().as(Stage.Opened.class);
        caller.requirePerson();
        return bids.shown(procurement.id(), reference).orElseThrow(() -> Refused.notFound("The bid " + reference));
    }

    /** Writes down what the caller wants; whether somebody else has wanted the same before. */
    private boolean isSecond(String reference, boolean counts, String reason) {
        var first = rows.first(
                "select subject from setting_aside where bid = ? and counts = ?",
                row -> row.getString(1),
                reference,
                counts);
        if (first.filter(caller.subject()::equals).isPresent()) {
            throw new Refused(BidRefusal.DECIDED_BY_YOU, "You were the first; ask a colleague to be the second.");
        }
        rows.change(
                "insert into setting_aside (bid, counts, number, subject, who, reason, at) values (?, ?, ?, ?, ?, ?, ?)",
                reference,
                counts,
                first.isPresent() ? 2 : 1,
                caller.subject(),
                caller.name(),
                reason,
                steps.now());
        return first.isPresent();
    }

    private Procurement noted(Procurement procurement, BidView bid, String deed, String reason) {
        return steps.beside(
                procurement, deed, Map.of("bid", bid.reference(), "supplierId", bid.supplierId(), "reason", reason));
    }
}
