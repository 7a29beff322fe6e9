package org.anchors.employment.participant;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anchors.contracts.problem.Fault;
import org.anchors.employment.partner.Partners;
import org.anchors.employment.privacy.PrivateBodies;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Registers many participants of one programme: all of them or none. */
@ApplicationScoped
class ParticipantBatch {

    private final ParticipantRegistration registration;
    private final PrivateBodies bodies;
    private final Partners partners;
    private final ProgrammeAccess programmes;
    private final Audit audit;

    ParticipantBatch(
            ParticipantRegistration registration,
            PrivateBodies bodies,
            Partners partners,
            ProgrammeAccess programmes,
            Audit audit) {
        this.registration = registration;
        this.bodies = bodies;
        this.partners = partners;
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

    /** A line that is sound, with the cohort that it belongs to. */
    private record Sound(Registration sent, ParticipantRegistration.Place place) {}

    Outcome register(byte[] body) {
        var lines = new String(body, StandardCharsets.UTF_8).split("\n", -1);
        var faults = new ArrayList<Fault>();
        var sound = new ArrayList<Sound>();
        var check = new Check(new RegistrationCheck(partners));
        for (var index = 0; index < lines.length; index++) {
            if (!lines[index].isBlank()) {
                check.line(lines[index], "line " + (index + 1), faults).ifPresent(sound::add);
            }
        }
        if (!faults.isEmpty() || sound.isEmpty()) {
            throw new Refused(
                    CommonRefusal.INVALID_REQUEST, "%,d faults; nothing was stored.".formatted(faults.size()), faults);
        }
        return add(sound);
    }

    private Outcome add(List<Sound> sound) {
        var programme = sound.getFirst().sent().programme();
        var accepted = (int) sound.stream()
                .filter(one -> registration.add(one.sent(), one.place()).isPresent())
                .count();
        audit.record("participants-registered", "programmes/" + programme, Map.of("participants", accepted));
        return new Outcome(programme, accepted, sound.size() - accepted);
    }

    /** Checks lines; what it asked the database for one it knows for the next. */
    private final class Check {
        private final RegistrationCheck rules;
        private final Map<String, Optional<ParticipantRegistration.Place>> places = new HashMap<>();
        private Optional<ProgrammeAccess.Known> programme = Optional.empty();

        Check(RegistrationCheck rules) {
            this.rules = rules;
        }

        Optional<Sound> line(String line, String at, List<Fault> faults) {
            try {
                Reading<Registration> read = bodies.read(line.getBytes(StandardCharsets.UTF_8), Registration.class);
                var found = new ArrayList<>(read.faults());
                found.addAll(rules.faults(read.value()));
                var place = found.stream().anyMatch(fault -> fault.at().equals("/programme"))
                        ? Optional.<ParticipantRegistration.Place>empty()
                        : place(read.value(), found);
                found.stream().map(fault -> placed(fault, at)).forEach(faults::add);
                return found.isEmpty() ? place.map(known -> new Sound(read.value(), known)) : Optional.empty();
            } catch (Refused malformed) {
                faults.add(new Fault(at, "malformed", null, malformed.detail()));
                return Optional.empty();
            }
        }

        private Optional<ParticipantRegistration.Place> place(Registration sent, List<Fault> found) {
            var first = programme.orElseGet(() -> programmes.own(sent.programme()));
            programme = Optional.of(first);
            if (!first.key().equals(sent.programme())) {
                found.add(new Fault(
                        "/programme", "differs-from-first", null, "Send one programme's participants at once."));
                return Optional.empty();
            }
            var cached = places.get(String.valueOf(sent.cohort()));
            if (cached != null && cached.isPresent() && sent.sharedReference() == null) {
                return cached;
            }
            var place = registration.place(first, sent, found);
            places.put(String.valueOf(sent.cohort()), place);
            return place;
        }

        private static Fault placed(Fault fault, String at) {
            return new Fault(at + ", " + fault.at().substring(1), fault.rule(), fault.given(), fault.mend());
        }
    }
}
