package org.anchors.charter.section;

import java.util.ArrayList;
import java.util.List;
import org.anchors.charter.section.Employment.Programme;
import org.anchors.charter.section.Employment.Total;
import org.anchors.charter.section.Employment.Totals;
import org.anchors.kit.disclosure.Count;
import org.anchors.kit.disclosure.Policy;
import org.jspecify.annotations.Nullable;

/** Counts of participants as a disclosure policy lets them be seen (reporting.md, Small numbers). */
record SeenOutcomes(Policy policy) {

    Programme of(Programme exact) {
        var kept = new ArrayList<String>();
        return new Programme(
                exact.programme(),
                exact.name(),
                exact.provider(),
                exact.basis(),
                exact.quality(),
                seen("participants", exact.participants(), kept),
                seen("jobOffers", exact.jobOffers(), kept),
                seen("inWork", exact.inWork(), kept),
                seen("sustained", exact.sustained(), kept),
                kept.isEmpty() ? null : List.copyOf(kept));
    }

    Totals of(Totals exact) {
        return new Totals(
                of(exact.participants()),
                of(exact.participantsInReturns()),
                of(exact.jobOffers()),
                of(exact.inWork()),
                of(exact.sustained()));
    }

    private Total of(Total exact) {
        var kept = new ArrayList<String>();
        return new Total(
                seen("value", exact.value(), kept),
                exact.programmes(),
                exact.of(),
                exact.atLeast(),
                exact.caveat(),
                kept.isEmpty() ? null : Boolean.TRUE);
    }

    private @Nullable Long seen(String member, @Nullable Long exact, List<String> kept) {
        return switch (exact == null ? null : policy.of(exact)) {
            case null -> null;
            case Count.Shown(long number) -> number;
            case Count.Suppressed() -> {
                kept.add(member);
                yield null;
            }
        };
    }
}
