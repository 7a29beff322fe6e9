package org.anchors.employment.participant;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anchors.contracts.problem.Fault;
import org.anchors.employment.partner.Partners;
import org.anchors.employment.privacy.Keyed;
import org.anchors.employment.privacy.Masked;
import org.anchors.employment.privacy.Pseudonyms;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.refusal.Refused;

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
        var place = place(programmes.own(registration.programme()), registration, faults);
        body.refuseIfFaulty(faults);
        var id = add(registration, place.orElseThrow())
                .orElseThrow(() -> new Refused(
                        ParticipantRefusal.PARTICIPANT_EXISTS,
                        "The programme has a participant of this reference; look it up by POST /participants/lookup."));
        followedUp(registration.programme());
        audit.record("participant-registered", "participants/" + id, Map.of("programme", registration.programme()));
        return id;
    }

    /** Where a participant belongs: the number of the cohort, and the pseudonyms of the programme. */
    record Place(long cohort, Keyed keyed) {}

    /** Finds where a participant belongs, or adds to the faults why it belongs nowhere. */
    Optional<Place> place(ProgrammeAccess.Known programme, Registration registration, List<Fault> faults) {
        faults.addAll(ofSharing(programme, registration));
        var cohort = registration.cohort() == null
                ? Optional.<Long>empty()
                : participants.cohort(programme.key(), registration.cohort());
        if (cohort.isEmpty()) {
            faults.add(new Fault(
                    "/cohort",
                    "unknown-cohort",
                    Masked.given("cohort", registration.cohort()),
                    "Send the key of one of the programme's cohorts."));
        }
        return cohort.map(number -> new Place(number, pseudonyms.under(programme.key())));
    }

    /** Adds a participant that is sound; empty where the programme has one of that reference. */
    Optional<UUID> add(Registration registration, Place place) {
        return participants.add(
                registration,
                place.cohort(),
                place.keyed().of(registration.reference()),
                registration.sharedReference() == null ? null : shared(registration.sharedReference()),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    void followedUp(String programme) {
        participants.followedUp(programme, clock.instant());
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
