package org.anchors.employment.participant;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
import org.jspecify.annotations.Nullable;

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
        var check = new Check(enrolment.check());
        try (var lines = new TextLines(new ByteArrayInputStream(body), body.length + 1)) {
            lines.forEach((line, number) -> {
                if (number > MOST_LINES) {
                    throw new Refused(CommonRefusal.BODY_TOO_LARGE, "Send %,d lines at most.".formatted(MOST_LINES));
                }
                check.line(line, number);
            });
        } catch (CharacterCodingException otherEncoding) {
            throw new Refused(CommonRefusal.MALFORMED_JSON, "Its characters are coded otherwise than as UTF-8.");
        }
        var faults = new RowFaults(FAULTS_IN_DETAIL);
        var sound = check.sound(faults);
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

    /**
     * A line as it was read.
     *
     * @param said null where it could not be read
     * @param cohort the number of the cohort, where it takes the participant
     * @param faults what is wrong with it
     * @param ifNew what is wrong with it beside that, unless the programme has the participant
     */
    private record Line(
            int number, @Nullable Registration said, Optional<Long> cohort, List<Fault> faults, List<Fault> ifNew) {

        Stream<Fault> faultsBeside(Set<String> known) {
            var isKnown = said != null && said.reference() != null && known.contains(said.reference());
            return Stream.concat(faults.stream(), isKnown ? Stream.empty() : ifNew.stream())
                    .limit(MOST_OF_ONE);
        }
    }

    /** Checks lines, all of which are of the programme of the first. */
    private final class Check {
        private final RegistrationCheck rules;
        private final List<Line> lines = new ArrayList<>();
        private Optional<Openings> openings = Optional.empty();

        Check(RegistrationCheck rules) {
            this.rules = rules;
        }

        void line(String line, int number) {
            Reading<Registration> read;
            try {
                read = bodies.read(line.getBytes(StandardCharsets.UTF_8), Registration.class);
            } catch (Refused malformed) {
                var fault = new Fault("", "malformed", null, malformed.detail());
                lines.add(new Line(number, null, Optional.empty(), List.of(fault), List.of()));
                return;
            }
            lines.add(checked(number, read));
        }

        private Line checked(int number, Reading<Registration> read) {
            var said = read.value();
            var found = new ArrayList<>(read.faults());
            found.addAll(rules.faults(said));
            var cohort = found.stream().anyMatch(fault -> fault.at().equals("/programme"))
                    ? Optional.<Long>empty()
                    : cohort(said, found);
            var most = found.stream().limit(MOST_OF_ONE).toList();
            return new Line(number, said, cohort, most, RegistrationCheck.faultsOfNew(said));
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

        /** The participants of the lines that are sound; of the others it notes what is wrong. */
        List<Enrolment.Placed> sound(RowFaults faults) {
            var known = known();
            var sound = new ArrayList<Enrolment.Placed>();
            for (var line : lines) {
                var found = line.faultsBeside(known).toList();
                found.forEach(fault -> faults.add(line.number(), placed(fault, "line " + line.number())));
                if (found.isEmpty()) {
                    line.cohort()
                            .ifPresent(
                                    into -> sound.add(Enrolment.Placed.of(Objects.requireNonNull(line.said()), into)));
                }
            }
            return sound;
        }

        /** Of the references that somebody new may not have, those that somebody has. */
        private Set<String> known() {
            var references = lines.stream()
                    .filter(line -> !line.ifNew().isEmpty())
                    .map(line -> Objects.requireNonNull(line.said()).reference())
                    .filter(Objects::nonNull)
                    .toList();
            return openings.map(into -> enrolment.known(into.programme(), references))
                    .orElse(Set.of());
        }

        private static Fault placed(Fault fault, String at) {
            var place = fault.at().isEmpty() ? at : at + ", " + fault.at().substring(1);
            return new Fault(place, fault.rule(), fault.given(), fault.mend());
        }
    }
}
