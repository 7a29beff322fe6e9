package org.anchors.charter.section;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.charter.section.Employment.Programme;
import org.anchors.charter.section.Employment.Total;
import org.anchors.charter.section.Employment.Totals;
import org.anchors.kit.disclosure.Complements;
import org.anchors.kit.disclosure.Count;
import org.anchors.kit.disclosure.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Counts of participants as a disclosure policy lets them be seen (reporting.md, Small numbers).
 *
 * @param besides the programmes of which a count is kept back so that no small one is told by the total, by the count's name
 */
record SeenOutcomes(Policy policy, Map<String, Set<String>> besides) {

    /** Totals beside the programmes that they are over. */
    static SeenOutcomes over(List<Programme> programmes, Policy policy) {
        var participants = new HashSet<String>();
        programmes.stream()
                .collect(Collectors.groupingBy(Programme::basis))
                .values()
                .forEach(some -> participants.addAll(hidden(some, Programme::participants, policy)));
        return new SeenOutcomes(
                policy,
                Map.of(
                        "participants", participants,
                        "jobOffers", hidden(programmes, Programme::jobOffers, policy),
                        "inWork", hidden(programmes, Programme::inWork, policy),
                        "sustained", hidden(programmes, Programme::sustained, policy)));
    }

    private static Set<String> hidden(
            List<Programme> programmes, Function<Programme, @Nullable Long> count, Policy policy) {
        var parts = new HashMap<String, Long>();
        programmes.forEach(programme ->
                Stream.ofNullable(count.apply(programme)).forEach(people -> parts.put(programme.programme(), people)));
        var total = parts.values().stream().mapToLong(Long::longValue).sum();
        return Complements.hidden(policy, total, parts);
    }

    /** A programme that no total is over. */
    Programme alone(Programme exact) {
        return new SeenOutcomes(policy, Map.of()).of(exact);
    }

    Programme of(Programme exact) {
        var kept = new ArrayList<String>();
        return new Programme(
                exact.programme(),
                exact.name(),
                exact.provider(),
                exact.basis(),
                exact.quality(),
                seen("participants", exact, exact.participants(), kept),
                seen("jobOffers", exact, exact.jobOffers(), kept),
                seen("inWork", exact, exact.inWork(), kept),
                seen("sustained", exact, exact.sustained(), kept),
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
        return new Total(
                count instanceof Count.Shown(long number) ? (Long) number : null,
                exact.programmes(),
                exact.of(),
                exact.atLeast(),
                exact.caveat(),
                count instanceof Count.Suppressed ? Boolean.TRUE : null);
    }

    private @Nullable Long seen(String member, Programme programme, @Nullable Long exact, List<String> kept) {
        if (exact == null) {
            return null;
        }
        var isBeside = besides.getOrDefault(member, Set.of()).contains(programme.programme());
        if (!isBeside && policy.of(exact) instanceof Count.Shown(long number)) {
            return number;
        }
        kept.add(member);
        return null;
    }
}
