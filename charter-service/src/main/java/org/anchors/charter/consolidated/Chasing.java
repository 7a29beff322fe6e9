package org.anchors.charter.consolidated;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anchors.charter.consolidated.Contributions.Given;
import org.anchors.charter.indicator.Aggregation;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * Who has not reported, for how long it has been due, and what the report would change: how much of last year's figures the
 * organisation made up.
 */
final class Chasing {

    private static final int SHARE_PLACES = 4;

    private final LocalDate due;
    private final LocalDate today;
    private final Catalogue catalogue;
    private final Map<Total.Name, Total> lastYear;

    /**
     * @param due last day on which a report is on time
     * @param lastYear the totals of the year before
     */
    Chasing(LocalDate due, LocalDate today, Catalogue catalogue, Map<Total.Name, Total> lastYear) {
        this.due = due;
        this.today = today;
        this.catalogue = catalogue;
        this.lastYear = lastYear;
    }

    /**
     * An organisation that has not reported.
     *
     * @param daysOverdue days since the last day on which it would have been on time; 0 on that day and before
     * @param daysLeft days until that day; 0 from it on
     * @param drafted whether it has begun to write
     * @param wouldChange figures of last year that it was part of, the largest share first
     */
    record Owing(
            String organisation,
            LocalDate due,
            long daysOverdue,
            long daysLeft,
            boolean drafted,
            List<Share> wouldChange) {}

    /**
     * What an organisation was of a figure of last year.
     *
     * @param gave what it gave, the upper part of a ratio
     * @param figure last year's figure
     * @param share its part of the sum, or of the denominators of a ratio, 0 to 1
     * @param without last year's figure without it; absent where nothing would be left
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Share(
            String figure,
            BigDecimal gave,
            @Nullable BigDecimal lastYear,
            BigDecimal share,
            @Nullable BigDecimal without) {}

    Owing owing(Standing standing, List<Given> given) {
        var overdue = ChronoUnit.DAYS.between(due, today);
        return new Owing(
                standing.organisation(),
                due,
                Math.max(0, overdue),
                Math.max(0, -overdue),
                standing.state() == Standing.State.DRAFTED,
                given.stream()
                        .flatMap(one -> share(one).stream())
                        .sorted((left, right) -> right.share().compareTo(left.share()))
                        .toList());
    }

    private Optional<Share> share(Given given) {
        return catalogue
                .find(given.figure().indicator())
                .filter(indicator -> Consolidation.addedUp(indicator).anyMatch(given.figure()::equals))
                .flatMap(indicator -> Optional.ofNullable(lastYear.get(given.figure()))
                        .flatMap(total -> share(indicator, given, total)));
    }

    private static Optional<Share> share(Indicator indicator, Given given, Total total) {
        var isSum = given.form() == Aggregation.SUM;
        if (!isSum && given.form() != Aggregation.RATIO_OF_SUMS && given.form() != Aggregation.WEIGHTED_MEAN) {
            return Optional.empty();
        }
        var part = isSum ? given.top() : given.bottom();
        var whole = isSum ? total.numerator() : total.denominator();
        if (whole.signum() == 0) {
            return Optional.empty();
        }
        var top = total.numerator().subtract(given.top());
        var bottom = total.denominator().subtract(given.bottom());
        return Optional.of(new Share(
                given.figure().id(),
                given.numerator().stripTrailingZeros().scale() < 0
                        ? given.numerator().setScale(0, RoundingMode.UNNECESSARY)
                        : given.numerator(),
                value(indicator, isSum, total.numerator(), total.denominator()),
                part.divide(whole, SHARE_PLACES, RoundingMode.HALF_UP),
                total.organisations() > 1 ? value(indicator, isSum, top, bottom) : null));
    }

    private static @Nullable BigDecimal value(
            Indicator indicator, boolean isSum, BigDecimal numerator, BigDecimal denominator) {
        return isSum
                ? numerator
                : indicator.ratioScale().of(numerator, denominator).orElse(null);
    }
}
