package org.anchors.socialvalue.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** scoring.md, "The result": for each bid and criterion it shows how it was assessed; what has no rank is not held against others. */
class UnrankedMarksTest {

    private static final Criterion QUALITY = new Criterion.Quality(
            Given.part("quality", "50", Given.part("q1", "60"), Given.withPassMark("q2", "40", "33")));
    private static final Criterion PRICE = Given.price("40", new PriceFormula.LowestPriceRelative());
    private static final SocialValueMethod RELATIVE =
            new SocialValueMethod.Blended(new BigDecimal("0.5"), new QuantitativeMethod.RelativeToHighest());
    private static final SocialValueMethod AGAINST_TARGET = new SocialValueMethod.Blended(
            new BigDecimal("0.5"), new QuantitativeMethod.AgainstTarget(new BigDecimal("0.1")));

    private static final Bid BELOW =
            Given.committing(Given.bid("B", "5", "q1", "100", "q2", "20", "sv", "50"), Given.commitment("JOB", "2", 1));

    private static List<Assessed> of(Evaluation evaluation) {
        return Objects.requireNonNull(evaluation.ineligible().getFirst().criteria());
    }

    private static Evaluation evaluated(Bid bid, Criterion price, SocialValueMethod method) {
        return Given.evaluate(
                Given.usual()
                        .gates("plan")
                        .methodology(price, QUALITY, Given.socialValue("10", method, Given.part("sv", "100"))),
                Given.passing(Given.bid("A", "4", "q1", "50", "q2", "50", "sv", "50"), Map.of("plan", true)),
                bid);
    }

    private static Bid passing(Bid bid) {
        return Given.passing(bid, Map.of("plan", true));
    }

    @Test
    void aBidBelowAPassMarkHasItsMarksWithWorkingLikeAnyOther() {
        var criteria = of(evaluated(passing(BELOW), PRICE, AGAINST_TARGET));
        assertEquals(
                List.of("price", "quality", "social-value"),
                criteria.stream().map(Assessed::key).toList());
        var quality = criteria.get(1);
        assertEquals(new BigDecimal("34.00"), quality.given());
        assertEquals("60 + 8 = 68; 50 × 68 / 100 = 34", quality.working());
        assertEquals(
                "marked 20 of 100; 40 × 20 / 100 = 8", quality.parts().getLast().working());
        var socialValue = criteria.getLast();
        assertEquals(new BigDecimal("4.50"), socialValue.given());
        assertEquals(
                new BigDecimal("40000.00"),
                Objects.requireNonNull(socialValue.commitments()).value());
    }

    @Test
    void isNotHeldAgainstOtherBids() {
        var criteria = of(evaluated(passing(BELOW), PRICE, RELATIVE));
        for (var compared : List.of(criteria.getFirst(), criteria.getLast())) {
            assertNull(compared.given(), compared::toString);
            assertNull(compared.score(), compared::toString);
        }
        assertEquals(new BigDecimal("40"), criteria.getFirst().available());
        assertEquals(
                "not held against other bids, for this one is not eligible",
                criteria.getFirst().working());
        var socialValue = criteria.getLast();
        assertEquals(
                new BigDecimal("100.00"),
                new BigDecimal("2").multiply(Given.marks(socialValue.parts().getFirst())));
        assertEquals(
                new BigDecimal("40000.00"),
                Objects.requireNonNull(socialValue.commitments()).value());
    }

    /** Bounds that were fixed beforehand are nobody's price. */
    @Test
    void hasPriceMarksWhereTheseFollowFromItsOwnPrice() {
        var fixed = Given.price("40", new PriceFormula.LinearFixedBounds(BigDecimal.ONE, new BigDecimal("9")));
        assertEquals(
                new BigDecimal("20.00"),
                of(evaluated(passing(BELOW), fixed, RELATIVE)).getFirst().given());
    }

    @Test
    void aBidThatFailedAGateHasTheMarksThatItWasGiven() {
        var failed = Given.passing(Given.bid("B", "5", "q1", "50"), Map.of("plan", false));
        var criteria = of(evaluated(failed, PRICE, AGAINST_TARGET));
        var quality = criteria.get(1);
        assertNull(quality.given());
        assertEquals("not added up, for not all of it was marked", quality.working());
        assertEquals(new BigDecimal("30.00"), quality.parts().getFirst().given());
        assertNull(quality.parts().getLast().given());
        assertEquals("not marked", quality.parts().getLast().working());
        assertNull(criteria.getLast().given());
    }
}
