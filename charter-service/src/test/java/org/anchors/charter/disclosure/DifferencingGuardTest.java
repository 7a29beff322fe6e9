package org.anchors.charter.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anchors.kit.disclosure.Interval;
import org.anchors.kit.disclosure.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** reporting.md, Small numbers: a published set is checked against differencing. Each test is an attack. */
class DifferencingGuardTest {

    private static final String FIRST = "publication 1";
    private static final String THIS = "this publication";

    private final DifferencingGuard guard = new DifferencingGuard(THIS, Policy.HES);

    private static Quantity starters(String of, long exact) {
        return new Quantity("starters", of, exact);
    }

    private static Claim claim(String publication, String cell, Quantity... parts) {
        return new Claim(publication, cell, Set.of(parts), Policy.HES);
    }

    private static List<WayIn> waysIn(DifferencingGuard guard, Knowledge known) {
        var finding = guard.search(known);
        assertEquals(List.of(), finding.undecided());
        return finding.waysIn();
    }

    @Test
    void oneRoundedFigureGivesNothingAway() {
        assertEquals(List.of(), waysIn(guard, Knowledge.of(claim(THIS, "all", starters("a", 9), starters("b", 3)))));
        assertEquals(List.of(), waysIn(guard, Knowledge.of(claim(THIS, "all", starters("b", 3)))));
    }

    @Test
    void aTotalAndAllButOneBoundTheOne() {
        // 12 is shown as 10 and may be 8 to 12; without b it is 8, shown as 10 too: b is 0 to 4. Together with b's own
        // * it is 1 to 4.
        var a = starters("a", 8);
        var b = starters("b", 4);
        var ways = waysIn(guard, Knowledge.of(claim(FIRST, "all", a, b), claim(FIRST, "b", b), claim(THIS, "a", a)));
        assertEquals(1, ways.size());
        assertEquals("b in publication 1", ways.getFirst().cell());
        assertEquals(new Interval(1, 4), ways.getFirst().left());
        assertEquals(
                List.of("all in publication 1 (10)", "b in publication 1 (*)", "a in this publication (10)"),
                ways.getFirst().through());
    }

    @Test
    void aTotalAndAllButOneMayLeaveEnoughOpen() {
        // 25 (23 to 27) without 20 (18 to 22) leaves 1 to 9; the suppressed one stays 1 to 7.
        var a = starters("a", 21);
        var b = starters("b", 4);
        assertEquals(
                List.of(),
                waysIn(guard, Knowledge.of(claim(THIS, "all", a, b), claim(THIS, "a", a), claim(THIS, "b", b))));
    }

    @Test
    void threeOverlappingSumsGiveAwayWhatNoTwoOfThemDo() {
        // n + s and n + m are 8 to 12, s + m is 18 to 22: twice n is 6 at most.
        var n = starters("n", 2);
        var s = starters("s", 10);
        var m = starters("m", 10);
        var ways = waysIn(
                guard,
                Knowledge.of(
                        claim(FIRST, "n and s", n, s),
                        claim(FIRST, "n and m", n, m),
                        claim(THIS, "s and m", s, m),
                        claim(FIRST, "n", n)));
        assertEquals(
                List.of("n in publication 1"), ways.stream().map(WayIn::cell).toList());
        assertEquals(new Interval(1, 3), ways.getFirst().left());
        assertTrue(ways.getFirst().through().contains("s and m in this publication (20)"));
    }

    @Test
    void whatWasOpenBeforeIsNotTheDoingOfALaterPublication() {
        var n = starters("n", 2);
        var s = starters("s", 10);
        var m = starters("m", 10);
        var later = claim(THIS, "n, s, m and r", n, s, m, starters("r", 100));
        assertEquals(
                List.of(),
                waysIn(
                        guard,
                        Knowledge.of(
                                claim(FIRST, "n and s", n, s),
                                claim(FIRST, "n and m", n, m),
                                claim(FIRST, "s and m", s, m),
                                claim(FIRST, "n", n),
                                later)));
    }

