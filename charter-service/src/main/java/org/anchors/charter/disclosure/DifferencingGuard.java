package org.anchors.charter.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anchors.kit.disclosure.Policy;

/**
 * Finds which suppressed counts can be bounded to fewer than {@value #FEWEST_POSSIBLE} possible values from everything that was
 * published (reporting.md, Small numbers). Protected are the figures that are suppressed and every intersection and difference of
 * published figures that the policy would suppress if it were published.
 *
 * <p>First by interval constraint propagation in whole numbers: each published figure bounds its set, sets that are made of
 * others bound one another, and so on until nothing moves. Then, for each protected set that is still open, by solving all that
 * was said as a linear programme. Every interval found holds the truth. What it does not find: conclusions that only whole numbers
 * allow, by distinguishing cases, and what is known from outside. It ends, in bounded memory and time: beyond {@value SetFamily#MOST_SETS} sets, {@value #MOST_MEMBERS} members of
 * sets or {@value #MOST_STEPS} steps it says that it could not decide.
 */
public final class DifferencingGuard {

    public static final int FEWEST_POSSIBLE = 5;

    static final long MOST_STEPS = 60_000_000;

    static final long MOST_MEMBERS = 3_000_000;

    /** Sets for which everything that was said is solved together. */
    static final int MOST_SOLVED = 5_000;

    /** Rules that take part in it. */
    static final int MOST_RULES = 5_000;

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
    public Finding search(Knowledge known) {
        var ways = new ArrayList<WayIn>();
        var undecided = new ArrayList<Finding.Undecided>();
        Component.of(known).stream().filter(this::isConcerned).forEach(component -> {
            var search = new Search(component, known.open());
            search.reasonNotToDecide()
                    .ifPresentOrElse(
                            reason -> undecided.add(new Finding.Undecided(cellsOf(component), reason)),
                            () -> ways.addAll(search.waysIn()));
        });
        ways.sort(Comparator.comparingLong((WayIn way) -> way.left().possible()).thenComparing(WayIn::cell));
        return new Finding(ways, undecided);
    }

    private boolean isConcerned(Component component) {
        return component.claims().stream().anyMatch(claim -> claim.publication().equals(publication))
                || component.shares().stream()
                        .anyMatch(share -> share.publication().equals(publication));
    }

    private List<String> cellsOf(Component component) {
        return component.claims().stream()
                .filter(claim -> claim.publication().equals(publication))
                .map(Claim::cell)
                .distinct()
                .toList();
    }

    /** The propagation over one component. */
    private final class Search {

        private final Component known;
        private final Set<String> open;
        private final SetFamily sets;
        private final Bounds bounds;
        private final List<int[]> tightest = new ArrayList<>();
        private final List<Integer> protectedPlaces = new ArrayList<>();
        private Inequalities all;
        private Inequalities before;
        private long steps;

        Search(Component known, Set<String> open) {
            this.known = known;
            this.open = open;
            this.sets = new SetFamily(known.sets());
            this.bounds = new Bounds(sets.size());
            this.all = new Inequalities(0);
            this.before = this.all;
        }

        /** Comes to the end of the search, or says why there is none. */
        Optional<Finding.Reason> reasonNotToDecide() {
            if (!sets.isComplete() || sets.members() > MOST_MEMBERS) {
                return Optional.of(Finding.Reason.TOO_MUCH_PUBLISHED);
            }
            if (!hasPropagated() || !hasFewEnoughToSolve()) {
                return Optional.of(Finding.Reason.TOO_MANY_STEPS);
            }
            return bounds.contradict() ? Optional.of(Finding.Reason.CONTRADICTION) : Optional.empty();
        }

        List<WayIn> waysIn() {
            var found = new ArrayList<WayIn>();
            for (var place : protectedPlaces) {
                var left = bounds.of(place);
                if (left.possible() >= FEWEST_POSSIBLE) {
                    solved(place).ifPresent(found::add);
                } else if (isFromThisPublication(bounds.why(place))) {
                    found.add(new WayIn(name(sets.quantities(place)), left, through(bounds.why(place))));
                }
            }
            return found;
        }

        /** A way in that takes several equations together; what was open before this publication is not its doing. */
        private Optional<WayIn> solved(int place) {
            var set = sets.atomsOf(place);
            return all.solve(set)
                    .filter(solved -> solved.left().possible() < FEWEST_POSSIBLE)
                    .filter(solved -> before.solve(set)
                            .filter(open -> open.left().possible() < FEWEST_POSSIBLE)
                            .isEmpty())
                    .map(solved -> new WayIn(name(sets.quantities(place)), solved.left(), through(solved.sources())));
        }

        private Inequalities inequalities(Predicate<Claim> wanted) {
            var system = new Inequalities(sets.atoms());
            for (var index = 0; index < known.claims().size(); index++) {
                var claim = known.claims().get(index);
                if (wanted.test(claim)) {
                    system.say(sets.atomsOf(sets.placeOf(claim.parts())), claim.says(), index);
                }
            }
            tightest.forEach(rule -> system.atMost(sets.atomsOf(rule[0]), sets.atomsOf(rule[1])));
            return system;
        }

