package org.anchors.employment.participant;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.anchors.contracts.problem.Fault;
import org.anchors.employment.partner.Partners;
import org.anchors.employment.privacy.Masked;
import org.anchors.employment.privacy.Pseudonyms;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.edge.Reading;

/** Registers a participant under a pseudonym; what the provider calls the participant goes no further than here. */
@ApplicationScoped
class ParticipantRegistration {

    private final Participants participants;
    private final ProgrammeAccess programmes;
    private final Partners partners;
    private final Pseudonyms pseudonyms;
    private final Audit audit;
    private final Clock clock;

    ParticipantRegistration(
            Participants participants,
            ProgrammeAccess programmes,
            Partners partners,
            Pseudonyms pseudonyms,
            Audit audit,
            Clock clock) {
        this.participants = participants;
        this.programmes = programmes;
        this.partners = partners;
        this.pseudonyms = pseudonyms;
        this.audit = audit;
        this.clock = clock;
    }

    UUID register(Reading<Registration> body) {
        var registration = body.value();
        var faults = new ArrayList<>(new RegistrationCheck(partners).faults(registration));
        if (body.faults().stream().anyMatch(fault -> fault.at().equals("/programme"))) {
            body.refuseIfFaulty(faults);
        }
        var programme = programmes.own(registration.programme());
        faults.addAll(ofSharing(programme, registration));
        var cohort = registration.cohort() == null
                ? null
                : participants.cohort(programme.key(), registration.cohort()).orElse(null);
        if (cohort == null) {
            faults.add(new Fault(
                    "/cohort",
                    "unknown-cohort",
                    Masked.given("cohort", registration.cohort()),
                    "Send the key of one of the programme's cohorts."));
        }
        body.refuseIfFaulty(faults);
        var shared = registration.sharedReference() == null ? null : shared(registration.sharedReference());
        var id = participants.add(
                registration,
                Objects.requireNonNull(cohort),
                pseudonyms.under(programme.key()).of(registration.reference()),
                shared,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record("participant-registered", "participants/" + id, Map.of("programme", programme.key()));
        return id;
    }

    private static List<Fault> ofSharing(ProgrammeAccess.Known programme, Registration registration) {
        return registration.sharedReference() == null || programme.sharedKey()
                ? List.of()
                : List.of(new Fault(
                        "/sharedReference",
                        "not-agreed",
                        Masked.MASK,
                        "Leave it out: the programme did not agree to recognise people in other programmes."));
    }

    private byte[] shared(String reference) {
        pseudonyms.make(Pseudonyms.SHARED);
        return pseudonyms.under(Pseudonyms.SHARED).of(reference);
    }
}
