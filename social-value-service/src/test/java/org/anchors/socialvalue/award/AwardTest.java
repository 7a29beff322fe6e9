package org.anchors.socialvalue.award;

import static org.anchors.socialvalue.marking.Marking.agree;
import static org.anchors.socialvalue.marking.Marking.agreed;
import static org.anchors.socialvalue.marking.Marking.bids;
import static org.anchors.socialvalue.procurement.Tender.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.anchors.contracts.problem.Problem;
import org.anchors.kit.platform.Sha256;
import org.anchors.kit.testing.Engines;
import org.anchors.socialvalue.bid.Lodged;
import org.anchors.socialvalue.evaluation.Example;
import org.anchors.socialvalue.marking.Marking;
import org.anchors.socialvalue.procurement.Tender;
import org.junit.jupiter.api.Test;

/** scoring.md, "The result" and "After the award"; section 50 of the Procurement Act 2023. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class AwardTest {

    @Inject
    DataSource database;

    @Test
    void givesTheSameBytesAsTheStatelessEvaluation() {
        var race = Race.marked(database, Example.ofToday());
        race.tender()
                .step("evaluation")
                .then()
                .statusCode(200)
                .body("state", is("EVALUATED"))
                .body("lots.lot", contains("whole"))
                .body("lots[0].winner", is(race.beta()));
        var stored = as(Tender.BUYER).get(race.tender().at("evaluation/whole"));
        var request = as(Tender.BUYER)
                .get(race.tender().at("evaluation/whole/request"))
                .asString();
        var stateless = as(Tender.BUYER).body(request).post("/api/social-value/v1/evaluations");
        assertEquals(200, stateless.statusCode());
        assertEquals(stateless.asString(), stored.asString());
        assertEquals("\"" + Sha256.of(stored.asString()) + "\"", stored.header("ETag"));
        assertEquals(
                race.tender().read(Tender.BUYER).jsonPath().getString("lots[0].methodologyHash"),
                stored.jsonPath().getString("hashes.methodology"));
        stored.then()
                .body("ineligible.bid", contains(race.cheap()))
                .body("ineligible[0].reasons.cause", contains("GATE_FAILED"))
                .body("ineligible[0].reasons.reason", contains("No plan was sent"));
    }

    @Test
    void givesTheSameBytesWhateverCharactersReasonsAreWrittenWith() {
        var tender = Tender.published().appoint("evaluator-one");
        var acme = Lodged.reference(tender, Lodged.body("Acme", "5"));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, acme);
        var agreed = agreed(acme, 66, 66, 66, 66).replace("Reason for q2", "Sound – “as asked” – ½ \uD83D\uDC4D");
        agree(tender, bids(agreed)).then().statusCode(200);
        tender.step("consensus").then().statusCode(200);
        tender.step("evaluation").then().statusCode(200);
        var stored = as(Tender.BUYER).get(tender.at("evaluation/whole"));
        var request =
                as(Tender.BUYER).get(tender.at("evaluation/whole/request")).asByteArray();
        var stateless = as(Tender.BUYER).body(request).post("/api/social-value/v1/evaluations");
        assertEquals(
                "Sound – “as asked” – ½ \uD83D\uDC4D", stored.path("bids[0].criteria[1].parts[0].parts[1].reason"));
        assertArrayEquals(stateless.asByteArray(), stored.asByteArray());
        assertEquals("\"" + Sha256.of(stored.asByteArray()) + "\"", stored.header("ETag"));
    }

    @Test
    void neverChangesAnEvaluation() {
        var race = Race.marked(database, Example.ofToday());
        race.tender().step("evaluation").then().statusCode(200);
        refused(race.tender().step("evaluation"), 409);
        for (var change : List.of(
                "update lot_evaluation set winner = null where procurement = ?",
                "delete from lot_evaluation where procurement = ?")) {
            assertThrows(IllegalStateException.class, () -> race.tender().change(database, change));
        }
    }

    /** By the time at which the database received them. */
    @Test
    void letsTheEarliestBidWinWhereTheMethodologySaysSo() {
        var tie = Example.ofToday().with("/methodology/tieBreak", "[\"EARLIEST_BID\"]");
        var tender = Tender.published(Tender.body(Instant.now().plusSeconds(600), tie))
                .appoint("evaluator-one");
        var first = Lodged.reference(tender, Lodged.body("Zeta", "5"));
        var second = Lodged.reference(tender, Lodged.body("Alpha", "5"));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, first, second);
        agree(tender, bids(agreed(first, 66, 66, 66, 66), agreed(second, 66, 66, 66, 66)));
        tender.step("consensus").then().statusCode(200);
        tender.step("evaluation").then().body("lots[0].winner", is(first));
    }

    @Test
    void awardsToTheBidOfTheFirstRank() {
        var race = Race.marked(database, Example.ofToday());
        refused(Race.decide(race.tender(), race.beta()), 409);
        race.tender().step("evaluation").then().statusCode(200);
        refused(Race.decide(race.tender(), race.acme()), 422).body("faults.rule", contains("not-of-the-first-rank"));
        refused(race.tender().step(Tender.BUYER, "award", "{\"lots\": [{\"lot\": \"north\"}]}"), 422)
                .body("faults.rule", contains("unknown-lot", "undecided"));
        refused(race.tender().step(Tender.BUYER, "award", "{\"lots\": [{\"lot\": \"whole\"}]}"), 422)
                .body("faults.at", contains("/lots/0/reason"));
        refused(as(Tender.BUYER).get(race.tender().at("summaries/" + race.acme())), 409);
        Race.decide(race.tender(), race.beta())
                .then()
                .statusCode(200)
                .body("state", is("AWARDED"))
                .body("lots[0].supplier", is("Beta"));
    }

    @Test
    void tellsABidderItsOwnMarksAndTheWinners() {
        var race = Race.awarded(database, Example.ofToday());
        var summary = as(Tender.BUYER).get(race.tender().at("summaries/" + race.acme()));
        summary.then()
                .statusCode(200)
                .body("outcome", is("UNSUCCESSFUL"))
                .body("bid.rank", is(2))
                .body("bid.criteria.key", contains("price", "technical", "social-value"))
                .body("bid.criteria[1].parts[0].parts[0].working", is("marked 66 of 100; 80 × 66 / 100 = 52.8"))
                .body("bid.criteria[1].parts[0].parts[0].reason", is("Reason for q1 of " + race.acme()))
                .body("winner.supplier", is("Beta"))
                .body("winner.criteria[1].parts[0].parts[0].reason", is("Reason for q1 of " + race.beta()));
        assertTrue(summary.asString().contains("\"total\":81.76"), summary.asString());
        assertTrue(summary.asString().contains("\"total\":92.87"), summary.asString());
        as(Tender.BUYER)
                .get(race.tender().at("summaries/" + race.beta()))
                .then()
                .body("outcome", is("AWARDED"))
                .body("winner", nullValue());
        as(Tender.BUYER)
                .get(race.tender().at("summaries/" + race.cheap()))
                .then()
                .body("outcome", is("INELIGIBLE"))
                .body("bid.ineligible.at", contains("carbon-reduction-plan"))
                .body("bid.gates.carbon-reduction-plan.reason", is("No plan was sent"))
                .body("bid.criteria.title", contains("Price over three years", "Technical quality", "Social value"))
                .body("bid.criteria.given", contains(nullValue(), nullValue(), nullValue()))
                .body("bid.total", nullValue());
    }

    /** Laid beside the winner's, so that it sees where it fell short. */
    @Test
    void tellsABidderBelowAPassMarkItsMarksWithWeightsAndWorking() {
        var tender = Tender.published(Tender.body(Instant.now().plusSeconds(600), Example.ofToday()))
                .appoint("evaluator-one");
        var acme = Lodged.reference(tender, Lodged.body("Acme", "5"));
        var low = Lodged.reference(tender, Lodged.body("Low", "4", Race.OFFER));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, acme, low);
        agree(tender, bids(agreed(acme, 66, 66, 66, 66), agreed(low, 66, 20, 66, 75)))
                .then()
                .statusCode(200);
        tender.step("consensus").then().statusCode(200);
        tender.step("evaluation").then().statusCode(200);
        Race.decide(tender, acme).then().statusCode(200);
        as(Tender.BUYER)
                .get(tender.at("summaries/" + low))
                .then()
                .statusCode(200)
                .body("outcome", is("INELIGIBLE"))
                .body("bid.ineligible.at", contains("q2"))
                .body("bid.criteria[1].available", is(50))
                .body("bid.criteria[1].given", is(30.24f))
                .body("bid.criteria[1].parts[0].parts[1].title", is("Start of the service"))
                .body("bid.criteria[1].parts[0].parts[1].available", is(20))
                .body("bid.criteria[1].parts[0].parts[1].working", is("marked 20 of 100; 20 × 20 / 100 = 4"))
                .body("bid.criteria[1].parts[0].parts[1].reason", is("Reason for q2"))
                .body("bid.criteria[2].commitments.value", notNullValue())
                .body("bid.criteria[0].working", containsString("not held against other bids"))
                .body("bid.marks", nullValue());
    }

    @Test
    void showsResultsToTheBuyersTeamAndTheAuditorOnly() {
        var race = Race.awarded(database, Example.ofToday());
        for (var place : List.of("evaluation", "evaluation/whole", "evaluation/whole/request", "award", "contracts")) {
            as(Tender.EVALUATOR_ONE).get(race.tender().at(place)).then().statusCode(200);
            as(Tender.AUDITOR).get(race.tender().at(place)).then().statusCode(200);
            refused(as(Tender.EVALUATOR_TWO).get(race.tender().at(place)), 404);
            refused(as(Tender.OTHER_BUYER).get(race.tender().at(place)), 404);
            refused(as(Tender.REPORTER).get(race.tender().at(place)), 403);
        }
        refused(as(Tender.OTHER_BUYER).get(race.tender().at("summaries/" + race.acme())), 404);
        refused(as(Tender.EVALUATOR_ONE).get(race.tender().at("summaries/" + race.acme())), 403);
    }

    private static ValidatableResponse refused(Response answer, int status) {
        return answer.then().statusCode(status).contentType(Problem.MEDIA_TYPE);
    }
}
