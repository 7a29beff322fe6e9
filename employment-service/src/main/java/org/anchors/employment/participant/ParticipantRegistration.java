package org.anchors.employment.participant;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.refusal.Refused;

/** Registers a participant under a pseudonym; what the provider calls the participant goes no further than here. */
@ApplicationScoped
class ParticipantRegistration {

    private final Enrolment enrolment;
    private final ProgrammeAccess programmes;
    private final Audit audit;

    ParticipantRegistration(Enrolment enrolment, ProgrammeAccess programmes, Audit audit) {
        this.enrolment = enrolment;
        this.programmes = programmes;
        this.audit = audit;
    }

    UUID register(Reading<Registration> body) {
        var registration = body.value();
        var faults = new ArrayList<>(enrolment.check().faults(registration));
        var ifNew = RegistrationCheck.faultsOfNew(registration);
        if (body.faults().stream().anyMatch(fault -> fault.at().equals("/programme"))) {
            faults.addAll(ifNew);
            body.refuseIfFaulty(faults);
        }
        var programme = programmes.own(registration.programme());
        if (!ifNew.isEmpty() && !isKnown(programme.key(), registration)) {
            faults.addAll(ifNew);
        }
        var cohort = enrolment.openings(programme).cohort(registration, faults);
        body.refuseIfFaulty(faults);
        var placed = Enrolment.Placed.of(registration, cohort.orElseThrow());
        if (enrolment.add(programme.key(), List.of(placed)) == 0) {
            throw new Refused(
                    ParticipantRefusal.PARTICIPANT_EXISTS,
                    "The programme has a participant of this reference; look it up by POST /participants/lookup.");
        }
        audit.record("participant-registered", "participants/" + placed.id(), Map.of("programme", programme.key()));
        return placed.id();
    }

    private boolean isKnown(String programme, Registration registration) {
        var reference = Stream.ofNullable(registration.reference()).toList();
        return !enrolment.known(programme, reference).isEmpty();
    }
}
