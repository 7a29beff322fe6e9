package org.anchors.employment.participant;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.anchors.employment.correction.EarlierVersions;
import org.anchors.employment.correction.EarlierVersions.Subject;
import org.anchors.employment.partner.Partners;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.Version;
import org.jspecify.annotations.Nullable;

/** Corrects what is known of a participant; what was said before is kept. */
@ApplicationScoped
class ParticipantCorrection {

    private final Participants participants;
    private final Partners partners;
    private final EarlierVersions earlier;
    private final Audit audit;
    private final Clock clock;

    ParticipantCorrection(
            Participants participants, Partners partners, EarlierVersions earlier, Audit audit, Clock clock) {
        this.participants = participants;
        this.partners = partners;
        this.earlier = earlier;
        this.audit = audit;
        this.clock = clock;
    }

    Participants.Found correct(UUID id, @Nullable String ifMatch, Reading<Correction> body) {
        var found = participants.requireLocked(id);
        new Version(found.version()).require(ifMatch);
        body.refuseIfFaulty(new RegistrationCheck(partners).faults(body.value()));
        earlier.keep(Subject.PARTICIPANT, found.id(), found.version(), found.view());
        participants.describe(found.id(), body.value());
        participants.followedUp(found.view().programme(), clock.instant());
        audit.record("participant-corrected", "participants/" + id, Map.of("version", found.version() + 1));
        return participants.require(id, false);
    }
}
