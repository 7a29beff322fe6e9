package org.anchors.employment.participant;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anchors.contracts.problem.Fault;
import org.anchors.employment.privacy.PrivateBodies;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.bulk.RowFaults;
import org.anchors.kit.bulk.TextLines;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Registers many participants of one programme: all of them or none. */
@ApplicationScoped
class ParticipantBatch {

    private static final int MOST_LINES = 20_000;
    private static final int MOST_OF_ONE = 20;
    private static final int FAULTS_IN_DETAIL = 10_000;

    private final Enrolment enrolment;
    private final PrivateBodies bodies;
    private final ProgrammeAccess programmes;
    private final Audit audit;

    ParticipantBatch(Enrolment enrolment, PrivateBodies bodies, ProgrammeAccess programmes, Audit audit) {
        this.enrolment = enrolment;
        this.bodies = bodies;
        this.programmes = programmes;
        this.audit = audit;
    }

    /**
     * What came of participants that were sent.
     *
     * @param programme the programme of all of them
     * @param accepted those that are new
     * @param unchanged those that had been registered before
     */
    @Schema(name = "ParticipantLoad", description = "What came of participants that were sent.")
    record Outcome(String programme, int accepted, int unchanged) {}

    Outcome register(byte[] body) throws IOException {
        var faults = new RowFaults(FAULTS_IN_DETAIL);
        var sound = new ArrayList<Enrolment.Placed>();
        var check = new Check(enrolment.check());
        try (var lines = new TextLines(new ByteArrayInputStream(body), body.length + 1)) {
            lines.forEach((line, number) -> {
                if (number > MOST_LINES) {
                    throw new Refused(CommonRefusal.BODY_TOO_LARGE, "Send %,d lines at most.".formatted(MOST_LINES));
                }
                check.line(line, number, faults).ifPresent(sound::add);
            });
        } catch (CharacterCodingException otherEncoding) {
            throw new Refused(CommonRefusal.MALFORMED_JSON, "Its characters are coded otherwise than as UTF-8.");
        }
        if (faults.count() > 0 || sound.isEmpty()) {
            throw new Refused(
                    CommonRefusal.INVALID_REQUEST, faults.summary() + "; nothing was stored.", faults.listed());
        }
        return add(sound);
    }

    private Outcome add(List<Enrolment.Placed> sound) {
        var programme = sound.getFirst().said().programme();
        var accepted = enrolment.add(programme, sound);
        audit.record("participants-registered", "programmes/" + programme, Map.of("participants", accepted));
        return new Outcome(programme, accepted, sound.size() - accepted);
    }

    /** Checks lines, all of which are of the programme of the first. */
    private final class Check {
        private final RegistrationCheck rules;
        private Optional<Openings> openings = Optional.empty();

        Check(RegistrationCheck rules) {
            this.rules = rules;
        }

        Optional<Enrolment.Placed> line(String line, int number, RowFaults faults) {
            var at = "line " + number;
            Reading<Registration> read;
            try {
                read = bodies.read(line.getBytes(StandardCharsets.UTF_8), Registration.class);
            } catch (Refused malformed) {
                faults.add(number, new Fault(at, "malformed", null, malformed.detail()));
                return Optional.empty();
            }
            var found = new ArrayList<>(read.faults());
            found.addAll(rules.faultsOfNew(read.value()));
            var cohort = found.stream().anyMatch(fault -> fault.at().equals("/programme"))
                    ? Optional.<Long>empty()
                    : cohort(read.value(), found);
            found.stream().limit(MOST_OF_ONE).forEach(fault -> faults.add(number, placed(fault, at)));
            return found.isEmpty() ? cohort.map(into -> Enrolment.Placed.of(read.value(), into)) : Optional.empty();
        }

        private Optional<Long> cohort(Registration sent, List<Fault> found) {
            var known = openings.orElseGet(() -> enrolment.openings(programmes.ownLocked(sent.programme())));
            openings = Optional.of(known);
            if (!known.programme().equals(sent.programme())) {
                found.add(new Fault(
                        "/programme", "differs-from-first", null, "Send one programme's participants at once."));
                return Optional.empty();
            }
            return known.cohort(sent, found);
        }

        private static Fault placed(Fault fault, String at) {
            return new Fault(at + ", " + fault.at().substring(1), fault.rule(), fault.given(), fault.mend());
        }
    }
}
