package org.anchors.employment.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.caller.Role;
import org.anchors.kit.disclosure.Policy;

/**
 * Who may see how many of a target group there are. Whoever sees single people could learn one person's flag from two answers of
 * which only that person is a matter, however the counts in them are rounded: by asking before and after, or, who may write, by
 * withdrawing one person's record after another until the count changes. So it takes the role for flags, and else only who sees no
 * person at all is told, under a policy that protects, of whole programmes and years.
 */
@ApplicationScoped
class GroupAccess {

    private final Caller caller;

    GroupAccess(Caller caller) {
        this.caller = caller;
    }

    /** Why groups are not shown; empty where they are. */
    Optional<String> refusal(List<ProgrammeAccess.Known> programmes, Policy policy, boolean narrow) {
        if (caller.has(Role.EQUALITY_DATA) && programmes.stream().allMatch(one -> caller.belongsTo(one.provider()))) {
            return Optional.empty();
        }
        if (caller.has(Role.EQUALITY_DATA) || caller.has(Role.PROGRAMME_PROVIDER) || caller.has(Role.AUDITOR)) {
            return Optional.of(
                    "Groups are shown, of their own organisation's programmes, to those with the role equality-data.");
        }
        return policy.protects() && !narrow
                ? Optional.empty()
                : Optional.of("Ask under a policy that protects, without place, decile and asOf.");
    }
}
