package org.anchors.socialvalue.evaluation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

/** How robust a ranking is, beside the evaluation. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class RobustnessResourceTest {

    private static final String PATH = "/api/social-value/v1/evaluations/robustness";
    private static final String BUYER = Tokens.of("buyer-mseft", "mseft", Role.PROCUREMENT_OFFICER);

    @Test
    void standsBesideTheEvaluationAndNeverInIt() {
        var body = Example.read().text();
        var evaluation = post("/api/social-value/v1/evaluations", body);
        var robustness = post(PATH, body);
        robustness
                .then()
                .statusCode(200)
                .body("ranking.winner", is(evaluation.path("winner").toString()))
                .body("ranking.weightings.method", is("EXACT"))
                .body("ranking.weightings.bids", hasSize(2))
                .body("ranking.roundings.stage", contains("FINAL_ONLY", "COMPONENT_THEN_SUM", "EVERY_STAGE"))
                .body("evaluators", nullValue());
        assertEquals((Object) evaluation.path("hashes"), robustness.path("hashes"));
        assertEquals(
                evaluation.asString(),
                post("/api/social-value/v1/evaluations", body).asString());
    }

    @Test
    void theOrderOfBidsChangesNothing() {
        var example = Example.read();
        var first = example.at("/bids/0").toString();
        var second = example.at("/bids/1").toString();
        var turned =
                Example.read().with("/bids/0", second).with("/bids/1", first).text();
        assertEquals(
                post(PATH, Example.read().text()).asString(), post(PATH, turned).asString());
    }

    @Test
    void tellsHowFarEvaluatorsAgreeAndWhoDecides() {
        post(PATH, Example.read().with("/evaluators", """
                        [{"evaluator": "first", "marks": {"A": {"q1": 66, "sv1": 66}, "B": {"q1": 66, "sv1": 100}}},
                         {"evaluator": "second", "marks": {"A": {"q1": 33, "sv1": 66}, "B": {"q1": 66, "sv1": 100}}}]""").text())
                .then()
                .statusCode(200)
                .body("evaluators.agreement.marks", is(8))
                .body("evaluators.withoutEvaluators.evaluator", contains("first", "second"));
    }

    @Test
    void everyFaultOfTheEvaluatorsIsToldBesideThoseOfTheBids() {
        post(
                        PATH,
                        Example.read()
                                .with("/bids/0/price", "0")
                                .with("/evaluators", """
                        [{"evaluator": "first", "marks": {"Z": {"q1": 66}, "A": {"q9": 66, "q1": 101}}},
                         {"evaluator": "first", "marks": {"A": null}}]""")
                                .text())
                .then()
                .statusCode(422)
                .body(
                        "faults.at",
                        containsInAnyOrder(
                                "/bids/0/price",
                                "/evaluators/0/marks/Z",
                                "/evaluators/0/marks/A/q9",
                                "/evaluators/0/marks/A/q1",
                                "/evaluators/1/evaluator",
                                "/evaluators/1/marks/A"));
    }

    @Test
    void anEvaluatorSeesNoPricesHereEither() {
        given().auth()
                .oauth2(Tokens.of("evaluator-one", "mseft", Role.EVALUATOR))
                .contentType("application/json")
                .body(Example.read().text())
                .post(PATH)
                .then()
                .statusCode(403);
    }

    private static Response post(String path, String body) {
        return given().auth()
                .oauth2(BUYER)
                .contentType("application/json")
                .body(body)
                .post(path);
    }
}
