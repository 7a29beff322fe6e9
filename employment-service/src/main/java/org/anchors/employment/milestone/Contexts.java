package org.anchors.employment.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchors.employment.partner.Partners;
import org.anchors.employment.privacy.Pseudonyms;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.kit.calendar.EssexDays;

/** Puts together what milestones are checked against while one file is read. */
@ApplicationScoped
class Contexts {

    private final ProgrammeAccess programmes;
    private final Partners partners;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    Contexts(ProgrammeAccess programmes, Partners partners, Pseudonyms pseudonyms, Clock clock) {
        this.programmes = programmes;
        this.partners = partners;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    Context ofCaller() {
        var own = programmes.ofOwnOrganisation().stream()
                .collect(Collectors.toMap(ProgrammeAccess.Known::key, Function.identity()));
        var employers = partners.keys();
        employers.add(Partners.OTHER);
        var keys = pseudonyms.underAll(own.keySet()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Pseudonymised(entry.getValue())));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Context(now.atOffset(ZoneOffset.UTC), EssexDays.of(now), employers, own, keys);
    }
}
