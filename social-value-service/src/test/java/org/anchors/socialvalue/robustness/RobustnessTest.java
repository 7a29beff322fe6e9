package org.anchors.socialvalue.robustness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anchors.socialvalue.scoring.Bid;
import org.anchors.socialvalue.scoring.Criterion;
import org.anchors.socialvalue.scoring.Fraction;
import org.anchors.socialvalue.scoring.Mark;
import org.anchors.socialvalue.scoring.Methodology;
import org.anchors.socialvalue.scoring.Part;
import org.anchors.socialvalue.scoring.PriceFormula;
import org.anchors.socialvalue.scoring.Rounding;
import org.anchors.socialvalue.scoring.Scale;
import org.anchors.socialvalue.scoring.Valuation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an evaluation says of its own robustness, beside the score. */
class RobustnessTest {

    private static final PriceFormula LOWEST = new PriceFormula.LowestPriceRelative();

    @Test
    void findsTheFewestPointsThatEndTheLead() {
        var change = Objects.requireNonNull(
                Robustness.of(quality(List.of("60", "40"), bid("A", "100", "0"), bid("B", "20", "40")))
                        .smallestChange());
        // A: 60; B: 12 + 16 = 28; behind by 32; a point moved brings 0.8 + 0.4 = 1.2
        assertEquals("26.6667", change.points().toPlainString());
        assertEquals("B", change.bid());
        assertEquals("q2", change.to());
        assertEquals(
                List.of("q1"),
                change.from().stream().map(SmallestChange.Taken::criterion).toList());
    }

    /** The best source has only 10 points to give; the rest comes from the next one. */
    @Test
    void takesFromSeveralCriteriaWhereOneDoesNotHaveEnough() {
        var change = Objects.requireNonNull(
                Robustness.of(quality(List.of("10", "70", "20"), bid("A", "100", "80", "0"), bid("B", "0", "40", "90")))
                        .smallestChange());
        // behind by 10 + 28 - 18 = 20; q1 to q3: 1.9 a point, 10 points close 19; q2 to q3: 1.3 a point
        assertEquals("10.7693", change.points().toPlainString());
        assertEquals(
                List.of("q1", "q2"),
                change.from().stream().map(SmallestChange.Taken::criterion).toList());
        assertEquals("10.0000", change.from().getFirst().points().toPlainString());
    }

    @Test
    void saysThatNoWeightingEndsALeadInEverything() {
        var robustness = Robustness.of(quality(List.of("60", "40"), bid("A", "80", "80"), bid("B", "80", "70")));
        assertNull(robustness.smallestChange());
        assertEquals("A 100.00, B 0.00", shares(robustness));
    }

    /** The change that it names makes the winner lose its lead, and a little less does not. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theSmallestChangeIsWhereTheLeadEnds(long seed) {
        var random = new Random(seed);
        var bids = IntStream.range(0, 4)
                .mapToObj(i -> bid(
                        "B" + i,
                        random.ints(3, 0, 101).mapToObj(String::valueOf).toArray(String[]::new)))
                .toArray(Bid[]::new);
        var weights = List.of("50", "30", "20");
        var robustness = Robustness.of(quality(weights, bids));
        var change = robustness.smallestChange();
        if (change == null || change.to() == null) {
            return;
        }
        var more = moved(weights, change, new BigDecimal("0.001"));
        var less = moved(weights, change, new BigDecimal("-0.001"));
        assertNotEquals(robustness.winner(), exactly(more, bids).winner());
        assertEquals(robustness.winner(), exactly(less, bids).winner());
    }

    /** On one axis 0.8 t against 0.4 (1 - t): level at a third. */
    @Test
    void sharesOfTwoCriteriaAreExact() {
        var robustness = Robustness.of(quality(List.of("60", "40"), bid("A", "100", "0"), bid("B", "20", "40")));
        assertEquals(WinningShares.Method.EXACT, robustness.weightings().method());
        assertEquals("A 66.67, B 33.33", shares(robustness));
    }

