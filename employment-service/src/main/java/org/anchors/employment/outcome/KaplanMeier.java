package org.anchors.employment.outcome;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The share of people who are still in work after so many days, estimated from everybody, those who were lost sight of on the
 * way included (E. L. Kaplan and P. Meier, Journal of the American Statistical Association 53, 1958), with M. Greenwood's
 * standard error (1926). Who was last heard of on a day counts as at risk on that day.
 *
 * @param steps the days on which somebody left work, in order
 * @param days what happened, by days since the first start
 */
public record KaplanMeier(List<Step> steps, SortedMap<Integer, Day> days) {

    private static final MathContext EXACT = MathContext.DECIMAL128;

    /**
     * What happened after so many days.
     *
     * @param left people who left work
     * @param lostSightOf people who were in work when last heard of
     */
    public record Day(long left, long lostSightOf) {

        long people() {
            return left + lostSightOf;
        }

        /** Both days as one. */
        public Day and(Day other) {
            return new Day(left + other.left, lostSightOf + other.lostSightOf);
        }
    }

    /**
     * A step of the curve.
     *
     * @param day days since the first start
     * @param atRisk people still in work and in sight just before
     * @param left people who left work on that day
     * @param share the estimated share still in work after it, 0 to 1
     * @param error Greenwood's standard error of the share; 0 where nobody is left
     */
    public record Step(int day, long atRisk, long left, BigDecimal share, BigDecimal error) {}

    /**
     * What the curve says of staying in work for some time.
     *
     * @param people everybody whom it knows of
     * @param left who left work before that
     * @param atRisk who were in work and in sight for so long
     * @param share the estimated share that stays for so long, 0 to 1
     * @param error Greenwood's standard error of the share
     */
    public record Lasting(long people, long left, long atRisk, BigDecimal share, BigDecimal error) {}

    /** The estimate from what happened, by days since the first start. */
    public static KaplanMeier of(SortedMap<Integer, Day> days) {
        var atRisk = people(days);
        var share = ONE;
        var sum = ZERO;
        var steps = new ArrayList<Step>();
        for (var entry : days.entrySet()) {
            var left = entry.getValue().left();
            if (left > 0) {
                var staying = BigDecimal.valueOf(atRisk - left);
                share = share.multiply(staying, EXACT).divide(BigDecimal.valueOf(atRisk), EXACT);
                sum = atRisk == left ? sum : sum.add(term(left, atRisk, staying), EXACT);
                steps.add(new Step(entry.getKey(), atRisk, left, share, share.multiply(sum.sqrt(EXACT), EXACT)));
            }
            atRisk -= entry.getValue().people();
        }
        return new KaplanMeier(List.copyOf(steps), days);
    }

    private static BigDecimal term(long left, long atRisk, BigDecimal staying) {
        return BigDecimal.valueOf(left).divide(BigDecimal.valueOf(atRisk).multiply(staying), EXACT);
    }

    /**
     * Staying in work for at least so many days: the curve just before that day. Empty where nobody was in sight for so long
     * and not everybody had left: what became of them then is not known, and the curve says nothing of it.
     */
    public Optional<Lasting> lasting(int horizon) {
        var before = steps.stream()
                .filter(step -> step.day() < horizon)
                .reduce(new Step(0, 0, 0, ONE, ZERO), (earlier, later) -> later);
        var atRisk = people(days.tailMap(horizon));
        if (atRisk == 0 && before.share().signum() > 0) {
            return Optional.empty();
        }
        var left = days.headMap(horizon).values().stream().mapToLong(Day::left).sum();
        return Optional.of(new Lasting(people(days), left, atRisk, before.share(), before.error()));
    }

    private static long people(SortedMap<Integer, Day> days) {
        return days.values().stream().mapToLong(Day::people).sum();
    }
}
