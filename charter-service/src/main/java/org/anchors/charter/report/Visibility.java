package org.anchors.charter.report;

import org.anchors.kit.caller.Caller;
import org.anchors.kit.caller.Role;
import org.anchors.kit.refusal.Refused;

/** Who sees whose reports: an organisation its own, the anchor team and the auditor all. */
final class Visibility {

    private Visibility() {}

    static boolean seesAll(Caller caller) {
        return caller.has(Role.ANCHOR_TEAM) || caller.has(Role.AUDITOR);
    }

    static boolean isVisible(String organisation, Caller caller) {
        return seesAll(caller) || caller.belongsTo(organisation);
    }

    /** A foreign organisation is answered as one that does not exist. */
    static void requireOwn(String organisation, Caller caller) {
        if (!caller.belongsTo(organisation)) {
            throw Refused.notFound("The organisation " + organisation);
        }
    }

    /** Nobody amends another organisation's report, not even who may read it. */
    static void requireOwnReport(AnnualReport report, Caller caller) {
        if (!caller.belongsTo(report.organisation())) {
            throw Refused.notFound("The report " + report.reference());
        }
    }
}
