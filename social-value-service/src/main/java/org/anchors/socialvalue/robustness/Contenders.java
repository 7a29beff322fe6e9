package org.anchors.socialvalue.robustness;

import java.util.List;
import java.util.stream.IntStream;
import org.anchors.socialvalue.scoring.Merits;

/** Bids that may be ahead under some weighting: those of which no other bid is as good in everything and better in something. */
final class Contenders {

    private Contenders() {}

    static List<Merits.Of> of(Merits merits) {
        return merits.bids().stream()
                .filter(bid -> merits.bids().stream().noneMatch(other -> dominates(other, bid)))
                .toList();
    }

    private static boolean dominates(Merits.Of one, Merits.Of other) {
        var better = false;
        for (var criterion = 0; criterion < one.perPoint().size(); criterion++) {
            var compared =
                    one.perPoint().get(criterion).compareTo(other.perPoint().get(criterion));
            if (compared < 0) {
                return false;
            }
            better |= compared > 0;
        }
        return better;
    }

    static boolean isSame(Merits.Of one, Merits.Of other) {
        return IntStream.range(0, one.perPoint().size())
                .allMatch(criterion ->
                        one.perPoint().get(criterion).compareTo(other.perPoint().get(criterion)) == 0);
    }
}