    /** By symmetry a third each; D is ahead nowhere. */
    @Test
    void sharesOfThreeCriteriaAreExact() {
        var robustness = Robustness.of(quality(
                List.of("50", "30", "20"),
                bid("A", "90", "10", "10"),
                bid("B", "10", "90", "10"),
                bid("C", "10", "10", "90"),
                bid("D", "10", "10", "10")));
        assertEquals("A 33.33, B 33.33, C 33.33, D 0.00", shares(robustness));
    }

    /** A compromise is ahead in the middle: where all weights are below 1/2, a quarter of the triangle. */
    @Test
    void aCompromiseIsAheadInTheMiddle() {
        var robustness = Robustness.of(quality(
                List.of("50", "30", "20"),
                bid("A", "100", "0", "0"),
                bid("B", "0", "100", "0"),
                bid("C", "0", "0", "100"),
                bid("M", "50", "50", "50")));
        assertEquals("A 25.00, B 25.00, C 25.00, M 25.00", shares(robustness));
    }

    @Test
    void moreCriteriaAreSampledTheSameEachTimeWithinTheErrorThatIsStated() {
        var weights = List.of("25", "25", "25", "25");
        var contest = quality(
                weights,
                bid("A", "100", "0", "0", "0"),
                bid("B", "0", "100", "0", "0"),
                bid("C", "0", "0", "100", "0"),
                bid("D", "0", "0", "0", "100"));
        var sampled = Robustness.of(contest).weightings();
        assertEquals(WinningShares.Method.SAMPLED, sampled.method());
        assertEquals(8_192, sampled.points());
        assertEquals(sampled, Robustness.of(contest).weightings());
        for (var share : sampled.bids()) {
            var off = share.percent().subtract(new BigDecimal(25)).abs();
            assertTrue(share.standardError().signum() > 0, share::toString);
            assertTrue(
                    off.compareTo(share.standardError()
                                    .multiply(new BigDecimal(4))
                                    .add(new BigDecimal("0.01")))
                            <= 0,
                    share::toString);
        }
    }

    /** Under F3 a dear bid that cannot win makes the others' prices look alike. */
    @Test
    void tellsWhetherLeavingOutALosingBidChangesTheWinner() {
        var methodology = methodology(price("60", new PriceFormula.MinMax()), quality("q1", "40"));
        var robustness = Robustness.of(new Contest(
                methodology,
                Map.of(),
                List.of(priced("A", "100", "50"), priced("B", "110", "90"), priced("C", "200", "0"))));
        assertEquals("B", robustness.winner());
        assertEquals(
                List.of(new Robustness.WithoutBid("A", "B", false), new Robustness.WithoutBid("C", "A", true)),
                robustness.withoutBids());
    }

    @Test
    void triesEachFormulaThatTheMethodologyHasParametersFor() {
        var methodology = methodology(price("60", LOWEST), quality("q1", "40"));
        var formulas = Robustness.of(
                        new Contest(methodology, Map.of(), List.of(priced("A", "100", "50"), priced("B", "110", "90"))))
                .priceFormulas();
        assertEquals(
                "LOWEST_PRICE_RELATIVE B, MIN_MAX A, PRICE_PER_QUALITY_POINT B, VALUE_FOR_MONEY_INDEX B",
                formulas.stream()
                        .map(tried -> tried.formula() + " " + tried.winner())
                        .collect(Collectors.joining(", ")));
        var absolute =
                methodology(price("0", new PriceFormula.MonetisedQuality(new BigDecimal(30))), quality("q1", "100"));
        assertEquals(
                "LOWEST_PRICE_RELATIVE null, MIN_MAX null, PRICE_PER_QUALITY_POINT B, MONETISED_QUALITY B",
                Robustness.of(new Contest(
                                absolute, Map.of(), List.of(priced("A", "100", "50"), priced("B", "110", "90"))))
                        .priceFormulas()
                        .stream()
                        .map(tried -> tried.formula() + " " + tried.winner())
                        .collect(Collectors.joining(", ")));
    }

