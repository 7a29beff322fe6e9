package org.anchors.employment.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchors.employment.partner.Partners;
import org.anchors.employment.privacy.Pseudonyms;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.employment.total.Totals;
import org.anchors.kit.bulk.LoadMode;
import org.anchors.kit.calendar.EssexDays;

/** Begins loads, with what each has to know of the rest of the service. */
@ApplicationScoped
class LoadFactory {

    private final ProgrammeAccess programmes;
    private final Partners partners;
    private final Pseudonyms pseudonyms;
    private final Totals totals;
    private final Clock clock;

    LoadFactory(ProgrammeAccess programmes, Partners partners, Pseudonyms pseudonyms, Totals totals, Clock clock) {
        this.programmes = programmes;
        this.partners = partners;
        this.pseudonyms = pseudonyms;
        this.totals = totals;
        this.clock = clock;
    }

    Load load(Connection connection, Form form, LoadMode mode, boolean dryRun) {
        var own = programmes.ofOwnOrganisation().stream()
                .collect(Collectors.toMap(ProgrammeAccess.Known::key, Function.identity()));
        return new Load(
                connection,
                new Load.Wish(form, mode, dryRun),
                context(own.keySet()),
                own,
                totals::recount,
                clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    }

    private Context context(Set<String> own) {
        var employers = partners.keys();
        employers.add(Partners.OTHER);
        var keys = pseudonyms.underAll(own).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Pseudonymised(entry.getValue())));
        return new Context(EssexDays.of(clock.instant()), employers, own, keys);
    }
}
