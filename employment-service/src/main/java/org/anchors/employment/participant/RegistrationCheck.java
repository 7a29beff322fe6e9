package org.anchors.employment.participant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.anchors.contracts.problem.Fault;
import org.anchors.employment.partner.Partners;
import org.anchors.employment.privacy.Masked;
import org.anchors.employment.privacy.PersonalData;
import org.anchors.employment.privacy.PrivateBodies;
import org.anchors.kit.edge.Findings;
import org.jspecify.annotations.Nullable;

/** The rules of what is said about a participant that its shape cannot say. */
final class RegistrationCheck {

    private final Set<String> organisations;
    private final Set<String> places;

    RegistrationCheck(Partners partners) {
        this.organisations = partners.keys();
        this.places = partners.places();
    }

    List<Fault> faults(Traits traits) {
        var findings = new Findings();
        decile(findings, traits);
        if (traits.place() != null && !places.contains(traits.place())) {
            var mend = places.isEmpty() ? "No place is known yet." : "Send one of %s.".formatted(new TreeSet<>(places));
            add(findings, "place", "unknown-place", traits.place(), mend);
        }
        if (traits.referrer() != null && !organisations.contains(traits.referrer())) {
            add(
                    findings,
                    "referrer",
                    "unknown-organisation",
                    traits.referrer(),
                    "Send the key of an organisation of the partnership, or leave it out.");
        }
        return findings.faults();
    }

    /** Beside that, what is wrong with the references that somebody new is given. */
    static List<Fault> faultsOfNew(Registration registration) {
        return Stream.of(
                        birthday("/reference", registration.reference()),
                        birthday("/sharedReference", registration.sharedReference()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Fault> birthday(String at, @Nullable String reference) {
        return Optional.ofNullable(reference)
                .flatMap(PersonalData::birthdayIn)
                .map(kind -> PrivateBodies.fault(at, kind));
    }

    private static void decile(Findings findings, Traits traits) {
        if ((traits.imdDecile() == null) != (traits.imdEdition() == null)) {
            findings.add(
                    "/imdDecile", "decile-and-edition", null, "Send imdDecile and imdEdition together or neither.");
        }
    }

    /** A key that is not known is words of the sender's own. */
    private static void add(Findings findings, String field, String rule, @Nullable String given, String mend) {
        findings.add("/" + field, rule, Masked.given(field, given), mend);
    }
}
