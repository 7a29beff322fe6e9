package org.anchors.employment.participant;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchors.employment.partner.Partners;
import org.anchors.employment.privacy.Keyed;
import org.anchors.employment.privacy.Pseudonyms;
import org.anchors.employment.programme.ProgrammeAccess;
import org.jspecify.annotations.Nullable;

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

    /** Where participants of a programme belong, as long as one request takes. */
    Openings openings(ProgrammeAccess.Known programme) {
        return new Openings(programme, participants);
    }

    /** A participant that is sound, under a new id, with the number of its cohort. */
    record Placed(UUID id, Registration said, long cohort) {
        static Placed of(Registration said, long cohort) {
            return new Placed(UUID.randomUUID(), said, cohort);
        }
    }

    /** Those of some references under which a programme has somebody already. */
    Set<String> known(String programme, List<String> references) {
        if (references.isEmpty()) {
            return Set.of();
        }
        var own = pseudonyms.under(programme);
        return participants.known(programme, references.stream().map(own::of).toList()).stream()
                .map(references::get)
                .collect(Collectors.toSet());
    }

    /**
     * Adds participants of one programme, the first of those with one reference; answers how many of them it did not have under the
     * same reference.
     */
    int add(String programme, List<Placed> some) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var own = pseudonyms.under(programme);
        var shared = shared(some);
        var added = participants.add(
                programme,
                distinct(some).stream()
                        // Each row waits for its cohort, and loads take cohorts in this order.
                        .sorted(Comparator.comparingLong(Placed::cohort))
                        .map(one -> new Participants.New(
                                one,
                                own.of(one.said().reference()),
                                shared(shared, one.said().sharedReference())))
                        .toList(),
                at);
        // Last: a load holds the cohort, for which adding to it waits, and comes to this row at its end.
        followedUp(programme);
        return added;
    }

    private static Collection<Placed> distinct(List<Placed> some) {
        var byReference = new LinkedHashMap<String, Placed>();
        some.forEach(one -> byReference.putIfAbsent(one.said().reference(), one));
        return byReference.values();
    }

    void followedUp(String programme) {
        participants.followedUp(programme, clock.instant());
    }

    /** The pseudonyms by which participants are recognised in other programmes; none where nobody is to be. */
    private @Nullable Keyed shared(List<Placed> some) {
        if (some.stream().allMatch(one -> one.said().sharedReference() == null)) {
            return null;
        }
        pseudonyms.make(Pseudonyms.SHARED);
        return pseudonyms.under(Pseudonyms.SHARED);
    }

    private static byte @Nullable [] shared(@Nullable Keyed keyed, @Nullable String reference) {
        return keyed == null || reference == null ? null : keyed.of(reference);
    }
}
