package org.anchors.charter.disclosure;

import java.util.Comparator;
import org.anchors.kit.disclosure.Policy;

/**
 * Finds which suppressed counts can be bounded to fewer than {@value #FEWEST_POSSIBLE} possible values from everything that was
 * published (reporting.md, Small numbers). Protected are the figures that are suppressed, and what would be if it were published:
 * every intersection and difference of two published figures, and every set that nothing known divides.
 *
 * <p>First by interval constraint propagation in whole numbers: each published figure bounds its set, sets that are made of
 * others bound one another, and so on until nothing moves. Then, for each protected set that is still open, by solving all that
 * was said together. Every interval found holds the truth. It ends, in memory and time that are bounded by counting: beyond that
 * it says that it could not decide.
 */
public final class DifferencingGuard {

    public static final int FEWEST_POSSIBLE = 5;

    private final String publication;
    private final Policy policy;

    /**
     * @param publication the one to be published; ways in that need nothing of it are no reason to hold it back
     * @param policy under which it is to be published
     */
    public DifferencingGuard(String publication, Policy policy) {
        this.publication = publication;
        this.policy = policy;
    }

    /** Everything that speaks against publishing it. */
    public Finding search(Knowledge given) {
        var known = new SameCounts(given.rules()).in(given);
        var findings = Component.of(known).stream()
                .filter(this::isConcerned)
                .map(component -> new Search(publication, policy, known, component).find())
                .toList();
        return new Finding(
                findings.stream()
                        .flatMap(finding -> finding.waysIn().stream())
                        .sorted(Comparator.comparingLong(
                                        (WayIn way) -> way.left().possible())
                                .thenComparing(WayIn::cell))
                        .toList(),
                findings.stream()
                        .flatMap(finding -> finding.undecided().stream())
                        .toList());
    }

    private boolean isConcerned(Component component) {
        return component.claims().stream().anyMatch(claim -> claim.publication().equals(publication));
    }
}
