package org.anchors.socialvalue.bid;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.edge.RequestIds;
import org.anchors.kit.edge.Version;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.seal.SealingKeys;
import org.jspecify.annotations.Nullable;

/** Bids before they are opened. Nothing of them can be read here, nor how many there are. */
@ApplicationScoped
class SealedBids {

    /** A bid that can still be withdrawn or replaced. */
    static final Version LODGED = new Version(0);

    private final Rows rows;
    private final Caller caller;
    private final SealingKeys keys;
    private final Envelopes envelopes;

    SealedBids(Rows rows, Caller caller, SealingKeys keys, Envelopes envelopes) {
        this.rows = rows;
        this.caller = caller;
        this.keys = keys;
        this.envelopes = envelopes;
    }

    /** Puts a bid into its envelopes. */
    void add(Receipt bid, Offer offer, @Nullable BigDecimal price) {
        var seal = keys.of(bid.procurement());
        rows.change(
                """
                insert into bid
                  (reference, procurement, state, received_at, subject, who, request_id, sealed_offer, sealed_price)
                values (?, ?, 'LODGED', ?, ?, ?, ?, ?, ?)
                """,
                bid.reference(),
                bid.procurement(),
                bid.receivedAt(),
                caller.subject(),
                caller.name(),
                RequestIds.current(),
                envelopes.shut(seal, bid.reference(), offer),
                envelopes.shut(seal, bid.reference(), price));
    }

    /** Takes a bid back before it is opened; nothing is left of what it said. Known only to whoever has its receipt. */
    void end(UUID procurement, String reference, Instant at, @Nullable String replacedBy) {
        var ended = rows.change(
                """
                update bid set state = ?, ended_at = ?, ended_by = ?, replaced_by = ?, sealed_offer = null, sealed_price = null
                where procurement = ? and reference = ? and state = 'LODGED'
                """,
                replacedBy == null ? "WITHDRAWN" : "REPLACED",
                at,
                caller.name(),
                replacedBy,
                procurement,
                reference);
        if (ended == 0) {
            throw Refused.notFound("A bid %s that could be taken back".formatted(reference));
        }
    }
}
