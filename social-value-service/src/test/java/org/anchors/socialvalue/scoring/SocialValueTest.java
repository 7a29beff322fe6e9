package org.anchors.socialvalue.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** scoring.md, "Quantitative social value" and the parts of a methodology on social value. */
class SocialValueTest {

    private static final SocialValueMethod RELATIVE =
            new SocialValueMethod.Quantitative(new QuantitativeMethod.RelativeToHighest());

    @Test
    void isTheSumOfQuantityTimesProxyValueOverTheYears() {
        var offer = offer(Valuation.GROSS, Given.commitment("JOB", "1.5", 2), Given.commitment("APPRENTICE", "3", 1));
        assertEquals("45000.00", offer.value().toPlainString());
        assertEquals(List.of("3 × 5000 = 15000", "1.5 × 20000 = 30000"), workings(offer));
    }

    @Test
    void isNetOfWhatWouldHaveHappenedAnyway() {
        var offer = offer(net("0.2", "0.25", "0.1", "0", false), Given.commitment("JOB", "1", 1));
        assertEquals("10800.00", offer.value().toPlainString());
        assertEquals(List.of("1 × 20000 × (1 - 0.2) × (1 - 0.25) × (1 - 0.1) = 10800"), workings(offer));
    }

    @Test
    void fadesAndIsDiscountedYearByYear() {
        var offer = offer(
                net("0", "0", "0", "0.1", true),
                Given.commitment("JOB", "1", 1),
                Given.commitment("JOB", "1", 2),
                Given.commitment("JOB", "1", 3));
        // 20000, 18000 / 1.035, 16200 / 1.071225
        assertEquals(
                List.of("20000.00", "17391.30", "15122.87"),
                offer.lines().stream().map(line -> String.valueOf(line.value())).toList());
        assertEquals("52514.18", offer.value().toPlainString());
        assertEquals(
                "1 × 20000 × (1 - 0.1)^2 / 1.035^2 ≈ 15122.8733459357",
                offer.lines().getLast().working());
    }

    @Test
    void discountsRiskToLifeAtItsOwnRate() {
        var none = BigDecimal.ZERO;
        var valuation = new Valuation(none, none, none, none, true, Set.of("JOB"), Map.of());
        var offer = offer(valuation, Given.commitment("JOB", "1", 2), Given.commitment("APPRENTICE", "4", 2));
        assertEquals(
                List.of("4 × 5000 / 1.035^1 ≈ 19323.6714975845", "1 × 20000 / 1.015^1 ≈ 19704.4334975369"),
                workings(offer));
    }

    @Test
    void multipliesWhatCarriesAMultiplierByTheCataloguesUnlessTheMethodologySaysOtherwise() {
        var none = BigDecimal.ZERO;
        var spend = new Measure("SPEND", BigDecimal.ONE, Set.of(), new BigDecimal("1.76"), false, Labour.NONE);
        var life = new Measure("LIFE", new BigDecimal(20_000), Set.of(), null, true, Labour.NONE);
        var catalogue = Map.of("SPEND", spend, "LIFE", life);
        var commitments = List.of(Given.commitment("SPEND", "100", 1), Given.commitment("LIFE", "1", 2));
        var silent = new Valuation(none, none, none, none, true, Set.of(), Map.of());
        assertEquals(
                List.of("1 × 20000 / 1.015^1 ≈ 19704.4334975369", "100 × 1 × 1.76 = 176"),
                workings(offer(silent, catalogue, commitments)));
        var other = new Valuation(none, none, none, none, false, Set.of(), Map.of("SPEND", BigDecimal.ONE));
        assertEquals(List.of("1 × 20000 = 20000", "100 × 1 = 100"), workings(offer(other, catalogue, commitments)));
    }

    @Test
    void recordsWhatHasNoValue() {
        var offer = offer(
                Valuation.GROSS,
                Given.commitment("TREES", "500", 1),
                new Commitment("JOB", null, 1, null, Commitment.Standing.GOOD));
        assertEquals("0.00", offer.value().toPlainString());
        assertEquals(List.of("recorded, not valued", "recorded, not valued"), workings(offer));
        assertNull(offer.lines().getFirst().value());
    }

    @ParameterizedTest
    @CsvSource({
        "false, true, true, 'does not count: not local to the place named'",
        "true, false, true, 'does not count: not specific to this contract'",
        "true, true, false, 'does not count: not additional to the core specification'",
        "false, false, true, 'does not count: not local to the place named, not specific to this contract'",
    })
    void countsOnlyWhatIsLocalSpecificAndAdditional(
            boolean local, boolean specific, boolean additional, String working) {
        var standing = new Commitment.Standing(local, specific, additional, null);
        var offer =
                offer(Valuation.GROSS, new Commitment("JOB", new Quantity.Counted(BigDecimal.ONE), 1, null, standing));
        assertEquals(BigDecimal.ZERO.setScale(2), offer.value());
        assertEquals(List.of(working), workings(offer));
    }

