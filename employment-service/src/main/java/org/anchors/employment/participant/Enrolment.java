package org.anchors.employment.participant;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchors.contracts.problem.Fault;
import org.anchors.employment.partner.Partners;
import org.anchors.employment.privacy.Keyed;
import org.anchors.employment.privacy.Masked;
import org.anchors.employment.privacy.Pseudonyms;
import org.anchors.employment.programme.ProgrammeAccess;

/** Adds participants to cohorts: whether they can be, where they belong, and under which pseudonym. */
@ApplicationScoped
class Enrolment {

    private final Participants participants;
    private final Partners partners;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    Enrolment(Participants participants, Partners partners, Pseudonyms pseudonyms, Clock clock) {
        this.participants = participants;
        this.partners = partners;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /** What participants are checked by, as long as one request takes. */
    RegistrationCheck check() {
        return new RegistrationCheck(partners);
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
