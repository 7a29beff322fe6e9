package org.anchors.employment.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.anchors.employment.privacy.Pseudonyms;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.edge.Reading;

/** Registers a programme: checks it, keeps it, announces it and notes who did so. */
@ApplicationScoped
class ProgrammeRegistration {

    private final Programmes programmes;
    private final Pseudonyms pseudonyms;
    private final Announcement announcement;
    private final Clock clock;

    ProgrammeRegistration(Programmes programmes, Pseudonyms pseudonyms, Announcement announcement, Clock clock) {
        this.programmes = programmes;
        this.pseudonyms = pseudonyms;
        this.announcement = announcement;
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
        announcement.of(programme, "programme-registered", Map.of("provider", programme.provider()));
        return programme;
    }
}