    @Test
    void exactFiguresGiveTheDifferenceAwayThoughItWasNeverPublished() {
        var a = starters("a", 100);
        var b = starters("b", 3);
        var all = new Claim(FIRST, "all", Set.of(a, b), Policy.NONE);
        var one = new Claim(THIS, "all but b", Set.of(a), Policy.NONE);
        var ways = waysIn(guard, Knowledge.of(all, one));
        assertEquals("starters of b", ways.getFirst().cell());
        assertEquals(Interval.only(3), ways.getFirst().left());
    }

    @Test
    void twoOverlappingFiltersGiveTheirOverlapAway() {
        // all = a + b + c; one filter sees a + b, another b + c. b = both filters - all, and no figure is of b.
        var a = starters("a", 20);
        var b = starters("b", 2);
        var c = starters("c", 30);
        var exact = List.of(
                new Claim(FIRST, "all", Set.of(a, b, c), Policy.NONE),
                new Claim(FIRST, "one place", Set.of(a, b), Policy.NONE),
                new Claim(THIS, "one sector", Set.of(b, c), Policy.NONE));
        var ways = waysIn(guard, new Knowledge(exact, List.of()));
        assertEquals(List.of("starters of b"), ways.stream().map(WayIn::cell).toList());
        assertEquals(Interval.only(2), ways.getFirst().left());
        assertEquals(3, ways.getFirst().through().size());
    }

    @Test
    void roundedOverlappingFiltersAreBoundedTogether() {
        // 10 (8 to 12) of all; 10 with the first filter and 10 with the second: outside either are 0 to 4, so b is at
        // least 4.
        var a = starters("a", 1);
        var b = starters("b", 7);
        var c = starters("c", 1);
        var ways = waysIn(
                guard,
                Knowledge.of(
                        claim(FIRST, "all", a, b, c),
                        claim(FIRST, "one place", a, b),
                        claim(THIS, "one sector", b, c),
                        claim(THIS, "b", b)));
        assertTrue(ways.stream().anyMatch(way -> way.cell().equals("b in this publication")), ways::toString);
        assertTrue(ways.stream().anyMatch(way -> way.left().equals(new Interval(4, 7))), ways::toString);
    }

    @Test
    void oneMoreReportBetweenTwoPublicationsGivesItsFigureAway() {
        // Before: 12, shown as 10 under ONS, so 10 to 12. After: 14, shown as 15, so 13 to 17. And the newcomer's own
        // figure is *.
        var before = Set.of(starters("a", 12));
        var newcomer = starters("b", 2);
        var after = Stream.concat(before.stream(), Stream.of(newcomer)).collect(Collectors.toSet());
        var ons = new DifferencingGuard(THIS, Policy.ONS_10_5);
        var fine = List.of(
                new Claim(FIRST, "all", before, Policy.ONS_10_5), new Claim(THIS, "all", after, Policy.ONS_10_5));
        assertEquals(List.of(), waysIn(ons, new Knowledge(fine, List.of())));

        // 8 before and 10 after are both shown as 10 under HES: nobody new can be more than 4, and a * is at least 1.
        var early = claim(FIRST, "all", starters("a", 8));
        var late = claim(THIS, "all", starters("a", 8), newcomer);
        var ways = waysIn(guard, Knowledge.of(early, late, claim(THIS, "sector of b", newcomer)));
        assertEquals(new Interval(1, 4), ways.getFirst().left());
        assertTrue(ways.getFirst().through().contains("all in publication 1 (10)"));
    }

    @Test
    void aZeroBeforeTheNewcomerLeavesNoMoreThanTheFigureItself() {
        var nobody = starters("a", 0);
        var newcomer = starters("b", 5);
        assertEquals(
                List.of(),
                waysIn(guard, Knowledge.of(claim(FIRST, "all", nobody), claim(THIS, "all", nobody, newcomer))));
    }

    @Test
    void aRuleBetweenFiguresNarrowsThem() {
        // Those in work are at most those with an offer, who are shown exactly elsewhere.
        var inWork = new Quantity("in work", "a", 2);
        var offers = new Quantity("offers", "a", 3);
        var ways = waysIn(
                guard,
                new Knowledge(
                        List.of(
                                new Claim(THIS, "in work", Set.of(inWork), Policy.HES),
                                new Claim(THIS, "offers", Set.of(offers), Policy.NONE)),
                        List.of(new AtMost(inWork, offers))));
        assertTrue(
                ways.stream()
                        .anyMatch(way ->
                                way.cell().startsWith("in work") && way.left().equals(new Interval(1, 3))),
                ways::toString);
    }

