package org.anchors.socialvalue.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Finds what a bid claims twice for the same person or pound. */
public final class DoubleCounting {

    /**
     * A commitment that claims again what another one before it claims.
     *
     * @param commitment its place among the bid's commitments
     * @param earlier the place of the one before it
     */
    public record Twice(int commitment, int earlier) {}

    private DoubleCounting() {}

    /** Each commitment that may not stand beside an earlier one. Commitments without a named beneficiary are for different ones. */
    public static List<Twice> in(List<Commitment> commitments, Map<String, Measure> catalogue) {
        var earlier = new HashMap<String, List<Integer>>();
        var found = new ArrayList<Twice>();
        for (var i = 0; i < commitments.size(); i++) {
            var claim = commitments.get(i);
            if (claim.beneficiary() == null) {
                continue;
            }
            var others = earlier.computeIfAbsent(named(claim.beneficiary()), beneficiary -> new ArrayList<>());
            for (var other : others) {
                if (!mayStandTogether(commitments.get(other), claim, catalogue)) {
                    found.add(new Twice(i, other));
                    break;
                }
            }
            others.add(i);
        }
        return found;
    }

    /** Capitals and spaces tell nobody apart, as they do not between contracts. */
    private static String named(String beneficiary) {
        return beneficiary.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** A person may be in the same job for several years; the same year of it is claimed once. */
    private static boolean mayStandTogether(Commitment one, Commitment other, Map<String, Measure> catalogue) {
        if (one.measure().equals(other.measure())) {
            return one.year() != other.year();
        }
        return Objects.requireNonNull(catalogue.get(one.measure()))
                .mayBeClaimedWith(Objects.requireNonNull(catalogue.get(other.measure())));
    }
}
