package org.anchors.socialvalue.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Issue "Social value", what must hold: the published worked examples, read from their file, to the hundredth. */
class WorkedExamplesTest {

    private static final JsonNode FILE = read();

    @Test
    void knowsEveryExampleOfTheFile() {
        assertEquals(
                List.of(
                        "framework-further-competition-60-40",
                        "price-share-lowest-price",
                        "points-out-of-200",
                        "discounting-green-book",
                        "monetised-quality",
                        "community-services-contract"),
                all(FILE.path("examples"))
                        .map(example -> example.path("id").asText())
                        .toList());
    }

    /** Crown Commercial Service: sections of a technical criterion, shown rounded and not carried on rounded. */
    @Test
    void frameworkFurtherCompetition() {
        var example = example("framework-further-competition-60-40");
        var sections = all(example.path("sections")).toList();
        var weights = example.path("weights");
        var technical = Given.quality(
                "technical",
                weights.path("technical").asText(),
                IntStream.range(0, sections.size())
                        .mapToObj(i -> section(i, sections.get(i)))
                        .toArray(Part[]::new));
        var methodology = Given.usual()
                .methodology(
                        technical, Given.price(weights.path("price").asText(), new PriceFormula.LowestPriceRelative()));
        var bids = all(example.path("bids")).toList();
        var evaluation = Scoring.evaluate(
                methodology,
                Map.of(),
                bids.stream().map(WorkedExamplesTest::frameworkBid).toList());
        for (var expected : bids) {
            sees(expected, evaluation);
        }
    }

    private static void sees(JsonNode expected, Evaluation evaluation) {
        var bid = expected.path("bid").asText();
        var technical = Given.on(evaluation, bid, "technical");
        var price = Given.on(evaluation, bid, "price");
        var sections = all(expected.path("sections_expected"))
                .map(JsonNode::decimalValue)
                .toList();
        for (var i = 0; i < sections.size(); i++) {
            same(sections.get(i), Given.marks(technical.parts().get(i)));
        }
        same(expected.path("technical").decimalValue(), Given.score(technical));
        same(expected.path("technical_weighted").decimalValue(), Given.marks(technical));
        same(expected.path("price_score").decimalValue(), Given.score(price));
        same(expected.path("price_weighted").decimalValue(), Given.marks(price));
        same(
                expected.path("total").decimalValue(),
                Given.result(evaluation, bid).total());
        assertEquals(expected.path("rank").asInt(), rankOf(bid, evaluation));
    }

    @Test
    void priceShareOfTheLowestPrice() {
        var example = example("price-share-lowest-price");
        var prices = all(example.path("prices")).toList();
        var bids = IntStream.range(0, prices.size())
                .mapToObj(i -> Given.bid("bid-" + i, prices.get(i).asText()))
                .toList();
        var methodology = Given.usual().methodology(Given.price("100", new PriceFormula.LowestPriceRelative()));
        var evaluation = Scoring.evaluate(methodology, Map.of(), bids);
        for (var i = 0; i < prices.size(); i++) {
            var share = Given.result(evaluation, "bid-" + i)
                    .total()
                    .movePointLeft(2)
                    .setScale(3, RoundingMode.HALF_UP);
            same(example.path("share_expected").get(i).decimalValue(), share);
        }
    }

    @Test
    void pointsOutOf200() {
        var example = example("points-out-of-200");
        var maximum = example.path("maximum_points");
        var questions = List.of("q1", "q2", "q3");
        var criteria = new ArrayList<Criterion>();
        questions.forEach(question ->
                criteria.add(Given.quality(question, maximum.path(question).asText())));
        criteria.add(Given.price(maximum.path("price").asText(), new PriceFormula.LowestPriceRelative()));
        var methodology = Given.usual().outOf(200).methodology(criteria.toArray(Criterion[]::new));
        var bids = all(example.path("bids")).toList();
        var evaluation = Scoring.evaluate(
                methodology,
                Map.of(),
                bids.stream().map(bid -> pointsBid(bid, questions, maximum)).toList());
        for (var expected : bids) {
            var bid = expected.path("bid").asText();
            same(expected.path("price_points").decimalValue(), Given.marks(Given.on(evaluation, bid, "price")));
            same(
                    expected.path("total").decimalValue(),
                    Given.result(evaluation, bid).total());
            assertEquals(expected.path("rank").asInt(), rankOf(bid, evaluation));
        }
    }

