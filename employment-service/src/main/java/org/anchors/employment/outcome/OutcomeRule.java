package org.anchors.employment.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule by which outcomes count (employment.md, Counting). A rule never changes: another rule under the same name gets the
 * next version, and a programme says which one it is counted by. Spans are between two days: 91 days after 1 January is
 * 2 April.
 *
 * @param name what it is called
 * @param version counts from 1
 * @param jobs the kinds of work that count
 * @param paidHours hours of paid work after which a job counts; null where it counts from its first day
 * @param lasting how long work must last
 * @param longestGap days without work between two jobs that do not end somebody's stay in work
 */
public record OutcomeRule(
        String name,
        int version,
        Set<JobKind> jobs,
        @Nullable BigDecimal paidHours,
        Lasting lasting,
        int longestGap) {

    private static final int DAYS_OF_A_WEEK = 7;

    /** How long work must last. */
    public sealed interface Lasting {

        /** In work without a gap that ends the stay, from the first start until any of these spans is over. */
        record Throughout(List<Period> anyOf) implements Lasting {}

        /**
         * In work on so many days in all.
         *
         * @param days how many
         * @param window days from the first start within which they count
         * @param matures days after which it is asked whether they were reached
         */
        record Altogether(int days, int window, int matures) implements Lasting {}
    }

    /** 91 days or three calendar months from the first start, gaps of up to 14 days allowed; the anchor programme's own. */
    public static final OutcomeRule THREE_MONTHS = new OutcomeRule(
            "THREE_MONTHS",
            1,
            Set.of(JobKind.values()),
            null,
            new Lasting.Throughout(List.of(Period.ofDays(91), Period.ofMonths(3))),
            14);

    /** Individual Placement and Support: a job after 4 hours of paid work, 13 weeks of work within 16. */
    public static final OutcomeRule IPS = new OutcomeRule(
            "IPS",
            1,
            Set.of(JobKind.EMPLOYED, JobKind.APPRENTICESHIP, JobKind.SELF_EMPLOYED, JobKind.BANK_OR_AGENCY),
            BigDecimal.valueOf(4),
            new Lasting.Altogether(91, 112, 112),
            21);

    /** 26 weeks of work in all, within the 104 weeks for which the Work Programme stayed with somebody. */
    public static final OutcomeRule WORK_26_WEEKS = new OutcomeRule(
            "WORK_26_WEEKS", 1, Set.of(JobKind.values()), null, new Lasting.Altogether(182, 728, 182), 14);

    /** Six calendar months in a Kickstart placement. */
    public static final OutcomeRule KICKSTART_6_MONTHS = new OutcomeRule(
            "KICKSTART_6_MONTHS",
            1,
            Set.of(JobKind.KICKSTART_PLACEMENT),
            null,
            new Lasting.Throughout(List.of(Period.ofMonths(6))),
            0);

    /** Every rule there is or was. */
    public static final List<OutcomeRule> ALL = List.of(THREE_MONTHS, IPS, WORK_26_WEEKS, KICKSTART_6_MONTHS);

    /** The newest rule of a name. */
    public static Optional<OutcomeRule> named(String name) {
        return ALL.stream().filter(rule -> rule.name().equals(name)).max(Comparator.comparingInt(OutcomeRule::version));
    }

    public static Optional<OutcomeRule> of(String name, int version) {
        return ALL.stream()
                .filter(rule -> rule.name().equals(name) && rule.version() == version)
                .findFirst();
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

    /** The earliest day on which somebody who began work on a day can have met the rule. */
    public LocalDate earliest(LocalDate firstStart) {
        return switch (lasting) {
            case Lasting.Throughout throughout ->
                throughout.anyOf().stream()
                        .map(firstStart::plus)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
            case Lasting.Altogether altogether -> firstStart.plusDays(altogether.days());
        };
    }

    /** The day from which on enough time has passed to ask whether the rule was met. */
    public LocalDate matures(LocalDate firstStart) {
        return switch (lasting) {
            case Lasting.Throughout throughout ->
                firstStart.plus(throughout.anyOf().getFirst());
            case Lasting.Altogether altogether -> firstStart.plusDays(altogether.matures());
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
