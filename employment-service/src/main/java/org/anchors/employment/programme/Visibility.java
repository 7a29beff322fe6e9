package org.anchors.employment.programme;

import jakarta.enterprise.context.ApplicationScoped;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.caller.Role;
import org.anchors.kit.refusal.Refused;

/** Whose programmes the caller may see or register: a provider its own, the anchor team everybody's. */
@ApplicationScoped
class Visibility {

    private final Caller caller;

    Visibility(Caller caller) {
        this.caller = caller;
    }

    boolean showsAll() {
        return caller.has(Role.ANCHOR_TEAM) || caller.has(Role.AUDITOR);
    }

    boolean shows(String provider) {
        return showsAll() || caller.belongsTo(provider);
    }

    String ownOrganisation() {
        return caller.organisation().orElse("");
    }

    /** A foreign organisation is answered as one that does not exist. */
    void requireMayRegisterFor(String provider) {
        if (!caller.has(Role.ANCHOR_TEAM) && !caller.belongsTo(provider)) {
            throw Refused.notFound("The organisation " + provider);
        }
    }
}
