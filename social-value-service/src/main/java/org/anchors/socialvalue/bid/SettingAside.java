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
 * Decides which of several bids under one bidder's identifier counts, which takes two people. Anybody can write down anybody's
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

    /** Why a bid is not to count. */
    @Schema(name = "BidSettingAside", description = "Why a bid is not to count.")
    record Why(
            @NotBlank(message = "Say why another bid of this bidder counts.")
            @Size(max = 2_000, message = "At most 2,000 characters.")
            @Schema(examples = "The bidder told us on 3 March that it lodged the other one")
            String reason) {}

    /** That somebody wants a bid not to count. */
    @Schema(name = "BidSetAside", description = "That somebody wants a bid not to count.")
    record Opinion(String who, String reason, Instant at) {}

    /** The first time that somebody wants it, it is noted; when somebody else does, the bid counts no more. */
    Procurement setAside(Procurement procurement, String reference, String reason) {
        procurement.stage().as(Stage.Opened.class);
        Opening.requirePerson(caller);
        var bid = bids.shown(procurement.id(), reference).orElseThrow(() -> Refused.notFound("The bid " + reference));
        if (bid.standing() != BidView.Standing.UNDECIDED) {
            throw new Refused(
                    BidRefusal.BID_STANDS, "No other bid that counts was lodged under its identifier for this lot.");
        }
        var isSecond = isWantedByAnother(reference);
        rows.change(
                "insert into setting_aside (bid, number, subject, who, reason, at) values (?, ?, ?, ?, ?, ?)",
                reference,
                isSecond ? 2 : 1,
                caller.subject(),
                caller.name(),
                reason,
                steps.now());
        if (isSecond) {
            rows.change("update bid set state = 'SET_ASIDE' where reference = ?", reference);
        }
        return steps.beside(
                procurement,
                isSecond ? "bid-set-aside" : "bid-setting-aside-begun",
                Map.of("bid", reference, "supplierId", bid.supplierId(), "reason", reason));
    }

    private boolean isWantedByAnother(String reference) {
        var first = rows.first("select subject from setting_aside where bid = ?", row -> row.getString(1), reference);
        if (first.filter(caller.subject()::equals).isPresent()) {
            throw new Refused(BidRefusal.SET_ASIDE_BY_YOU, "You were the first; ask a colleague to be the second.");
        }
        return first.isPresent();
    }
}