    /** 33.333 and 66.667 at 0.5 each: only rounding before the sum makes them differ. */
    @Test
    void tellsTheWinnerUnderEachStageOfRounding() {
        var parts = methodology(
                new Rounding(Rounding.Stage.FINAL_ONLY, 0, Rounding.Mode.HALF_UP),
                Stream.of("q1", "q2").map(key -> quality(key, "50")).toArray(Criterion[]::new));
        var robustness =
                Robustness.of(new Contest(parts, Map.of(), List.of(bid("A", "61", "61"), bid("B", "61", "62"))));
        // A 30.5 + 30.5 = 61, B 30.5 + 31 = 61.5 -> 62; by components A 31 + 31, B 31 + 31
        assertEquals(
                "FINAL_ONLY B, COMPONENT_THEN_SUM null, EVERY_STAGE null",
                robustness.roundings().stream()
                        .map(rounded -> rounded.stage() + " " + rounded.winner())
                        .collect(Collectors.joining(", ")));
    }

    /** P / Q, Q^(wQ/wC) / P and P - worth × Q order as the merits do. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void meritsOrderBidsAsTheAbsoluteFormulasDo(long seed) {
        var random = new Random(seed);
        var bids = IntStream.range(0, 5)
                .mapToObj(i -> priced(
                        "B" + i,
                        String.valueOf(100 + random.nextInt(50)),
                        String.valueOf(20 + random.nextInt(80)),
                        String.valueOf(20 + random.nextInt(80))))
                .toList();
        for (var methodology : List.of(
                methodology(
                        price("0", new PriceFormula.PricePerQualityPoint()), quality("q1", "70"), quality("q2", "30")),
                methodology(
                        price("0", new PriceFormula.MonetisedQuality(new BigDecimal(90))),
                        quality("q1", "70"),
                        quality("q2", "30")),
                methodology(
                        price("40", new PriceFormula.ValueForMoneyIndex(new BigDecimal(60), new BigDecimal(40))),
                        quality("q1", "40"),
                        quality("q2", "20")))) {
            var contest = new Contest(methodology, Map.of(), bids);
            var merits = contest.merits();
            var best = merits.bids().stream()
                    .max(Comparator.comparing(
                            bid -> IntStream.range(0, merits.criteria().size())
                                    .mapToObj(i -> bid.perPoint()
                                            .get(i)
                                            .times(merits.criteria().get(i).weight()))
                                    .reduce(Fraction.ZERO, Fraction::plus)))
                    .orElseThrow();
            assertEquals(contest.winner(), best.bid());
        }
    }

    @Test
    void saysLittleWhereNobodyIsEligible() {
        var robustness = Robustness.of(new Contest(methodology(quality("q1", "100")), Map.of(), List.of()));
        assertNull(robustness.winner());
        assertNull(robustness.smallestChange());
        assertEquals(List.of(), robustness.weightings().bids());
    }

    @Test
    void tellsWhichEvaluatorDecides() {
        var contest = quality(List.of("100"), bid("A", "50"), bid("B", "60"));
        var panel = Evaluators.of(
                contest,
                List.of(
                        given("one", "A", "100"), given("one", "B", "0"),
                        given("two", "A", "50"), given("two", "B", "75"),
                        given("three", "A", "50"), given("three", "B", "75")));
        assertEquals("A", panel.winnerByMeans());
        assertEquals(
                List.of(
                        new Evaluators.WithoutEvaluator("one", "B", true),
                        new Evaluators.WithoutEvaluator("three", "A", false),
                        new Evaluators.WithoutEvaluator("two", "A", false)),
                panel.withoutEvaluators());
    }

    /** What was agreed on can be scored, and stays so whatever one of the evaluators gave alone. */
    @Test
    void namesNobodyWhereTheFormulaIsNotDefinedWithoutAnEvaluator() {
        var contest = new Contest(
                methodology(price("0", new PriceFormula.PricePerQualityPoint()), quality("q1", "100")),
                Map.of(),
                List.of(priced("A", "100", "10")));
        var panel = Evaluators.of(contest, List.of(given("one", "A", "0"), given("two", "A", "20")));
        assertEquals("A", panel.winnerByMeans());
        assertEquals(
                List.of(
                        new Evaluators.WithoutEvaluator("one", "A", false),
                        new Evaluators.WithoutEvaluator("two", null, true)),
                panel.withoutEvaluators());
    }

