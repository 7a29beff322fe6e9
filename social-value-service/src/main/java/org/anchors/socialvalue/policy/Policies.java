package org.anchors.socialvalue.policy;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.anchors.socialvalue.policy.Policy.Force;

/**
 * The policies and gates that there are, as data; scoring.md, "The parts of a methodology", and docs/decisions/0017.
 *
 * @param highestThreshold whatever is worth as much is above every threshold
 * @param regimes the laws that hold from a day on; below thresholds none does
 */
public record Policies(Threshold highestThreshold, List<RegimeDays> regimes, List<Policy> policies, List<Gate> gates) {

    /** What a methodology follows where no policy is in force, or none of those that may be followed. */
    public static final String NONE = "NONE";

    /**
     * Policies that contradict neither themselves nor each other.
     *
     * @throws IllegalArgumentException with all that is wrong with them
     */
    public Policies {
        var wrong = new Consistency(regimes, policies, gates).wrongs();
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong));
        }
    }

    /**
     * A value from which on the law of procurement holds for whatever is bought.
     *
     * @param valueWithVat in GBP
     */
    public record Threshold(BigDecimal valueWithVat, String source) {

        public boolean isReachedBy(BigDecimal worthWithVat) {
            return worthWithVat.compareTo(valueWithVat) >= 0;
        }
    }

    /** The days of a law, where it has any. */
    public Optional<RegimeDays> daysOf(Regime regime) {
        return regimes.stream().filter(days -> days.regime() == regime).findFirst();
    }

    /** The policies that may be followed in a procurement with this notice. */
    public List<Policy> usableFor(Notice notice) {
        return policies.stream()
                .filter(policy -> policy.forceFor(notice).isPresent())
                .toList();
    }

    /** The policy that has to be followed where none is chosen. */
    public Optional<Policy> mandatoryFor(Notice notice) {
        return policies.stream()
                .filter(policy ->
                        policy.forceFor(notice).filter(Force.MANDATORY::equals).isPresent())
                .findFirst();
    }

    /** The gates that a purchase is called to have and that are not among those it has. */
    public List<Gate> missing(Gate.Purchase purchase, Collection<String> present) {
        var called = gates.stream().filter(gate -> gate.isCalledFor(purchase)).toList();
        return called.stream()
                .filter(gate -> !present.contains(gate.key()))
                .filter(gate -> gate.metBy() == null
                        || !present.contains(gate.metBy())
                                && called.stream()
                                        .noneMatch(other -> other.key().equals(gate.metBy())))
                .toList();
    }
}
