package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of what is marked: a question, or parts of its own.
 *
 * @param weight percentage of its parent
 * @param passMark the least of 100 that a bid must reach in a question
 * @param parts none for a question; otherwise their weights sum to exactly 100
 */
public record Part(
        String key,
        @Nullable String title,
        BigDecimal weight,
        @Nullable BigDecimal passMark,
        List<Part> parts) {

    public Part {
        parts = List.copyOf(parts);
        var sum = sumOf(parts);
        if (!parts.isEmpty() && sum.compareTo(Scale.HUNDRED) != 0) {
            throw new IllegalArgumentException("The parts of %s weigh %s".formatted(key, sum));
        }
    }

    public static BigDecimal sumOf(List<Part> parts) {
        return parts.stream().map(Part::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public boolean isQuestion() {
        return parts.isEmpty();
    }

    /** The questions below it, or itself. */
    public Stream<Part> questions() {
        return isQuestion() ? Stream.of(this) : parts.stream().flatMap(Part::questions);
    }
}
