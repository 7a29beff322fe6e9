package org.anchors.charter.section;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.anchors.charter.section.Employment.Programme;
import org.anchors.charter.section.Employment.Total;
import org.anchors.charter.section.Employment.Totals;
import org.anchors.contracts.event.OutcomeTotalsChanged.Basis;
import org.anchors.kit.disclosure.Complements;
import org.anchors.kit.disclosure.Complements.Hidden;
import org.anchors.kit.disclosure.Count;
import org.anchors.kit.disclosure.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Counts of participants as a disclosure policy lets them be seen (reporting.md, Small numbers).
 *
 * @param participants the programmes that keep records of which participants are kept back so that the total tells of none
 * @param inReturns the same of programmes that give totals only
 */
record SeenOutcomes(
        Policy policy,
        Hidden<String> participants,
        Hidden<String> inReturns,
        Hidden<String> jobOffers,
        Hidden<String> inWork,
        Hidden<String> sustained) {

    /** Totals beside the programmes that they are over. */
    static SeenOutcomes over(List<Programme> programmes, Policy policy) {
        return new SeenOutcomes(
                policy,
                hidden(OutcomeSums.having(programmes, Basis.RECORDS), Programme::participants, policy),
                hidden(OutcomeSums.having(programmes, Basis.RETURN), Programme::participants, policy),
                hidden(programmes, Programme::jobOffers, policy),
                hidden(programmes, Programme::inWork, policy),
                hidden(programmes, Programme::sustained, policy));
    }

    private static Hidden<String> hidden(
            List<Programme> programmes, Function<Programme, @Nullable Long> count, Policy policy) {
        var parts = new HashMap<String, Long>();
        programmes.forEach(programme ->
                Stream.ofNullable(count.apply(programme)).forEach(people -> parts.put(programme.programme(), people)));
        var total = parts.values().stream().mapToLong(Long::longValue).sum();
        return Complements.hidden(policy, total, parts);
    }

    /** A programme that no total is over. */
    Programme alone(Programme exact) {
        return over(List.of(), policy).of(exact);
    }

    Programme of(Programme exact) {
        var kept = new ArrayList<String>();
        var beside = exact.basis() == Basis.RECORDS ? participants : inReturns;
        return new Programme(
                exact.programme(),
                exact.name(),
                exact.provider(),
                exact.basis(),
                exact.quality(),
                seen("participants", exact.participants(), isBeside(beside, exact), kept),
                seen("jobOffers", exact.jobOffers(), isBeside(jobOffers, exact), kept),
                seen("inWork", exact.inWork(), isBeside(inWork, exact), kept),
                seen("sustained", exact.sustained(), isBeside(sustained, exact), kept),
                kept.isEmpty() ? null : List.copyOf(kept));
    }

    private static boolean isBeside(Hidden<String> hidden, Programme programme) {
        return hidden.parts().contains(programme.programme());
    }

    Totals of(Totals exact) {
        return new Totals(
                of(exact.participants(), participants),
                of(exact.participantsInReturns(), inReturns),
                of(exact.jobOffers(), jobOffers),
                of(exact.inWork(), inWork),
                of(exact.sustained(), sustained));
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

    private Total of(Total exact, Hidden<String> hidden) {
        if (exact.value() == null) {
            return total(exact, null);
        }
        return total(exact, hidden.total() ? new Count.Suppressed() : policy.of(exact.value()));
    }

    private static Total total(Total exact, @Nullable Count count) {
        return new Total(
                count instanceof Count.Shown(long number) ? (Long) number : null,
                exact.programmes(),
                exact.of(),
                exact.atLeast(),
                exact.caveat(),
                count instanceof Count.Suppressed ? Boolean.TRUE : null);
    }

    private @Nullable Long seen(String member, @Nullable Long exact, boolean isBeside, List<String> kept) {
        if (exact == null) {
            return null;
        }
        if (!isBeside && policy.of(exact) instanceof Count.Shown(long number)) {
            return number;
        }
        kept.add(member);
        return null;
    }
}
