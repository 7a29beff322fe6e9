package org.anchors.employment.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.anchors.contracts.event.ProgrammeRegistered;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.outbox.Outbox;

/** Tells of a programme, when it is registered and whenever it is described anew, and notes who did so. */
@ApplicationScoped
class Announcement {

    private final Outbox outbox;
    private final Audit audit;

    Announcement(Outbox outbox, Audit audit) {
        this.outbox = outbox;
        this.audit = audit;
    }

    void of(Programme programme, String deed, Map<String, ?> detail) {
        outbox.add(event(programme));
        audit.record(deed, "programmes/" + programme.key(), detail);
    }

    private static ProgrammeRegistered event(Programme programme) {
        return new ProgrammeRegistered(
                programme.key(),
                programme.name(),
                programme.provider(),
                programme.startsOn(),
                programme.outcomeRule(),
                programme.registeredAt(),
                Math.toIntExact(programme.version() + 1));
    }
}
