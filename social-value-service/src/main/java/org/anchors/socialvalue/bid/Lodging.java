package org.anchors.socialvalue.bid;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.DatabaseClock;
import org.anchors.socialvalue.procurement.Lot;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Stage;
import org.anchors.socialvalue.seal.SealingKeys;

/**
 * Takes bids until the deadline. No deed is noted in the audit trail yet, because the trail's length can be asked for and would
 * tell how many bids there are: who lodged what is noted at the opening, from the bids themselves.
 */
@ApplicationScoped
class Lodging {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int REFERENCE_LENGTH = 16;

    private final SealedBids bids;
    private final LodgementRules rules;
    private final SealingKeys keys;
    private final DatabaseClock clock;

    Lodging(SealedBids bids, LodgementRules rules, SealingKeys keys, DatabaseClock clock) {
        this.bids = bids;
        this.rules = rules;
        this.keys = keys;
        this.clock = clock;
    }

    /** Takes a bid; the procurement is held, so that it is not opened meanwhile. */
    Receipt lodge(Procurement procurement, Reading<Lodgement> body) {
        inTime(procurement);
        var lot = rules.lotOrRefuse(procurement, body);
        var receipt = new Receipt(procurement.id(), newReference(), inTime(procurement));
        bids.add(receipt, offer(body, lot), body.value().price());
        return receipt;
    }

    Receipt replace(Procurement procurement, String reference, Reading<Lodgement> body) {
        var receipt = lodge(procurement, body);
        bids.end(procurement.id(), reference, receipt.receivedAt(), receipt.reference());
        return receipt;
    }

    Instant withdraw(Procurement procurement, String reference) {
        var at = inTime(procurement);
        bids.end(procurement.id(), reference, at, null);
        return at;
    }

    /** What tells a lodgement from others in the record of answers, without telling what it says. */
    String nameOf(Procurement procurement, Reading<Lodgement> body) {
        return keys.nameOf(procurement.id(), body.digest());
    }

    private Instant inTime(Procurement procurement) {
        procurement.stage().as(Stage.Published.class);
        var now = clock.now();
        if (now.isBefore(procurement.deadline())) {
            return now;
        }
        throw new Refused(
                BidRefusal.BIDS_CLOSED,
                "Bids were taken until %s, and it is %s by the clock that counts."
                        .formatted(procurement.deadline(), now));
    }

    private static Offer offer(Reading<Lodgement> body, Lot lot) {
        var sent = body.value();
        return new Offer(
                lot.key(),
                sent.supplier(),
                sent.supplierId(),
                sent.answersOrNone(),
                sent.commitments() == null ? List.of() : sent.commitments(),
                sent.workforce(),
                body.digest());
    }

    private static String newReference() {
        return RANDOM.ints(REFERENCE_LENGTH, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
