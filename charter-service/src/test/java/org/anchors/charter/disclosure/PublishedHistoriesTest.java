package org.anchors.charter.disclosure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anchors.kit.disclosure.Policy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * reporting.md, Small numbers: an attacker who has every publication that the guard let through, and who tries every combination
 * of counts, is left with five possible values or more for each count that was suppressed.
 */
class PublishedHistoriesTest {

    private static final int PUBLICATIONS = 12;

    /** Counts of organisations, the rules between them, and what is published of them. */
    private static final class World {

        private final Random random;
        private final List<Quantity> quantities = new ArrayList<>();
        private final List<AtMost> rules = new ArrayList<>();
        private final List<Claim> published = new ArrayList<>();

        World(long seed) {
            random = new Random(seed);
        }

        long count() {
            return random.nextInt(3) == 0 ? random.nextInt(14) : random.nextInt(9);
        }

        Quantity quantity(String measure, String of, long exact) {
            var quantity = new Quantity(measure, of, exact);
            quantities.add(quantity);
            return quantity;
        }

        /** One more count of the same owner, at most another of theirs. */
        Quantity atMost(Quantity more, String measure) {
            var exact = random.nextInt(3) == 0
                    ? random.nextLong(more.exact() + 1)
                    : more.exact() - Math.min(more.exact(), random.nextInt(2));
            var less = quantity(measure, more.of(), exact);
            rules.add(new AtMost(less, more));
            return less;
        }

        Set<Quantity> some(String measure) {
            var all = quantities.stream()
                    .filter(quantity -> quantity.measure().equals(measure))
                    .toList();
            var some = all.stream().filter(any -> random.nextBoolean()).collect(Collectors.toSet());
            return some.isEmpty() ? Set.of(all.getFirst()) : some;
        }

        void publish(int number, Policy policy, Set<Quantity> parts) {
            var name = "publication " + number;
            var claim = new Claim(name, "sum " + number, parts, policy);
            var all = Stream.concat(published.stream(), Stream.of(claim)).toList();
            if (new DifferencingGuard(name, policy)
                    .search(new Knowledge(all, known(all)))
                    .isSafe()) {
                published.add(claim);
            }
        }

        /** The rules between what was published about, as they are found for publications. */
        private List<AtMost> known(List<Claim> claims) {
            var spokenOf =
                    claims.stream().flatMap(claim -> claim.parts().stream()).collect(Collectors.toSet());
            return rules.stream()
                    .filter(rule -> spokenOf.contains(rule.less()) && spokenOf.contains(rule.more()))
                    .toList();
        }

        void requireClosed() {
            var attacker = new Attacker(quantities, rules, published);
            published.stream()
                    .filter(Claim::isSuppressed)
                    .map(Claim::parts)
                    .distinct()
                    .forEach(parts ->
                            assertTrue(attacker.possible(parts) >= DifferencingGuard.FEWEST_POSSIBLE, said(parts)));
        }

        private Supplier<String> said(Set<Quantity> parts) {
            return () -> "%s of %s"
                    .formatted(
                            parts,
                            published.stream()
                                    .map(claim -> claim.label() + claim.parts())
                                    .toList());
        }
    }

    static IntStream worlds() {
        return IntStream.range(0, 16);
    }

    /** A guard that lets narrow further what was open before lets something through in two of these. */
    static IntStream worldsThatNarrow() {
        return IntStream.range(112, 128);
    }

    /** A guard that knows no rules lets something through in four of these. */
    static IntStream worldsOfRules() {
        return IntStream.range(190, 206);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void nothingIsFoundUnderOnePolicy(int seed) {
        var world = new World(100 + seed);
        IntStream.range(0, 6).forEach(owner -> world.quantity("all", "o" + owner, world.count()));
        var policy = seed % 3 == 0 ? Policy.ONS_10_5 : Policy.HES;
        IntStream.range(0, PUBLICATIONS).forEach(number -> world.publish(number, policy, world.some("all")));
        world.requireClosed();
    }

    @ParameterizedTest
    @MethodSource("worldsThatNarrow")
    void nothingIsFoundUnderTwoPolicies(int seed) {
        var world = new World(200 + seed);
        IntStream.range(0, 5).forEach(owner -> world.quantity("all", "o" + owner, world.count()));
        IntStream.range(0, PUBLICATIONS)
                .forEach(number -> world.publish(
                        number, world.random.nextBoolean() ? Policy.ONS_10_5 : Policy.HES, world.some("all")));
        world.requireClosed();
    }

    /** Some in work are sustained, and some participants in work; only in turn are they all published. */
    @ParameterizedTest
    @MethodSource("worldsOfRules")
    void nothingIsFoundThroughRules(int seed) {
        var world = new World(300 + seed);
        IntStream.range(0, 3).forEach(owner -> {
            var participants = world.quantity("participants", "o" + owner, world.count());
            var inWork = world.atMost(participants, "in work");
            world.rules.add(new AtMost(world.atMost(inWork, "sustained"), participants));
        });
        var measures = List.of("participants", "in work", "sustained");
        var policy = seed % 3 == 0 ? Policy.ONS_10_5 : Policy.HES;
        IntStream.range(0, PUBLICATIONS)
                .forEach(number ->
                        world.publish(number, policy, world.some(measures.get(world.random.nextInt(measures.size())))));
        world.requireClosed();
    }

    /** Each count goes by two names, and only one of them is published at a time. */
    @ParameterizedTest
    @MethodSource("worlds")
    void nothingIsFoundThroughCountsWithTwoNames(int seed) {
        var world = new World(400 + seed);
        IntStream.range(0, 4).forEach(owner -> {
            var sum = world.quantity("sum", "o" + owner, world.count());
            var converted = world.quantity("conversion", "o" + owner, sum.exact());
            world.rules.addAll(List.of(new AtMost(sum, converted), new AtMost(converted, sum)));
        });
        IntStream.range(0, PUBLICATIONS)
                .forEach(number -> world.publish(
                        number, Policy.HES, world.some(world.random.nextBoolean() ? "sum" : "conversion")));
        world.requireClosed();
    }
}
