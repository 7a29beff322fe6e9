package org.anchors.kit.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A rule under which counts of people may leave the platform (reporting.md, Small numbers). A policy never changes: another
 * rule under the same name gets the next version, and what was published names the version it was published under.
 *
 * @param name what it is asked for by
 * @param version counts from 1
 * @param suppressed the counts that are too small to be shown; null where all are shown
 * @param nearest every other count is rounded to the nearest multiple of this odd number, so that nothing lies half way
 */
public record Policy(String name, int version, @Nullable Interval suppressed, int nearest) {

    /** 1 to 7 suppressed, 0 stays 0, everything else to the nearest 5. */
    public static final Policy HES = new Policy("HES", 1, new Interval(1, 7), 5);

    /** Below 10 suppressed, 0 included; everything else to the nearest 5. */
    public static final Policy ONS_10_5 = new Policy("ONS_10_5", 1, new Interval(0, 9), 5);

    /** Everything as it is: an organisation's own figures, the anchor team's working view. */
    public static final Policy NONE = new Policy("NONE", 1, null, 1);

    /** Every policy there is or was. */
    public static final List<Policy> ALL = List.of(HES, ONS_10_5, NONE);

    public Policy {
        if (nearest < 1 || nearest % 2 == 0) {
            throw new IllegalArgumentException("Rounded to the nearest %d".formatted(nearest));
        }
    }

    /** The newest policy of a name. */
    public static Optional<Policy> named(String name) {
        return ALL.stream().filter(policy -> policy.name().equals(name)).max(Comparator.comparingInt(Policy::version));
    }

    public static Optional<Policy> of(String name, int version) {
        return ALL.stream()
                .filter(policy -> policy.name().equals(name) && policy.version() == version)
                .findFirst();
    }

    /** A policy by name, which means its newest version, or by label. */
    public static Optional<Policy> labelled(String text) {
        return ALL.stream()
                .filter(policy -> policy.label().equals(text))
                .findFirst()
                .or(() -> named(text));
    }

    /** All labels, for people. */
    public static String labels() {
        return ALL.stream().map(Policy::label).collect(Collectors.joining(", "));
    }

    /** Name and version, such as {@code HES/1}; what hides nothing has no versions. */
    public String label() {
        return protects() ? name + "/" + version : name;
    }

    /** Whether it hides anything at all. */
    public boolean protects() {
        return suppressed != null;
    }

    /** A count as it may be seen. */
    public Count of(long exact) {
        if (exact < 0) {
            throw new IllegalArgumentException("A count of people cannot be " + exact);
        }
        return suppresses(exact) ? new Count.Suppressed() : new Count.Shown(rounded(exact));
    }

    /**
     * A count of those of a group among everybody. That there is none says as much of somebody as that there are few, and where the
     * others are few it is known of nearly everybody.
     */
    public Count ofGroup(long group, long everybody) {
        return isFew(group) || isFew(everybody - group) ? new Count.Suppressed() : new Count.Shown(rounded(group));
    }

    private boolean isFew(long count) {
        return suppressed != null && count <= suppressed.high();
    }

    /** A total as it may be seen: added up exactly first and rounded then, never a sum of rounded parts. */
    public Count ofTotal(long... parts) {
        return of(LongStream.of(parts).reduce(0, Math::addExact));
    }

    /**
     * What per cent a part is of a whole, from the rounded parts; empty where one of them is suppressed or the whole is 0.
     *
     * @param places decimal places, rounded half up
     */
    public Optional<BigDecimal> percentage(long part, long whole, int places) {
        return of(part) instanceof Count.Shown(long top) && of(whole) instanceof Count.Shown(long bottom) && bottom > 0
                ? Optional.of(BigDecimal.valueOf(top)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(bottom), places, RoundingMode.HALF_UP))
                : Optional.empty();
    }

    /** The counts that look like this one. */
    public Interval behind(Count count) {
        return switch (count) {
            case Count.Shown(long number) -> behind(number);
            case Count.Suppressed() -> {
                if (suppressed == null) {
                    throw new IllegalArgumentException(name + " suppresses nothing");
                }
                yield suppressed;
            }
        };
    }

    public boolean suppresses(long exact) {
        return suppressed != null && suppressed.holds(exact);
    }

    private long rounded(long exact) {
        return Math.addExact(exact, nearest / 2) / nearest * nearest;
    }

    private Interval behind(long shown) {
        var low = Math.max(0, shown - nearest / 2);
        var high = shown + nearest / 2;
        if (suppressed == null) {
            return new Interval(low, high);
        }
        return suppressed.holds(low)
                ? new Interval(suppressed.high() + 1, high)
                : new Interval(low, suppressed.holds(high) ? suppressed.low() - 1 : high);
    }
}
