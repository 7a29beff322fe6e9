package org.anchors.socialvalue.robustness;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anchors.socialvalue.scoring.Fraction;
import org.anchors.socialvalue.scoring.Merits;
import org.jspecify.annotations.Nullable;

/**
 * Of all weightings of the criteria, each as likely as any other, the share at which no bid is ahead of a bid. Bids that are the
 * same in everything have it together.
 *
 * @param method how it was found
 * @param points of the sample; absent where it is exact
 * @param bids the greatest share first
 */
public record WinningShares(Method method, @Nullable Integer points, List<Share> bids) {

    static final int PLACES = 2;
    private static final int MOST_EXACT = 60;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** How shares are found. */
    public enum Method {
        /** Two or three criteria: the lengths or areas themselves. */
        EXACT,
        /** More, or very many bids: a low-discrepancy sample, the same each time. */
        SAMPLED
    }

    /**
     * Of one bid.
     *
     * @param percent of all weightings, to 2 places
     * @param standardError of that, in percentage points, estimated from independent parts of the sample; 0 where it is exact
     */
    public record Share(String bid, BigDecimal percent, BigDecimal standardError) {}

    static WinningShares of(Merits merits) {
        var contenders = Contenders.of(merits);
        if (merits.criteria().size() <= Simplex.MOST_CRITERIA && contenders.size() <= MOST_EXACT) {
            return exact(merits, contenders);
        }
        var sample = new Sample(contenders);
        return shown(Method.SAMPLED, Sample.POINTS, merits, sample.shares());
    }

    private static WinningShares exact(Merits merits, List<Merits.Of> contenders) {
        var shares = IntStream.range(0, contenders.size())
                .boxed()
                .collect(Collectors.toMap(place -> contenders.get(place).bid(), place -> exact(contenders, place)));
        return shown(Method.EXACT, null, merits, shares);
    }

    private static Share exact(List<Merits.Of> contenders, int place) {
        var bid = contenders.get(place);
        return new Share(
                bid.bid(),
                percent(Simplex.whereNoneIsAhead(bid, contenders)),
                BigDecimal.ZERO.setScale(PLACES, RoundingMode.UNNECESSARY));
    }

    static BigDecimal percent(Fraction share) {
        return share.times(HUNDRED).rounded(PLACES, RoundingMode.HALF_UP);
    }

    private static WinningShares shown(
            Method method, @Nullable Integer points, Merits merits, Map<String, Share> found) {
        var none = new Share("", percent(Fraction.ZERO), percent(Fraction.ZERO));
        return new WinningShares(
                method,
                points,
                merits.bids().stream()
                        .map(bid -> {
                            var share = found.getOrDefault(bid.bid(), none);
                            return new Share(bid.bid(), share.percent(), share.standardError());
                        })
                        .sorted(Comparator.comparing(Share::percent).reversed().thenComparing(Share::bid))
                        .toList());
    }
}