    private static Evaluators.Given given(String evaluator, String bid, String mark) {
        return new Evaluators.Given(evaluator, bid, "q1", new BigDecimal(mark));
    }

    private static Contest exactly(List<String> weights, Bid... bids) {
        var contest = quality(weights, bids);
        return contest.with(
                contest.methodology().rounded(new Rounding(Rounding.Stage.FINAL_ONLY, 10, Rounding.Mode.HALF_UP)));
    }

    /** A change with a little more or less of it taken from its last source. */
    private static List<String> moved(List<String> weights, SmallestChange change, BigDecimal more) {
        var moved = weights.stream().map(BigDecimal::new).toArray(BigDecimal[]::new);
        for (var taken : change.from()) {
            var points = taken.equals(change.from().getLast()) ? taken.points().add(more) : taken.points();
            var source = index(taken.criterion());
            var target = index(Objects.requireNonNull(change.to()));
            moved[source] = moved[source].subtract(points);
            moved[target] = moved[target].add(points);
        }
        return Arrays.stream(moved).map(BigDecimal::toPlainString).toList();
    }

    private static int index(String criterion) {
        return Integer.parseInt(criterion.substring(1)) - 1;
    }

    private static String shares(Robustness robustness) {
        return robustness.weightings().bids().stream()
                .map(share -> share.bid() + " " + share.percent())
                .collect(Collectors.joining(", "));
    }

    private static Contest quality(List<String> weights, Bid... bids) {
        var criteria = IntStream.range(0, weights.size())
                .mapToObj(i -> quality("q" + (i + 1), weights.get(i)))
                .toArray(Criterion[]::new);
        return new Contest(methodology(criteria), Map.of(), List.of(bids));
    }

    private static Methodology methodology(Criterion... criteria) {
        return methodology(new Rounding(Rounding.Stage.FINAL_ONLY, 2, Rounding.Mode.HALF_UP), criteria);
    }

    private static Methodology methodology(Rounding rounding, Criterion... criteria) {
        return new Methodology(
                new BigDecimal(100),
                List.of(criteria),
                List.of(),
                new Scale.Percentages(),
                rounding,
                List.of(),
                new Methodology.Terms(new BigDecimal(1_000), Valuation.GROSS));
    }

    private static Criterion price(String weight, PriceFormula formula) {
        return new Criterion.Price("price", null, new BigDecimal(weight), formula);
    }

    private static Criterion quality(String key, String weight) {
        return new Criterion.Quality(new Part(key, null, new BigDecimal(weight), null, List.of()));
    }

    private static Bid bid(String key, String... marks) {
        return bid(key, null, marks);
    }

    private static Bid priced(String key, String price, String... marks) {
        return bid(key, new BigDecimal(price), marks);
    }

    private static Bid bid(String key, @Nullable BigDecimal price, String... marks) {
        return new Bid(
                key,
                null,
                price,
                null,
                Map.of(),
                IntStream.range(0, marks.length)
                        .boxed()
                        .collect(Collectors.toMap(
                                i -> "q" + (i + 1), i -> new Mark(marks[i], new BigDecimal(marks[i]), null))),
                List.of());
    }
}