    @Test
    void countsPostsProRata() {
        var posts = new Quantity.Posts(
                new BigDecimal(2), new BigDecimal("18.75"), new BigDecimal("37.5"), new BigDecimal(26));
        var offer = offer(Valuation.GROSS, new Commitment("JOB", posts, 1, null, Commitment.Standing.GOOD));
        assertEquals("10000.00", offer.value().toPlainString());
        assertEquals(List.of("(2 people × 18.75 / 37.5 hours × 26 / 52 weeks) × 20000 = 10000"), workings(offer));
    }

    @Test
    void countsHoursAsLengthOfTheSessionsTimesAttendees() {
        var sessions = new Quantity.Sessions(new BigDecimal(6), new BigDecimal("1.5"), new BigDecimal(12));
        assertEquals("108", Figures.plain(sessions.amount()));
    }

    @ParameterizedTest
    @CsvSource({"40000, 100", "20000, 50", "0, 0"})
    void relatesToTheHighestOffer(String offered, String score) {
        assertEquals(score, scored(new QuantitativeMethod.RelativeToHighest(), offered, "40000"));
    }

    @Test
    void givesNobodyMarksWhereNobodyOffersAnything() {
        var evaluation = Given.evaluate(
                Given.usual().methodology(Given.socialValue("100", RELATIVE)),
                Given.bid("A", "1"),
                Given.committing(Given.bid("B", "1"), Given.commitment("TREES", "9", 1)));
        assertEquals("0.00", Given.result(evaluation, "A").total().toPlainString());
        assertEquals("0.00", Given.result(evaluation, "B").total().toPlainString());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "100000, 50", "200000, 100", "200001, 100", "900000, 100"})
    void measuresAgainstATarget(String offered, String score) {
        assertEquals(score, scored(new QuantitativeMethod.AgainstTarget(new BigDecimal("0.2")), offered, "900000"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "123450, 12.345", "1000000, 100", "1000001, 100"})
    void measuresAsAShareOfTheContract(String offered, String score) {
        assertEquals(score, scored(new QuantitativeMethod.ShareOfContract(), offered, "900000"));
    }

    @Test
    void refusesATargetOfNothing() {
        assertThrows(IllegalArgumentException.class, () -> new QuantitativeMethod.AgainstTarget(BigDecimal.ZERO));
    }

    /** 0.25 × 50 + 0.75 × 80 = 72.5 of 100, of a weight of 20. */
    @Test
    void blendsWhatIsCountedWithWhatIsMarked() {
        var blended = new SocialValueMethod.Blended(new BigDecimal("0.25"), new QuantitativeMethod.RelativeToHighest());
        var methodology = Given.usual()
                .methodology(
                        Given.quality("q", "80"),
                        Given.socialValue("20", blended, Given.part("sv1", "60"), Given.part("sv2", "40")));
        var evaluation = Given.evaluate(
                methodology,
                Given.committing(
                        Given.bid("A", "1", "q", "0", "sv1", "80", "sv2", "80"), Given.commitment("JOB", "1", 1)),
                Given.committing(
                        Given.bid("B", "1", "q", "0", "sv1", "0", "sv2", "0"), Given.commitment("JOB", "2", 1)));
        var marks = Given.on(evaluation, "A", "social-value");
        assertEquals("14.50", Given.marks(marks).toPlainString());
        assertEquals("72.50", Given.score(marks).toPlainString());
        assertEquals(
                "counted: 100 × 20000 / 40000 = 50; marked: 48 + 32 = 80; 0.25 × 50 + 0.75 × 80 = 72.5; "
                        + "20 × 72.5 / 100 = 14.5",
                marks.working());
        assertEquals(2, marks.parts().size());
        assertEquals(
                "5.00", Given.marks(Given.on(evaluation, "B", "social-value")).toPlainString());
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "-0.1", "1.1"})
    void refusesABlendOfOnlyOne(BigDecimal share) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new SocialValueMethod.Blended(share, new QuantitativeMethod.ShareOfContract()));
    }

    private static String scored(QuantitativeMethod method, String offered, String highest) {
        return Figures.plain(method.score(new BigDecimal(offered), new BigDecimal(highest), Given.CONTRACT_VALUE)
                .score());
    }

    private static Valuation net(
            String deadweight, String attribution, String displacement, String dropOff, boolean discounted) {
        return new Valuation(
                new BigDecimal(deadweight),
                new BigDecimal(attribution),
                new BigDecimal(displacement),
                new BigDecimal(dropOff),
                discounted,
                Set.of(),
                Map.of());
    }

    private static Offer offer(Valuation valuation, Commitment... commitments) {
        return offer(valuation, Given.CATALOGUE, List.of(commitments));
    }

    private static Offer offer(Valuation valuation, Map<String, Measure> catalogue, List<Commitment> commitments) {
        var methodology = Given.usual().valuation(valuation).methodology(Given.socialValue("100", RELATIVE));
        return new Valuer(catalogue, methodology)
                .entry(Given.committing(Given.bid("A", "1"), commitments.toArray(Commitment[]::new)))
                .offer();
    }

    private static List<String> workings(Offer offer) {
        return offer.lines().stream().map(Offer.Line::working).toList();
    }
}
