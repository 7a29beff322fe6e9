package org.anchors.employment.participant;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.anchors.employment.correction.EarlierVersions;
import org.anchors.employment.correction.EarlierVersions.Subject;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.Version;
import org.jspecify.annotations.Nullable;

/** Corrects what is known of a participant; what was said before is kept. */
@ApplicationScoped
class ParticipantCorrection {

    private final Participants participants;
    private final Enrolment enrolment;
    private final EarlierVersions earlier;
    private final Audit audit;

    ParticipantCorrection(Participants participants, Enrolment enrolment, EarlierVersions earlier, Audit audit) {
        this.participants = participants;
        this.enrolment = enrolment;
        this.earlier = earlier;
        this.audit = audit;
    }

    Participants.Found correct(UUID id, @Nullable String ifMatch, Reading<Correction> body) {
        var found = participants.requireLocked(id);
        new Version(found.version()).require(ifMatch);
        body.refuseIfFaulty(enrolment.check().faults(body.value()));
        earlier.keep(Subject.PARTICIPANT, found.id(), found.version(), found.view());
        participants.describe(found.id(), body.value());
        enrolment.followedUp(found.view().programme());
        audit.record("participant-corrected", "participants/" + id, Map.of("version", found.version() + 1));
        return participants.require(id, false);
    }
}
