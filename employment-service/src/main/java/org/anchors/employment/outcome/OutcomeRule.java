package org.anchors.employment.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule by which outcomes count (employment.md, Counting). A rule never changes: another rule under the same name gets the
 * next version, and a programme says which one it is counted by. Spans are between two days: 91 days after 1 January is
 * 2 April.
 *
 * @param name what it is called
 * @param version counts from 1
 * @param from the first day of programmes that it is for
 * @param until the last day of such; null where there is none
 * @param jobs the kinds of work that count
 * @param paidHours hours of paid work after which a job counts; null where it counts from its first day
 * @param lasting how long work must last
 * @param longestGap days without work between two jobs that do not end somebody's stay in work
 */
public record OutcomeRule(
        String name,
        int version,
        LocalDate from,
        @Nullable LocalDate until,
        Set<JobKind> jobs,
        @Nullable BigDecimal paidHours,
        Lasting lasting,
        int longestGap) {

    private static final int DAYS_OF_A_WEEK = 7;

    /** How long work must last. */
    public sealed interface Lasting {

        /** In work without a gap that ends the stay, from the first start until any of these spans is over. */
        record Throughout(List<Period> anyOf) implements Lasting {

            /** The earliest day on which one of them is over for somebody who began work on a day. */
            LocalDate earliest(LocalDate firstStart) {
                return anyOf.stream()
                        .map(firstStart::plus)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
            }
        }

        /**
         * In work on so many days in all.
         *
         * @param days how many
         * @param window days from the first start within which they count; when they are over it is asked whether it was met
         */
        record Altogether(int days, int window) implements Lasting {}
    }

    /** Whether it is for programmes that begin on a day. */
    boolean isFor(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Name and version, such as {@code IPS/1}. */
    public String label() {
        return name + "/" + version;
    }

    public boolean counts(Milestone.JobStart start) {
        return jobs.contains(start.job());
    }

    /**
     * The day from which a job counts as one. The hours of a week are taken as spread evenly over its days; a job whose hours
     * are not known counts after a whole week.
     */
    LocalDate countsFrom(Milestone.JobStart start) {
        if (paidHours == null) {
            return start.on();
        }
        if (start.hoursPerWeek() == null) {
            return start.on().plusDays(DAYS_OF_A_WEEK - 1);
        }
        var days = paidHours
                .multiply(BigDecimal.valueOf(DAYS_OF_A_WEEK))
                .divide(start.hoursPerWeek(), 0, RoundingMode.CEILING);
        return start.on().plusDays(days.longValueExact() - 1);
    }

    /** The day from which on enough time has passed to ask whether the rule was met. */
    public LocalDate matures(LocalDate firstStart) {
        return switch (lasting) {
            case Lasting.Throughout throughout ->
                firstStart.plus(throughout.anyOf().getFirst());
            case Lasting.Altogether altogether -> firstStart.plusDays(altogether.window());
        };
    }

    /** Days from the first start at which a curve of staying in work is read. */
    public int horizon() {
        return switch (lasting) {
            case Lasting.Throughout throughout -> daysOf(throughout.anyOf().getFirst());
            case Lasting.Altogether altogether -> altogether.days();
        };
    }

    /** Six calendar months have 181 to 184 days; the half of a year stands for them. */
    private static int daysOf(Period span) {
        return span.getDays() + (int) Math.floorDiv(span.toTotalMonths() * 365L, 12L);
    }
}