    @Test
    void aCorrectedValueIsAnotherQuantity() {
        // a said 8 first and 9 later: the two totals are of different numbers and cannot be taken from each other.
        var b = starters("b", 3);
        var before = claim(FIRST, "all", starters("a", 8), b);
        var after = claim(THIS, "a alone", starters("a", 9));
        assertEquals(List.of(), waysIn(guard, Knowledge.of(before, after)));
    }

    @Test
    void twoPoliciesTogetherCanSayMoreThanEach() {
        // 8 is shown as 10 under HES (8 to 12) and suppressed under ONS (0 to 9).
        var count = Set.of(starters("a", 8));
        var ways = waysIn(
                guard,
                Knowledge.of(
                        new Claim(FIRST, "all", count, Policy.ONS_10_5), new Claim(THIS, "all", count, Policy.HES)));
        assertEquals(new Interval(8, 9), ways.getFirst().left());
        assertEquals("all in publication 1", ways.getFirst().cell());
    }

    @Test
    void whatWasGivenAwayBeforeIsNoReasonToHoldSomethingElseBack() {
        var a = starters("a", 100);
        var b = starters("b", 3);
        var c = starters("c", 50);
        var known = Knowledge.of(
                new Claim(FIRST, "all", Set.of(a, b), Policy.NONE),
                new Claim(FIRST, "a", Set.of(a), Policy.NONE),
                claim(THIS, "c", c));
        assertEquals(List.of(), waysIn(guard, known));
    }

    /** n is 1 to 4 by what was published before, and 3 to 4 with this. */
    @Test
    void whatWasOpenBeforeIsNotNarrowedFurther() {
        var n = starters("n", 4);
        var r = starters("r", 8);
        var s = starters("s", 4);
        var open = new Claim[] {claim(FIRST, "n and r", n, r), claim(FIRST, "r", r), claim(FIRST, "n", n)};
        var narrower = claim(THIS, "n and s", n, s);
        var ways = waysIn(
                guard,
                new Knowledge(
                        Stream.concat(Stream.of(open), Stream.of(narrower, claim(THIS, "s", s)))
                                .toList(),
                        List.of(new AtMost(s, n))));
        assertTrue(
                ways.stream()
                        .anyMatch(way -> way.cell().equals("n in publication 1")
                                && way.left().equals(Interval.only(4))),
                ways::toString);
    }

    /** In fractions the first is 5 to 9; five could only be two halves of others. */
    @Test
    void conclusionsThatOnlyWholeNumbersAllowAreFound() {
        var o = Stream.of(8, 6, 0, 5, 2, 6, 4).mapToLong(Integer::longValue).toArray();
        var ways = waysIn(
                new DifferencingGuard(THIS, Policy.ONS_10_5),
                Knowledge.of(overlapping(Policy.ONS_10_5, o, "0", "056", "024", "45", "0145", "156", "46", "25")));
        assertEquals(
                List.of(new Interval(6, 9)),
                ways.stream()
                        .filter(way -> way.cell().startsWith("sum of 0 in"))
                        .map(WayIn::left)
                        .toList());
    }

    @Test
    void conclusionsThatOnlyWholeNumbersAllowAreFoundWhereZeroIsShown() {
        var o = new long[] {1, 10, 0, 4, 5, 8, 8};
        var ways = waysIn(
                guard,
                Knowledge.of(overlapping(
                        Policy.HES, o, "2", "23", "156", "356", "0123", "125", "20", "2345", "13", "0146")));
        assertEquals(
                List.of(new Interval(2, 5)),
                ways.stream()
                        .filter(way -> way.cell().startsWith("sum of 23 in"))
                        .map(WayIn::left)
                        .toList());
    }

