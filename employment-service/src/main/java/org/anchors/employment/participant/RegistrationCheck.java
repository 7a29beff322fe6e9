package org.anchors.employment.participant;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.anchors.contracts.problem.Fault;
import org.anchors.employment.partner.Partners;
import org.anchors.employment.privacy.Masked;
import org.anchors.kit.edge.Findings;
import org.jspecify.annotations.Nullable;

/** The rules of a registration that its shape cannot say. */
final class RegistrationCheck {

    private final Set<String> organisations;
    private final Set<String> places;

    RegistrationCheck(Partners partners) {
        this.organisations = partners.keys();
        this.places = partners.places();
    }

    List<Fault> faults(Registration registration) {
        var findings = new Findings();
        decile(findings, registration);
        if (registration.place() != null && !places.contains(registration.place())) {
            var mend = places.isEmpty() ? "No place is known yet." : "Send one of %s.".formatted(new TreeSet<>(places));
            add(findings, "place", "unknown-place", registration.place(), mend);
        }
        if (registration.referrer() != null && !organisations.contains(registration.referrer())) {
            add(
                    findings,
                    "referrer",
                    "unknown-organisation",
                    registration.referrer(),
                    "Send the key of an organisation of the partnership, or leave it out.");
        }
        return findings.faults();
    }

    private static void decile(Findings findings, Registration registration) {
        if ((registration.imdDecile() == null) != (registration.imdEdition() == null)) {
            findings.add(
                    "/imdDecile", "decile-and-edition", null, "Send imdDecile and imdEdition together or neither.");
        }
    }

    /** A key that is not known is words of the sender's own. */
    private static void add(Findings findings, String field, String rule, @Nullable String given, String mend) {
        findings.add("/" + field, rule, Masked.given(field, given), mend);
    }
}
