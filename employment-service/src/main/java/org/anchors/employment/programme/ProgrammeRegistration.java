package org.anchors.employment.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.anchors.contracts.event.ProgrammeRegistered;
import org.anchors.employment.privacy.Pseudonyms;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.outbox.Outbox;

/** Registers a programme: checks it, keeps it, announces it and notes who did so. */
@ApplicationScoped
class ProgrammeRegistration {

    private final Programmes programmes;
    private final Pseudonyms pseudonyms;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    ProgrammeRegistration(Programmes programmes, Pseudonyms pseudonyms, Outbox outbox, Audit audit, Clock clock) {
        this.programmes = programmes;
        this.pseudonyms = pseudonyms;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    Programme register(Reading<Registration> body) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var today = EssexDays.of(now);
        body.refuseIfFaulty(RegistrationCheck.faultsOf(body.value(), today));
        var rule = body.value().rule(today).orElseThrow();
        var programme = Programme.registered(body.value(), rule, now);
        programmes.add(programme);
        pseudonyms.make(programme.key());
        outbox.add(announcementOf(programme));
        audit.record("programme-registered", "programmes/" + programme.key(), Map.of("provider", programme.provider()));
        return programme;
    }

    /** What is told of a programme, when it is registered and whenever it is described anew. */
    static ProgrammeRegistered announcementOf(Programme programme) {
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
