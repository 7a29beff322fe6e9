package org.anchors.socialvalue.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.anchors.contracts.event.DeliveryApproved;
import org.anchors.kit.outbox.Outbox;
import org.anchors.socialvalue.contract.Contract;

/** Tells what is delivered of a contract in a year: all that is approved of so far, for only that counts. */
@ApplicationScoped
class Announcing {

    private final Delivered delivered;
    private final Outbox outbox;

    Announcing(Delivered delivered, Outbox outbox) {
        this.delivered = delivered;
        this.outbox = outbox;
    }

    void announce(Contract contract, String year, Instant at) {
        outbox.add(new DeliveryApproved(
                contract.key(),
                contract.buyer(),
                year,
                delivered.in(contract.id(), year),
                contract.catalogue() == null ? "none" : contract.catalogue(),
                delivered.nextVersion(contract.id(), year),
                at));
    }
}
