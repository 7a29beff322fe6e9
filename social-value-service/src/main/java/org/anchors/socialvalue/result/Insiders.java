package org.anchors.socialvalue.result;

import jakarta.enterprise.context.ApplicationScoped;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.caller.Role;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.panel.Panel;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Procurements;

/** Who reads how bids compare: the buyer's officers, the evaluators appointed, and the auditor. */
@ApplicationScoped
public class Insiders {

    private final Procurements procurements;
    private final Panel panel;
    private final Caller caller;

    Insiders(Procurements procurements, Panel panel, Caller caller) {
        this.procurements = procurements;
        this.panel = panel;
        this.caller = caller;
    }

    /** The procurement, unless the caller is none of them. */
    public Procurement require(String id) {
        var procurement = procurements.requireInside(id);
        if (!include(procurement)) {
            throw Refused.notFound("The procurement " + procurement.id());
        }
        return procurement;
    }

    /** Whether the caller is one of them. */
    public boolean include(Procurement procurement) {
        var mayLead = caller.has(Role.PROCUREMENT_OFFICER) || caller.has(Role.AUDITOR);
        return procurements.isInside(procurement.buyer())
                && (mayLead || panel.caller(procurement.id()).isPresent());
    }
}
