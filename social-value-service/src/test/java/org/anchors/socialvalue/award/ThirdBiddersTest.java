package org.anchors.socialvalue.award;

import static org.anchors.socialvalue.marking.Marking.agree;
import static org.anchors.socialvalue.marking.Marking.agreed;
import static org.anchors.socialvalue.marking.Marking.bids;
import static org.anchors.socialvalue.procurement.Tender.as;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.anchors.kit.testing.Engines;
import org.anchors.socialvalue.bid.Lodged;
import org.anchors.socialvalue.evaluation.Example;
import org.anchors.socialvalue.marking.Marking;
import org.anchors.socialvalue.procurement.Tender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/decisions/0019: a summary tells a bidder of its own bid and the winner's; of a third bidder's, no more than marks have to. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class ThirdBiddersTest {

    private static final BigDecimal THIRD_PRICE = new BigDecimal("1987654.32");
    private static final BigDecimal ACMES_PRICE = new BigDecimal("2170000");
    private static final BigDecimal BETAS_PRICE = new BigDecimal("2320000");
    private static final BigDecimal WEIGHT = new BigDecimal(40);
    private static final String OFFER = "[{\"measure\": \"M1\", \"quantity\": 11.2233, \"year\": 1}]";

    /** What two places of 40 marks leave open at these prices; more places would leave less. */
    private static final BigDecimal OPEN = new BigDecimal(400);

    @Inject
    DataSource database;

    /** Beta won; the lowest price and the highest offer are a third bidder's. */
    private record Race(Tender tender, String acme, String beta, String third) {

        String summary(String reader) {
            return as(Tender.BUYER).get(tender.at("summaries/" + reader)).asString();
        }
    }

    private Race awarded(String stage, int places) {
        var example = Example.ofToday()
                .with("/methodology/rounding", "{\"stage\": \"%s\", \"places\": %d}".formatted(stage, places));
        var tender = Tender.published(Tender.body(Instant.now().plusSeconds(600), example))
                .appoint("evaluator-one");
        var acme = Lodged.reference(tender, Lodged.body("Acme", ACMES_PRICE.toPlainString()));
        var beta = Lodged.reference(tender, Lodged.body("Beta", BETAS_PRICE.toPlainString()));
        var third = Lodged.reference(tender, Lodged.body("Thirdparty", THIRD_PRICE.toPlainString(), OFFER));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, acme, beta, third);
        agree(tender, bids(agreed(acme, 50, 50, 50, 50), agreed(beta, 100, 100, 100, 100), agreed(third, 0, 40, 0, 0)));
        tender.step("consensus").then().statusCode(200);
        tender.step("evaluation").then().body("lots[0].winner", is(beta));
        tender.step(Tender.BUYER, "award", "{\"lots\": [{\"lot\": \"whole\", \"bid\": \"%s\"}]}".formatted(beta))
                .then()
                .statusCode(200);
        return new Race(tender, acme, beta, third);
    }

    /** Neither the loser nor the winner learns them. */
    @Test
    void showsNoBidderTheFiguresOfAThird() {
        var race = awarded("FINAL_ONLY", 2);
        for (var reader : List.of(race.acme(), race.beta())) {
            var summary = race.summary(reader);
            for (var secret : List.of("1987654.32", "224466", "Thirdparty", race.third())) {
                assertFalse(summary.contains(secret), () -> secret + " stands in " + summary);
            }
            assertTrue(summary.contains("scored against a figure of another bidder, which is not shown"), summary);
        }
        var own = race.summary(race.third());
        assertTrue(own.contains("100 × 1987654.32 / 1987654.32"), own);
        assertFalse(own.contains("Acme") || own.contains("2170000"), own);
    }

    /** Also where the methodology rounds marks to more places than bidders are told. */
    @ParameterizedTest
    @CsvSource({"FINAL_ONLY, 2", "FINAL_ONLY, 6", "COMPONENT_THEN_SUM, 6", "EVERY_STAGE, 6"})
    void letsNobodyWorkOutTheThirdPriceFromAllFiguresOfASummary(String stage, int places)
            throws JsonProcessingException {
        var race = awarded(stage, places);
        for (var reader : List.of(race.acme(), race.beta())) {
            var summary = race.summary(reader);
            var span = solver().solve(summary, json(summary), THIRD_PRICE);
            assertTrue(span.width().compareTo(OPEN) > 0, () -> span + " follows from " + summary);
        }
    }

    /** Or the test before this one would promise nothing. */
    @Test
    void theSolverFindsThePriceWhereAnExactScoreOrAnExactTotalIsTold() throws JsonProcessingException {
        var score = "{\"bid\": {\"criteria\": [{\"key\": \"price\", \"score\": 91.596973}]}}";
        assertFound(score);
        var total = """
                {"bid": {"total": 64.13878931, "criteria": [{"key": "price", "given": 36.64},
                  {"key": "technical", "given": 25.000000}, {"key": "social-value", "given": 2.500000}]}}""";
        assertFound(total);
    }

    private static void assertFound(String summary) throws JsonProcessingException {
        var span = solver().solve(summary, json(summary), THIRD_PRICE);
        assertTrue(span.width().compareTo(BigDecimal.ONE) < 0, span::toString);
    }

    private static PriceSolver solver() {
        return new PriceSolver(List.of(ACMES_PRICE, BETAS_PRICE), WEIGHT);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return Example.JSON.readTree(text);
    }
}
