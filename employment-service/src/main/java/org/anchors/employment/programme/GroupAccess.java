package org.anchors.employment.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.caller.Role;

/**
 * Who may see how many of a target group there are. Whoever sees single people could learn one person's flag from two answers of
 * which only that person is a matter, however the counts in them are rounded: by asking before and after, or, who may write, by
 * withdrawing one person's record after another until the count changes. So it takes the role for flags, and else only who sees no
 * person at all is told.
 */
@ApplicationScoped
public class GroupAccess {

    private final Caller caller;

    GroupAccess(Caller caller) {
        this.caller = caller;
    }

    /** Whether the caller has the role for flags, and the programmes are the caller's own organisation's. */
    public boolean ofOwn(List<ProgrammeAccess.Known> programmes) {
        return caller.has(Role.EQUALITY_DATA)
                && programmes.stream().allMatch(programme -> caller.belongsTo(programme.provider()));
    }

    /** Whether the caller sees figures alone, of whomever. */
    public boolean seesNobody() {
        return !caller.has(Role.EQUALITY_DATA) && !caller.has(Role.PROGRAMME_PROVIDER) && !caller.has(Role.AUDITOR);
    }
}
