package org.anchors.socialvalue.opendata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.anchors.socialvalue.scoring.Criterion;
import org.anchors.socialvalue.scoring.Methodology;
import org.anchors.socialvalue.scoring.Part;
import org.anchors.socialvalue.scoring.PriceFormula;
import org.anchors.socialvalue.scoring.QuantitativeMethod;
import org.anchors.socialvalue.scoring.Rounding;
import org.anchors.socialvalue.scoring.Scale;
import org.anchors.socialvalue.scoring.SocialValueMethod;
import org.anchors.socialvalue.scoring.Valuation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwardCriteriaTest {

    private static final Criterion PRICE =
            new Criterion.Price("price", "Price", new BigDecimal(40), new PriceFormula.LowestPriceRelative());

    @Test
    void breaksWeightsDownToTheQuestions() {
        var technical = part("technical", "50", null, part("method", "60", "33"), part("start", "40", null));
        var criteria = AwardCriteria.of(
                methodology(PRICE, new Criterion.Quality(technical), socialValue("10", blended("0.25"))));
        assertEquals(
                List.of(
                        "Price: 40",
                        "technical / method: 30",
                        "technical / method at least 33",
                        "technical / start: 20",
                        "social / work: 7.5",
                        "social: 2.5"),
                inWords(criteria));
        assertEquals(0, new BigDecimal(100).compareTo(sumOf(criteria)));
        assertNull(criteria.weightingDescription());
    }

    @Test
    void countsCommitmentsAsOneWhereNobodyMarksThem() {
        var criteria = AwardCriteria.of(methodology(
                new Criterion.Quality(part("technical", "50", null)),
                PRICE,
                socialValue("10", new SocialValueMethod.Quantitative(new QuantitativeMethod.ShareOfContract()))));
        assertEquals(List.of("technical: 50", "Price: 40", "social: 10"), inWords(criteria));
    }

    @Test
    void describesWhatIsNoSumOfMarks() {
        var free = new Criterion.Price("price", "Price", BigDecimal.ZERO, new PriceFormula.PricePerQualityPoint());
        var criteria = AwardCriteria.of(methodology(free, new Criterion.Quality(part("technical", "100", null))));
        assertEquals(List.of("technical: 100"), inWords(criteria));
        assertNotNull(criteria.weightingDescription());
    }

    @Test
    void namesWhatDecidesAllLots() {
        var quality = methodology(new Criterion.Quality(part("technical", "100", null)));
        var price = methodology(
                new Criterion.Price("price", null, new BigDecimal(100), new PriceFormula.LowestPriceRelative()));
        assertEquals("qualityOnly", AwardCriteria.code(Stream.of(quality, quality)));
        assertEquals("priceOnly", AwardCriteria.code(Stream.of(price)));
        assertEquals("ratedCriteria", AwardCriteria.code(Stream.of(price, quality)));
    }

    private static Methodology methodology(Criterion... criteria) {
        return new Methodology(
                new BigDecimal(100),
                List.of(criteria),
                List.of(),
                new Scale.Percentages(),
                new Rounding(Rounding.Stage.FINAL_ONLY, 2, Rounding.Mode.HALF_UP),
                List.of(),
                new Methodology.Terms(BigDecimal.TEN, Valuation.GROSS));
    }

    private static Part part(String key, String weight, @Nullable String passMark, Part... parts) {
        return new Part(
                key, null, new BigDecimal(weight), passMark == null ? null : new BigDecimal(passMark), List.of(parts));
    }

    private static Criterion socialValue(String weight, SocialValueMethod method) {
        return new Criterion.SocialValue(part("social", weight, null, part("work", "100", null)), method);
    }

    private static SocialValueMethod blended(String share) {
        return new SocialValueMethod.Blended(new BigDecimal(share), new QuantitativeMethod.RelativeToHighest());
    }

    private static List<String> inWords(AwardCriteria criteria) {
        return criteria.criteria().stream()
                .flatMap(line -> line.numbers().stream()
                        .map(number -> (number.weight() == null ? "%s at least %s" : "%s: %s")
                                .formatted(
                                        line.name(),
                                        number.number().stripTrailingZeros().toPlainString())))
                .toList();
    }

    private static BigDecimal sumOf(AwardCriteria criteria) {
        return criteria.criteria().stream()
                .flatMap(line -> line.numbers().stream())
                .filter(number -> Objects.nonNull(number.weight()))
                .map(AwardCriteria.Figure::number)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
