package org.anchors.socialvalue.award;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.marking.Inputs;
import org.anchors.socialvalue.procurement.Procurement;

/** The bids that won, as they were scored. */
@ApplicationScoped
class WinningBids {

    private final Awards awards;
    private final Inputs inputs;

    WinningBids(Awards awards, Inputs inputs) {
        this.awards = awards;
        this.inputs = inputs;
    }

    /** Of a procurement, by lot; refused where nobody won. */
    List<Signed.Winning> require(Procurement procurement) {
        var winning = new ArrayList<Signed.Winning>();
        for (var decision : awards.lots(procurement.id())) {
            if (decision.bid() != null) {
                winning.add(
                        Signed.Winning.of(procurement, inputs.require(procurement, decision.lot()), decision.bid()));
            }
        }
        if (winning.isEmpty()) {
            throw new Refused(AwardRefusal.NOTHING_AWARDED, "Nobody won: cancel the procurement.");
        }
        return winning;
    }
}
