package org.anchors.socialvalue.award;

import jakarta.enterprise.context.ApplicationScoped;
import org.anchors.kit.outbox.Outbox;
import org.anchors.socialvalue.contract.Contracts;
import org.anchors.socialvalue.contract.Indicators;

/** Writes a contract down with all that it holds, and tells of it. */
@ApplicationScoped
class Entering {

    private final Contracts contracts;
    private final Indicators indicators;
    private final Outbox outbox;

    Entering(Contracts contracts, Indicators indicators, Outbox outbox) {
        this.contracts = contracts;
        this.indicators = indicators;
        this.outbox = outbox;
    }

    void enter(Signed signed, String confirmedBy) {
        var contract = signed.contract();
        contracts.add(contract, signed.obligations(), confirmedBy);
        indicators.publish(contract.id(), signed.indicators(), contract.confirmedAt());
        if (signed.heldSocialValue()) {
            outbox.add(signed.announcement());
        }
    }
}
