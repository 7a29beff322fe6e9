package org.anchors.charter.disclosure;

import static org.anchors.charter.disclosure.DifferencingGuard.FEWEST_POSSIBLE;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.anchors.kit.disclosure.Interval;
import org.anchors.kit.disclosure.Policy;

/** Searches one component for small counts that can be bounded closely: by propagation first, and then by solving. */
final class Search {

    static final long MOST_MEMBERS = 3_000_000;

    private final String publication;
    private final Policy policy;
    private final Knowledge knowledge;
    private final Component known;
    private final Told told;
    private final SetFamily sets;

    Search(String publication, Policy policy, Knowledge knowledge, Component known) {
        this.publication = publication;
        this.policy = policy;
        this.knowledge = knowledge;
        this.known = known;
        this.told = new Told(known);
        this.sets = new SetFamily(known.sets(), new Atoms(known.sets(), known.rules()));
    }

    Finding find() {
        if (!sets.isComplete() || sets.members() > MOST_MEMBERS) {
            return undecided(List.of(), Finding.Reason.TOO_MUCH_PUBLISHED);
        }
        var bounds = new Propagation(known, sets).bounds();
        if (bounds.isEmpty()) {
            return undecided(List.of(), Finding.Reason.TOO_MANY_STEPS);
        }
        return bounds.get().contradict() ? undecided(List.of(), Finding.Reason.CONTRADICTION) : waysIn(bounds.get());
    }

    private Finding waysIn(Bounds bounds) {
        var found = new ArrayList<WayIn>();
        var solving = new Solving(sets.partition(), known.claims(), publication);
        for (var place : protectedPlaces()) {
            if (bounds.of(place).possible() < FEWEST_POSSIBLE && told.anyBy(publication, bounds.why(place))) {
                found.add(wayIn(place, bounds.of(place), bounds.why(place)));
            } else if (!solving.isOpen(sets.atomsOf(place))) {
                var solved = solving.solve(sets.atomsOf(place));
                if (solved.isEmpty()) {
                    return undecided(found, Finding.Reason.TOO_MUCH_TO_SOLVE);
                }
                var left = solved.get().left().and(bounds.of(place));
                if (left.possible() < FEWEST_POSSIBLE && isOurDoing(place, left, solving, bounds)) {
                    found.add(wayIn(place, left, solved.get().sources()));
                }
            }
        }
        return new Finding(found, List.of());
    }

    /** What was known as closely before this publication is not its doing, unless it is what this publication keeps back. */
    private boolean isOurDoing(int place, Interval left, Solving solving, Bounds bounds) {
        return isKeptBackHere(sets.quantities(place))
                || solving.before(sets.atomsOf(place))
                        .map(before -> before.and(bounds.of(place, why -> !told.anyBy(publication, why))))
                        .filter(before -> before.possible() <= left.possible())
                        .isEmpty();
    }

    private int[] protectedPlaces() {
        return IntStream.range(0, sets.size())
                .filter(place -> isProtected(sets.quantities(place)))
                .toArray();
    }

    private boolean isProtected(Set<Quantity> quantities) {
        return policy.suppresses(Sums.of(quantities))
                        && quantities.stream().map(Quantity::measure).noneMatch(knowledge.open()::contains)
                || known.claims().stream()
                        .anyMatch(claim -> claim.isSuppressed() && claim.parts().equals(quantities));
    }

    private boolean isKeptBackHere(Set<Quantity> quantities) {
        return known.claims().stream()
                .filter(claim -> claim.publication().equals(publication))
                .anyMatch(claim -> claim.isSuppressed() && claim.parts().equals(quantities));
    }

    private WayIn wayIn(int place, Interval left, BitSet sources) {
        return new WayIn(told.name(sets.quantities(place)), left, told.through(sources));
    }

    private Finding undecided(List<WayIn> found, Finding.Reason reason) {
        return new Finding(found, List.of(new Finding.Undecided(told.cellsOf(publication), reason)));
    }
}
