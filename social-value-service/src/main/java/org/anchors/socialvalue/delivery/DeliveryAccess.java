package org.anchors.socialvalue.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.caller.Role;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.contract.Contract;
import org.anchors.socialvalue.contract.Contracts;
import org.jspecify.annotations.Nullable;

/** Who sees which contracts: its buyer's officers and the auditor. Everybody else is answered as if there were none. */
@ApplicationScoped
class DeliveryAccess {

    private final Contracts contracts;
    private final Caller caller;

    DeliveryAccess(Contracts contracts, Caller caller) {
        this.contracts = contracts;
        this.caller = caller;
    }

    /**
     * Somebody who is signed in.
     *
     * @param subject by which people are told apart, whatever becomes of their names
     */
    record Person(String subject, String name) {}

    Contract require(String id) {
        return find(id).filter(contract -> caller.has(Role.AUDITOR) || caller.belongsTo(contract.buyer()))
                .orElseThrow(() -> Refused.notFound("The contract " + id));
    }

    /** For a change, which only its buyer makes. */
    Contract requireOwn(String id) {
        return find(id).filter(contract -> caller.belongsTo(contract.buyer()))
                .orElseThrow(() -> Refused.notFound("The contract " + id));
    }

    /** Whose contracts are listed: everybody's for an auditor, otherwise the caller's own. */
    @Nullable
    String listed() {
        return caller.has(Role.AUDITOR) ? null : own();
    }

    /** The organisation that is asked about, where the caller may know of it. */
    String asked(@Nullable String organisation) {
        if (organisation == null) {
            return own();
        }
        if (!caller.has(Role.AUDITOR) && !caller.has(Role.ANCHOR_TEAM) && !caller.belongsTo(organisation)) {
            throw Refused.notFound("A buyer " + organisation);
        }
        return organisation;
    }

    /** Who states or decides, which no program does for anybody. */
    Person person() {
        caller.requirePerson();
        return new Person(caller.subject(), caller.name());
    }

    private String own() {
        return caller.organisation().orElse("");
    }

    /** Whoever asks; only for what is published of it. */
    Optional<Contract> find(String id) {
        try {
            return contracts.find(UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