    /** One figure for each group of owners, who are named by digits. */
    private static Claim[] overlapping(Policy policy, long[] exact, String... groups) {
        return Stream.of(groups)
                .map(group -> new Claim(
                        THIS,
                        "sum of " + group,
                        group.chars()
                                .map(digit -> digit - '0')
                                .mapToObj(owner -> starters("o" + owner, exact[owner]))
                                .collect(Collectors.toSet()),
                        policy))
                .toArray(Claim[]::new);
    }

    @Test
    void theSameAgainGivesNothingAway() {
        var parts = new Quantity[] {starters("a", 3), starters("b", 4)};
        assertEquals(List.of(), waysIn(guard, Knowledge.of(claim(FIRST, "all", parts), claim(THIS, "all", parts))));
    }

    /** Whatever is published, an interval never excludes the truth, and the search comes to an end. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void everyIntervalHoldsTheTruth(long seed) {
        var random = new Random(seed);
        var quantities = IntStream.range(0, 12)
                .mapToObj(i -> starters("o" + i, random.nextInt(random.nextBoolean() ? 9 : 40)))
                .toList();
        var claims = new ArrayList<Claim>();
        for (var i = 0; i < 14; i++) {
            var parts = new HashSet<Quantity>();
            quantities.stream().filter(q -> random.nextInt(3) > 0).forEach(parts::add);
            if (!parts.isEmpty()) {
                var policy = random.nextInt(3) == 0 ? Policy.NONE : Policy.HES;
                claims.add(new Claim(i % 2 == 0 ? FIRST : THIS, "cell " + i, parts, policy));
            }
        }
        var byOwner = new TreeSet<>(quantities);
        for (var way : waysIn(guard, new Knowledge(claims, List.of()))) {
            assertTrue(way.left().possible() >= 1 && way.left().possible() < DifferencingGuard.FEWEST_POSSIBLE);
            if (way.cell().startsWith("starters of ")) {
                var owners =
                        Set.of(way.cell().substring("starters of ".length()).split(", "));
                var truth = byOwner.stream()
                        .filter(q -> owners.contains(q.of()))
                        .mapToLong(Quantity::exact)
                        .sum();
                assertTrue(way.left().holds(truth), () -> "seed " + seed + ": " + way + ", in truth " + truth);
            }
        }
    }

    /** Beyond what can be searched through it says so, in bounded time and memory, and is never silent. */
    @Test
    @Timeout(30)
    void whatCannotBeSearchedThroughIsUndecided() {
        var finding = guard.search(filters(250));
        assertEquals(List.of(), finding.waysIn());
        assertEquals(1, finding.undecided().size());
        assertEquals(
                Finding.Reason.TOO_MUCH_PUBLISHED,
                finding.undecided().getFirst().reason());
        assertEquals(List.of("filter 249"), finding.undecided().getFirst().cells());
        assertFalse(finding.isSafe());
    }

    @Test
    @Timeout(60)
    void theSearchIsBoundedHoweverManyFiltersThereAre() {
        for (var count = 2; count < 16; count++) {
            guard.search(filters(count))
                    .waysIn()
                    .forEach(way -> assertTrue(way.left().possible() < DifferencingGuard.FEWEST_POSSIBLE));
        }
    }

    @Test
    void aMillionQuantitiesAreNotSearchedThrough() {
        var quantities = IntStream.range(0, 4_000)
                .mapToObj(i -> starters("o" + i, i % 50))
                .toList();
        var claims = IntStream.range(0, 800)
                .mapToObj(i ->
                        new Claim(THIS, "first " + (i + 1), Set.copyOf(quantities.subList(0, 5 * (i + 1))), Policy.HES))
                .toList();
        assertFalse(guard.search(new Knowledge(claims, List.of())).isSafe());
    }

    private static Knowledge filters(int count) {
        var random = new Random(7);
        var quantities = IntStream.range(0, 40)
                .mapToObj(i -> starters("o" + i, random.nextInt(60)))
                .toList();
        var claims = IntStream.range(0, count)
                .mapToObj(i -> new Claim(
                        i < count - 1 ? FIRST : THIS,
                        "filter " + i,
                        quantities.stream().filter(q -> random.nextInt(4) == 0).collect(Collectors.toSet()),
                        Policy.HES))
                .toList();
        return new Knowledge(claims, List.of());
    }
}
