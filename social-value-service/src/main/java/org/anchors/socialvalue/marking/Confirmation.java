package org.anchors.socialvalue.marking;

import jakarta.enterprise.context.ApplicationScoped;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.procurement.Procurement;

/**
 * Rulings on commitments take two people, as setting a bid aside does: one records them, and whoever makes the consensus final, with the
 * rulings before the eyes, confirms them; docs/decisions/0026.
 */
@ApplicationScoped
class Confirmation {

    private final Rows rows;
    private final Caller caller;

    Confirmation(Rows rows, Caller caller) {
        this.rows = rows;
        this.caller = caller;
    }

    /** Where commitments are ruled out; somebody from before subjects were kept is known by name. */
    void requireSecond(Procurement procurement) {
        var byCaller = rows.all("""
                select agreed.subject = ? or agreed.subject is null and agreed.who = ? from consensus_in_force agreed
                join bid on bid.reference = agreed.bid and bid.state = 'OPENED'
                where agreed.procurement = ? and agreed.commitments <> '[]'
                """, row -> row.getBoolean(1), caller.subject(), caller.name(), procurement.id());
        if (!byCaller.isEmpty()) {
            caller.requirePerson();
        }
        if (byCaller.contains(true)) {
            throw new Refused(
                    MarkingRefusal.RULED_BY_YOU,
                    "You recorded rulings on commitments; ask a colleague to make the consensus final.");
        }
    }
}
