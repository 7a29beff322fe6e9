package org.anchors.employment.participant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anchors.contracts.problem.Fault;
import org.anchors.employment.privacy.Masked;
import org.anchors.employment.programme.ProgrammeAccess;

/** Where participants of one programme can be added; what it asked the database for one it knows for the next. */
final class Openings {

    private final ProgrammeAccess.Known programme;
    private final Participants participants;
    private final Map<String, Optional<Long>> cohorts = new HashMap<>();

    Openings(ProgrammeAccess.Known programme, Participants participants) {
        this.programme = programme;
        this.participants = participants;
    }

    String programme() {
        return programme.key();
    }

    /** The number of the cohort that a participant belongs to; adds to the faults why it cannot be added as it was sent. */
    Optional<Long> cohort(Registration sent, List<Fault> faults) {
        if (sent.sharedReference() != null && !programme.sharedKey()) {
            faults.add(new Fault(
                    "/sharedReference",
                    "not-agreed",
                    Masked.MASK,
                    "Leave it out: the programme did not agree to recognise people in other programmes."));
        }
        var cohort = Optional.ofNullable(sent.cohort()).flatMap(this::cohort);
        if (cohort.isEmpty()) {
            faults.add(new Fault(
                    "/cohort",
                    "unknown-cohort",
                    Masked.given("cohort", sent.cohort()),
                    "Send the key of one of the programme's cohorts."));
        }
        return cohort;
    }

    private Optional<Long> cohort(String key) {
        return cohorts.computeIfAbsent(key, asked -> participants.cohort(programme.key(), asked));
    }
}
