package org.anchors.charter.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    /** Totals of a group beside those of everyone. */
    Totals ofGroup(Totals group, Totals everyone) {
        return new Totals(
                ofGroup(group.participants(), everyone.participants()),
                ofGroup(group.participantsInReturns(), everyone.participantsInReturns()),
                ofGroup(group.jobOffers(), everyone.jobOffers()),
                ofGroup(group.inWork(), everyone.inWork()),
                ofGroup(group.sustained(), everyone.sustained()));
    }

    private Total ofGroup(Total group, Total everyone) {
        var most = Objects.requireNonNullElse(everyone.value(), 0L);
        return total(group, group.value() == null ? null : policy.ofGroup(group.value(), most));
    }

    private Total of(Total exact) {
        return total(exact, exact.value() == null ? null : policy.of(exact.value()));
    }

    private static Total total(Total exact, @Nullable Count count) {
        var kept = new ArrayList<String>();
        return new Total(
                seen("value", count, kept),
                exact.programmes(),
                exact.of(),
                exact.atLeast(),
                exact.caveat(),
                kept.isEmpty() ? null : Boolean.TRUE);
    }

    private @Nullable Long seen(String member, @Nullable Long exact, List<String> kept) {
        return seen(member, exact == null ? null : policy.of(exact), kept);
    }

    private static @Nullable Long seen(String member, @Nullable Count count, List<String> kept) {
        return switch (count) {
            case null -> null;
            case Count.Shown(long number) -> number;
            case Count.Suppressed() -> {
                kept.add(member);
                yield null;
            }
        };
    }
}