        private boolean hasFewEnoughToSolve() {
            IntStream.range(0, sets.size())
                    .filter(place -> isProtected(sets.quantities(place)))
                    .forEach(protectedPlaces::add);
            all = inequalities(claim -> true);
            before = inequalities(claim -> !claim.publication().equals(publication));
            return protectedPlaces.size() <= MOST_SOLVED && tightest.size() <= MOST_RULES;
        }

        private boolean hasPropagated() {
            for (var index = 0; index < known.claims().size(); index++) {
                var claim = known.claims().get(index);
                bounds.say(sets.placeOf(claim.parts()), claim.says(), index);
            }
            var rules = rules();
            var equations = sets.equations();
            while (steps <= MOST_STEPS && bounds.hasMoved() && !bounds.contradict()) {
                steps += equations.size() + rules.size() + known.shares().size();
                equations.forEach(bounds::apply);
                rules.forEach(rule -> bounds.apply(rule[0], rule[1]));
                applyShares();
            }
            return steps <= MOST_STEPS;
        }

        private void applyShares() {
            for (var index = 0; index < known.shares().size(); index++) {
                var share = known.shares().get(index);
                var source = known.claims().size() + index;
                bounds.apply(share, sets.placeOf(share.part()), sets.placeOf(share.whole()), source);
            }
        }

        /** A rule between quantities holds between sets too, where each quantity of one is at most its own of the other. */
        private List<int[]> rules() {
            var more = known.rules().stream()
                    .filter(rule -> sets.holds(rule.less()) && sets.holds(rule.more()))
                    .collect(Collectors.groupingBy(
                            AtMost::less, Collectors.mapping(AtMost::more, Collectors.toCollection(TreeSet::new))));
            var found = new ArrayList<int[]>();
            for (var place = 0; place < sets.size(); place++) {
                var less = sets.quantities(place);
                if (more.keySet().containsAll(less)) {
                    var measures = less.stream()
                            .flatMap(quantity -> more.getOrDefault(quantity, new TreeSet<>()).stream())
                            .map(Quantity::measure)
                            .collect(Collectors.toCollection(TreeSet::new));
                    for (var measure : measures) {
                        addRule(found, place, less, more, measure);
                    }
                }
            }
            return found;
        }

        private void addRule(
                List<int[]> found,
                int place,
                Set<Quantity> less,
                Map<Quantity, TreeSet<Quantity>> more,
                String measure) {
            var images = less.stream()
                    .flatMap(quantity -> more.getOrDefault(quantity, new TreeSet<>()).stream()
                            .filter(other -> other.measure().equals(measure)))
                    .collect(Collectors.toCollection(TreeSet::new));
            // Each set around them is looked for among all.
            steps += images.size() == less.size() ? sets.size() : 0;
            if (images.size() == less.size() && steps <= MOST_STEPS) {
                var around = sets.around(images);
                around.forEach(set -> found.add(new int[] {place, set}));
                around.stream()
                        .min(Comparator.comparingInt(set -> sets.atomsOf(set).cardinality()))
                        .ifPresent(set -> tightest.add(new int[] {place, set}));
            }
        }

        private boolean isProtected(Set<Quantity> quantities) {
            return policy.suppresses(Sums.of(quantities))
                            && quantities.stream().map(Quantity::measure).noneMatch(open::contains)
                    || known.claims().stream()
                            .anyMatch(claim ->
                                    claim.isSuppressed() && claim.parts().equals(quantities));
        }

        private boolean isFromThisPublication(BitSet sources) {
            return sources.stream().anyMatch(source -> publicationOf(source).equals(publication));
        }

        private String publicationOf(int source) {
            return source < known.claims().size()
                    ? known.claims().get(source).publication()
                    : known.shares().get(source - known.claims().size()).publication();
        }

        private List<String> through(BitSet sources) {
            return sources.stream()
                    .mapToObj(source -> source < known.claims().size()
                            ? known.claims().get(source).label()
                            : known.shares().get(source - known.claims().size()).label())
                    .distinct()
                    .toList();
        }

        private String name(Set<Quantity> quantities) {
            return known.claims().stream()
                    .filter(claim -> claim.isSuppressed() && claim.parts().equals(quantities))
                    .map(claim -> "%s in %s".formatted(claim.cell(), claim.publication()))
                    .findFirst()
                    .orElseGet(() -> {
                        var measures = new LinkedHashSet<String>();
                        var owners = new LinkedHashSet<String>();
                        quantities.forEach(quantity -> {
                            measures.add(quantity.measure());
                            owners.add(quantity.of());
                        });
                        return "%s of %s".formatted(String.join(", ", measures), String.join(", ", owners));
                    });
        }
    }
}
