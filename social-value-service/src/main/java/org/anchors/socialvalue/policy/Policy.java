package org.anchors.socialvalue.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A policy on social value.
 *
 * @param source where it is published
 * @param groups what its outcomes are grouped under, with their number, where that is known
 * @param scopes for whom it holds, and since when
 * @param minimums the least weight of social value, by the value of the contract
 * @param ofNonPriceMarks whether that is a share of the marks without the price where an absolute method ranks the bids
 * @param exceptions whether less may be given with a recorded reason and approver
 */
public record Policy(
        String key,
        String name,
        String source,
        @Nullable Groups groups,
        List<Scope> scopes,
        List<Minimum> minimums,
        boolean ofNonPriceMarks,
        boolean exceptions) {

    /** What outcomes are grouped under. */
    public record Groups(String name, int count, int outcomes) {}

    /**
     * A time in which a kind of buyer may or must follow a policy.
     *
     * @param from the first day
     * @param until the first day on which it does so no longer; open where there is none
     */
    public record Scope(
            BuyerType buyer, LocalDate from, @Nullable LocalDate until, Force force) {

        boolean covers(Notice notice) {
            return buyer == notice.buyer() && !notice.on().isBefore(from) && isBeforeTheEnd(notice.on());
        }

        /** Whether there are notices that both cover. */
        boolean overlaps(Scope other) {
            return buyer == other.buyer && isBeforeTheEnd(other.from) && other.isBeforeTheEnd(from);
        }

        private boolean isBeforeTheEnd(LocalDate day) {
            return until == null || day.isBefore(until);
        }
    }

    /** Whether a policy has to be followed. */
    public enum Force {
        VOLUNTARY,
        MANDATORY
    }

    /**
     * The least weight for contracts of a value and more.
     *
     * @param fromValue in GBP, VAT included
     * @param percent of all marks
     */
    public record Minimum(BigDecimal fromValue, BigDecimal percent) {}

    /** Whether it may, or must, be followed in a procurement with this notice. */
    public Optional<Force> forceFor(Notice notice) {
        if (notice.regime() == Regime.BELOW_THRESHOLD || minimumFor(notice).isEmpty()) {
            return Optional.empty();
        }
        return scopes.stream()
                .filter(scope -> scope.covers(notice))
                .map(Scope::force)
                .max(Comparator.naturalOrder());
    }

    public Optional<BigDecimal> minimumFor(Notice notice) {
        return minimums.stream()
                .filter(minimum -> minimum.fromValue().compareTo(notice.valueWithVat()) <= 0)
                .max(Comparator.comparing(Minimum::fromValue))
                .map(Minimum::percent);
    }
}
