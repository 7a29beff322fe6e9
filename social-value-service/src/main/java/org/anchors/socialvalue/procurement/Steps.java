package org.anchors.socialvalue.procurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.rows.DatabaseClock;

/** Takes procurements to their next version: at the time of the database's clock, in the caller's name, noted in the audit trail. */
@ApplicationScoped
public class Steps {

    private final Register register;
    private final DatabaseClock clock;
    private final Caller caller;
    private final Audit audit;

    Steps(Register register, DatabaseClock clock, Caller caller, Audit audit) {
        this.register = register;
        this.clock = clock;
        this.caller = caller;
        this.audit = audit;
    }

    public Instant now() {
        return clock.now();
    }

    /** The name of the account that takes the step. */
    public String who() {
        return caller.name();
    }

    /** Takes a step that leaves the procurement at its stage; the last thing in its transaction. */
    public Procurement beside(Procurement procurement, String deed, Map<String, ?> detail) {
        return take(procurement.at(procurement.stage()), deed, detail);
    }

    /** Takes a step, the last thing in its transaction. */
    public Procurement take(Procurement next, String deed, Map<String, ?> detail) {
        return take(next, List.of(new Audit.Note(deed, next.path(), detail)));
    }

    /** The same with several notes. */
    public Procurement take(Procurement next, List<Audit.Note> notes) {
        var taken = register.save(next);
        audit.recordAll(notes);
        return taken;
    }
}
