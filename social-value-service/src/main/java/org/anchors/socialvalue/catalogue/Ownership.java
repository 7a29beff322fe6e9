package org.anchors.socialvalue.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.caller.Role;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** Whose catalogues the caller may see: those of its own organisation, an auditor everybody's. */
@ApplicationScoped
class Ownership {

    private final Caller caller;

    Ownership(Caller caller) {
        this.caller = caller;
    }

    String own() {
        return caller.organisation()
                .orElseThrow(() -> new Refused(
                        CatalogueRefusal.NO_ORGANISATION, "Ask whoever keeps the accounts to name your organisation."));
    }

    boolean showsAll() {
        return caller.has(Role.AUDITOR);
    }

    boolean shows(String owner) {
        return showsAll() || caller.belongsTo(owner);
    }

    /** The owner of the edition that is asked for: the caller's own organisation, unless another is named. */
    String of(String edition, @Nullable String asked) {
        var owner = asked == null ? own() : asked;
        if (!shows(owner)) {
            throw Refused.notFound("The catalogue " + edition);
        }
        return owner;
    }
}
