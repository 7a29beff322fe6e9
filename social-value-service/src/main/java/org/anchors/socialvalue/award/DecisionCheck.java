package org.anchors.socialvalue.award;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.edge.Findings;
import org.jspecify.annotations.Nullable;

/** The rules of an award decision: who wins follows from the evaluation. */
final class DecisionCheck {

    private final Map<String, Set<String>> firstRanks;
    private final Findings found = new Findings();

    /**
     * Holds decisions against an evaluation.
     *
     * @param firstRanks the bids of the first rank, by lot; none for a lot that nobody can win
     */
    DecisionCheck(Map<String, Set<String>> firstRanks) {
        this.firstRanks = firstRanks;
    }

    List<Fault> faults(AwardBody sent) {
        if (sent.lots() == null) {
            return List.of();
        }
        var decided = new HashSet<String>();
        for (var i = 0; i < sent.lots().size(); i++) {
            var decision = sent.lots().get(i);
            if (decision != null && decision.lot() != null) {
                lot(decision, "/lots/" + i, decided);
            }
        }
        firstRanks.keySet().stream()
                .filter(lot -> !decided.contains(lot))
                .sorted()
                .forEach(lot -> found.add("/lots", "undecided", lot, "Decide on this lot too."));
        return found.faults();
    }

    private void lot(AwardBody.Decision decision, String at, Set<String> decided) {
        var first = firstRanks.get(decision.lot());
        if (first == null) {
            found.add(at + "/lot", "unknown-lot", decision.lot(), "Name a lot of the procurement.");
        } else if (!decided.add(decision.lot())) {
            found.add(at + "/lot", "repeated", decision.lot(), "Decide on each lot once.");
        } else if (decision.bid() != null && !first.contains(decision.bid())) {
            found.add(at + "/bid", "not-of-the-first-rank", decision.bid(), winners(first));
        } else if (isBlank(decision.reason()) && (decision.bid() == null || first.size() > 1)) {
            found.add(
                    at + "/reason",
                    "missing",
                    null,
                    decision.bid() == null
                            ? "Say why nobody wins."
                            : "Say why this one of those of the same rank wins.");
        }
    }

    private static String winners(Set<String> first) {
        return first.isEmpty()
                ? "Leave it out: no bid is eligible."
                : "The evaluation has %s first."
                        .formatted(String.join(", ", first.stream().sorted().toList()));
    }

    private static boolean isBlank(@Nullable String reason) {
        return reason == null || reason.isBlank();
    }
}
