package org.anchors.kit.disclosure;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

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
    private final boolean addUp;
    private final Set<K> hidden;

    private Complements(Policy policy, long total, Map<K, Long> parts) {
        this.policy = policy;
        this.total = policy.behind(policy.of(total));
        this.parts = parts;
        this.addUp = parts.values().stream().mapToLong(Long::longValue).sum() <= total;
        this.hidden = parts.keySet().stream().filter(this::isSuppressed).collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * What is kept back.
     *
     * @param total whether it is the total too, since it would tell of a part although all of them are kept back
     */
    public record Hidden<K>(Set<K> parts, boolean total) {}

    /**
     * What is kept back of parts and their total.
     *
     * @param parts where they are more than the total, somebody is in several; where they are fewer, somebody may be in none
     */
    public static <K> Hidden<K> hidden(Policy policy, long total, Map<K, Long> parts) {
        if (!policy.protects()) {
            return new Hidden<>(Set.of(), false);
        }
        var complements = new Complements<>(policy, total, parts);
        complements.hideUntilNoneIsTold();
        return new Hidden<>(complements.hidden, complements.isOneTold());
    }

    private boolean isSuppressed(K part) {
        return policy.suppresses(Objects.requireNonNull(parts.get(part)));
    }

    private void hideUntilNoneIsTold() {
        for (var next = smallestShown(); isOneTold() && next.isPresent(); next = smallestShown()) {
            hidden.add(next.get());
        }
    }

    private Optional<K> smallestShown() {
        return parts.entrySet().stream()
                .filter(part -> part.getValue() > 0 && !hidden.contains(part.getKey()))
                .min(Comparator.comparingLong(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }

    /** Whether what is left for those that are kept back bounds one of them to a few values; where it is none, somebody is in no part. */
    private boolean isOneTold() {
        var suppressed = policy.behind(new Count.Suppressed());
        var possible =
                Math.min(suppressed.high(), most(suppressed)) - Math.max(suppressed.low(), least(suppressed)) + 1;
        return !hidden.isEmpty() && possible > 0 && possible < FEWEST_POSSIBLE;
    }

    /** The most that one of them can be: the others are the least that a suppressed count can be. */
    private long most(Interval suppressed) {
        var others = hidden.size() - 1;
        return addUp ? total.high() - shown(Interval::low) - others * suppressed.low() : suppressed.high();
    }

    /** The least that one of them must be: the others are the most that a suppressed count can be, or one is none and has no bound. */
    private long least(Interval suppressed) {
        var others = hidden.size() - 1;
        return hidden.stream().allMatch(this::isSuppressed)
                ? total.low() - shown(Interval::high) - others * suppressed.high()
                : suppressed.low();
    }

    /** The least, or the most, that those which are shown can be together. */
    private long shown(ToLongFunction<Interval> bound) {
        return parts.entrySet().stream()
                .filter(part -> !hidden.contains(part.getKey()))
                .mapToLong(part -> bound.applyAsLong(policy.behind(policy.of(part.getValue()))))
                .sum();
    }
}
