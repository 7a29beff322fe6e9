package org.anchors.kit.disclosure;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which parts of a total are kept back: those that a policy suppresses, and as many of the others, the smallest first, as it takes
 * until none of these can be worked out from the total and the rest (reporting.md, Small numbers: to fewer than 5 values).
 *
 * @param <K> what tells the parts apart
 */
public final class Complements<K> {

    private static final int FEWEST_POSSIBLE = 5;

    private final Policy policy;
    private final Interval total;
    private final Map<K, Long> parts;
    private final Set<K> hidden = new HashSet<>();

    private Complements(Policy policy, long total, Map<K, Long> parts) {
        this.policy = policy;
        this.total = policy.behind(policy.of(total));
        this.parts = new LinkedHashMap<>(parts);
    }

    /**
     * The parts that are kept back.
     *
     * @param parts nobody is in two of them; where they are more than the total they are not its parts, and none is kept back
     *     for the others' sake
     */
    public static <K> Set<K> hidden(Policy policy, long total, Map<K, Long> parts) {
        if (!policy.protects()) {
            return Set.of();
        }
        var complements = new Complements<>(policy, total, parts);
        parts.forEach((part, count) -> {
            if (policy.suppresses(count)) {
                complements.hidden.add(part);
            }
        });
        if (parts.values().stream().mapToLong(Long::longValue).sum() <= total) {
            complements.hideUntilNoneIsTold();
        }
        return complements.hidden;
    }

    private void hideUntilNoneIsTold() {
        var next = smallestShown();
        while (isOneTold() && next.isPresent()) {
            hidden.add(next.get());
            next = smallestShown();
        }
    }

    private Optional<K> smallestShown() {
        return parts.entrySet().stream()
                .filter(part -> part.getValue() > 0 && !hidden.contains(part.getKey()))
                .min(Comparator.comparingLong(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }

    /** Whether what is left for those that are kept back bounds one of them to a few values. */
    private boolean isOneTold() {
        var suppressed = policy.behind(new Count.Suppressed());
        var others = hidden.size() - 1;
        var most = total.high() - shown(true) - others * suppressed.low();
        var least = others > 0 ? suppressed.low() : total.low() - shown(false);
        return others >= 0
                && Math.min(suppressed.high(), most) - Math.max(suppressed.low(), least) + 1 < FEWEST_POSSIBLE;
    }

    /** The least, or the most, that those which are shown can be together. */
    private long shown(boolean least) {
        return parts.entrySet().stream()
                .filter(part -> !hidden.contains(part.getKey()))
                .map(part -> policy.behind(policy.of(part.getValue())))
                .mapToLong(behind -> least ? behind.low() : behind.high())
                .sum();
    }
}