    @Test
    void discountingOfTheGreenBook() {
        for (var stream : example("discounting-green-book").path("streams")) {
            var flows =
                    all(stream.path("flows_gbp_m")).map(JsonNode::decimalValue).toList();
            same(
                    stream.path("net_present_value_gbp_m").decimalValue(),
                    presentValue(flows).rounded(2, RoundingMode.HALF_UP));
        }
    }

    /** Of what flows in each year, the first at full value. */
    private static Fraction presentValue(List<BigDecimal> flows) {
        return IntStream.range(0, flows.size())
                .mapToObj(year -> Fraction.of(flows.get(year), Discount.GREEN_BOOK.divisor(year)))
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    @Test
    void monetisedQuality() {
        var example = example("monetised-quality");
        var formula =
                new PriceFormula.MonetisedQuality(example.path("quality_worth").decimalValue());
        var methodology = Given.usual().methodology(Given.price("0", formula), Given.quality("q", "100"));
        var evaluation = Given.evaluate(
                methodology,
                Given.bid(
                        "A",
                        example.path("price").asText(),
                        "q",
                        example.path("quality_percent").asText()));
        same(
                example.path("evaluated_price").decimalValue(),
                Given.result(evaluation, "A").total());
    }

    /** The published value is reached by one commitment of just that. */
    @Test
    void communityServicesContract() {
        var example = example("community-services-contract");
        var value = example.path("slev_at_least").decimalValue();
        var methodology = Given.usual()
                .contractValue(example.path("contract_value").decimalValue())
                .methodology(Given.socialValue(
                        "100", new SocialValueMethod.Quantitative(new QuantitativeMethod.ShareOfContract())));
        var bid = Given.committing(Given.bid("A", "1"), Given.commitment("POUND", value.toPlainString(), 1));
        var evaluation = Scoring.evaluate(
                methodology, Map.of("POUND", new Measure("POUND", BigDecimal.ONE, Set.of())), List.of(bid));
        same(example.path("slev_share_percent").decimalValue(), Given.score(Given.on(evaluation, "A", "social-value")));
    }

    private static Part section(int section, JsonNode said) {
        var questions = all(said.path("questions")).toList();
        var parts = IntStream.range(0, questions.size())
                .mapToObj(i -> Given.part(question(section, i), questions.get(i).asText()))
                .toArray(Part[]::new);
        return Given.part("section-" + section, said.path("weight").asText(), parts);
    }

    private static Bid frameworkBid(JsonNode said) {
        var marks = new ArrayList<String>();
        for (var section = 0; section < said.path("marks").size(); section++) {
            for (var i = 0; i < said.path("marks").get(section).size(); i++) {
                marks.add(question(section, i));
                marks.add(said.path("marks").get(section).get(i).asText());
            }
        }
        return Given.bid(said.path("bid").asText(), said.path("price").asText(), marks.toArray(String[]::new));
    }

    /** Points of a maximum as a mark of 100, with more places than the hundredth of a mark needs. */
    private static Bid pointsBid(JsonNode said, List<String> questions, JsonNode maximum) {
        var marks = new HashMap<String, Mark>();
        for (var i = 0; i < questions.size(); i++) {
            var points = said.path("points").get(i).decimalValue();
            var of100 = points.multiply(Scale.HUNDRED)
                    .divide(maximum.path(questions.get(i)).decimalValue(), 10, RoundingMode.HALF_UP);
            marks.put(questions.get(i), new Mark(points.toPlainString(), of100, null));
        }
        return new Bid(
                said.path("bid").asText(), null, said.path("price").decimalValue(), null, Map.of(), marks, List.of());
    }

    private static String question(int section, int question) {
        return "question-%d-%d".formatted(section, question);
    }

    private static int rankOf(String bid, Evaluation evaluation) {
        return evaluation.ranking().stream()
                .filter(ranked -> ranked.bid().equals(bid))
                .findFirst()
                .orElseThrow()
                .rank();
    }

    private static void same(BigDecimal expected, BigDecimal given) {
        assertTrue(expected.compareTo(given) == 0, () -> "%s instead of %s".formatted(given, expected));
    }

    private static Stream<JsonNode> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static JsonNode example(String id) {
        return all(FILE.path("examples"))
                .filter(example -> example.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode read() {
        try (InputStream file = Objects.requireNonNull(WorkedExamplesTest.class.getResourceAsStream("/scoring.json"))) {
            return new ObjectMapper()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(file);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
