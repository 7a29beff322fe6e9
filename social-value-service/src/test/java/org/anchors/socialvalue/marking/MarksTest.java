package org.anchors.socialvalue.marking;

import static org.anchors.socialvalue.marking.Marking.bid;
import static org.anchors.socialvalue.marking.Marking.bids;
import static org.anchors.socialvalue.marking.Marking.give;
import static org.anchors.socialvalue.marking.Marking.submit;
import static org.anchors.socialvalue.procurement.Tender.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.anchors.contracts.problem.Problem;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.anchors.socialvalue.bid.Lodged;
import org.anchors.socialvalue.procurement.Tender;
import org.junit.jupiter.api.Test;

/** scoring.md, "Evaluators": each marks alone; then all agree; prices come last. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class MarksTest {

    private static final String PRICE = "7654321.98";

    @Inject
    DataSource database;

    @Test
    void showsAnEvaluatorTheMarksOfOthersOnlyWhenTheOwnOnesAreIn() {
        var tender = Tender.published().appoint("evaluator-one", "evaluator-two", "evaluator-three");
        var acme = Lodged.reference(tender, Lodged.body("Acme", PRICE));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_TWO, 66, acme);
        give(tender, Tender.EVALUATOR_THREE, bids(bid(acme, 33, 33, 33, 33)))
                .then()
                .statusCode(200);

        as(Tender.EVALUATOR_ONE).get(tender.at("marks")).then().statusCode(200).body("items", hasSize(0));
        give(tender, Tender.EVALUATOR_ONE, bids(bid(acme, 100, 100, 100, 100)))
                .then()
                .statusCode(200);
        as(Tender.EVALUATOR_ONE)
                .get(tender.at("marks"))
                .then()
                .body("items[0].evaluators.evaluator", contains("evaluator-one"))
                .body(not(containsString("66")));
        submit(tender, Tender.EVALUATOR_ONE).then().statusCode(200);
        as(Tender.EVALUATOR_ONE)
                .get(tender.at("marks"))
                .then()
                .body("items[0].evaluators.evaluator", contains("evaluator-one", "evaluator-two"))
                .body("items[0].evaluators[1].marks.q1.mark", is(66))
                .body("items[0].evaluators[1].marks.q1.reason", is("Reason for q1 of " + acme));
    }

    @Test
    void showsTheBuyerMarksWhenAllAreIn() {
        var tender = Tender.published().appoint("evaluator-one", "evaluator-two");
        var acme = Lodged.reference(tender, Lodged.body("Acme", PRICE));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, acme);
        for (var token : List.of(Tender.BUYER, Tender.AUDITOR)) {
            refused(as(token).get(tender.at("marks")), 409)
                    .body("type", is("/problems/marks-awaited"))
                    .body("detail", containsString("evaluator-two"));
        }
        as(Tender.BUYER)
                .get(tender.at("evaluators"))
                .then()
                .body("evaluators.account", contains("evaluator-one", "evaluator-two"))
                .body("evaluators[1].keySet()", containsInAnyOrder("account", "assignedAt"));
        Marking.all(tender, Tender.EVALUATOR_TWO, 33, acme);
        for (var token : List.of(Tender.BUYER, Tender.AUDITOR)) {
            as(token).get(tender.at("marks")).then().statusCode(200).body("items[0].evaluators", hasSize(2));
        }
    }

    /** Somebody who buys and marks sees no more than who marks. */
    @Test
    void treatsABuyerWhoMarksAsAnEvaluator() {
        var both = Tokens.of("buyer-who-marks", "mseft", Role.PROCUREMENT_OFFICER, Role.EVALUATOR);
        var tender = Tender.published().appoint("evaluator-one", "buyer-who-marks");
        var acme = Lodged.reference(tender, Lodged.body("Acme", PRICE));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, acme);
        as(both).get(tender.at("marks")).then().statusCode(200).body("items", hasSize(0));
        refused(as(both).get(tender.at("consensus")), 409);
    }

    @Test
    void isForThoseWhoWereAppointed() {
        var tender = Tender.published().appoint("evaluator-one");
        var acme = Lodged.reference(tender, Lodged.body("Acme", PRICE));
        tender.open(database);
        var stranger = Tokens.of("evaluator-one", "ecc", Role.EVALUATOR);
        for (var token : List.of(Tender.EVALUATOR_TWO, stranger)) {
            refused(as(token).get(tender.at("marks")), 404);
            refused(
                    as(token)
                            .header("If-Match", "\"0\"")
                            .body(bids(bid(acme, 1, 1, 1, 1)))
                            .put(tender.at("marks")),
                    404);
        }
        refused(
                as(Tender.BUYER)
                        .header("If-Match", "\"0\"")
                        .body(bids(bid(acme, 1, 1, 1, 1)))
                        .put(tender.at("marks")),
                403);
    }

    @Test
    void takesMarksWithReasonsOnlyAndNamesEveryFault() {
        var tender = Tender.published().appoint("evaluator-one");
        var acme = Lodged.reference(tender, Lodged.body("Acme", PRICE));
        var body = """
                {"bids": [
                  {"bid": "%s", "marks": {"q1": {"mark": 101, "reason": "r"}, "q2": {"mark": 50}, "q9": {"mark": 1, "reason": "r"}}},
                  {"bid": "2222222222222222", "marks": {}}]}""".formatted(acme);
        refused(as(Tender.EVALUATOR_ONE).header("If-Match", "\"0\"").body(body).put(tender.at("marks")), 409);
        tender.open(database);
        refused(give(tender, Tender.EVALUATOR_ONE, body), 422)
                .body(
                        "faults.at",
                        containsInAnyOrder(
                                "/bids/0/marks/q1/mark", "/bids/0/marks/q2/reason", "/bids/0/marks/q9", "/bids/1/bid"));
        refused(as(Tender.EVALUATOR_ONE).body(bids(bid(acme, 1, 1, 1, 1))).put(tender.at("marks")), 428);
        refused(
                as(Tender.EVALUATOR_ONE)
                        .header("If-Match", "\"5\"")
                        .body(bids(bid(acme, 1, 1, 1, 1)))
                        .put(tender.at("marks")),
                412);
    }

    @Test
    void handsMarksInWhenTheyAreCompleteAndForGood() {
        var tender = Tender.published().appoint("evaluator-one");
        var acme = Lodged.reference(tender, Lodged.body("Acme", PRICE));
        var beta = Lodged.reference(tender, Lodged.body("Beta", PRICE));
        tender.open(database);
        give(tender, Tender.EVALUATOR_ONE, bids(bid(acme, 50, 50, 50, 50)))
                .then()
                .statusCode(200);
        refused(submit(tender, Tender.EVALUATOR_ONE), 422)
                .body("type", is("/problems/marks-missing"))
                .body(
                        "faults.at",
                        containsInAnyOrder(beta + ": q1", beta + ": q2", beta + ": account", beta + ": sv1"));
        give(tender, Tender.EVALUATOR_ONE, bids(bid(beta, 50, 50, 50, 50)))
                .then()
                .statusCode(200);
        submit(tender, Tender.EVALUATOR_ONE).then().statusCode(200);
        refused(give(tender, Tender.EVALUATOR_ONE, bids(bid(beta, 60, 50, 50, 50))), 409)
                .body("type", is("/problems/marks-are-in"));
    }

    @Test
    void addsEvaluatorsAfterTheOpeningAndTakesNoneAwayUnseen() {
        var tender =
                Tender.published().appoint("evaluator-one", "evaluator-two").appoint("evaluator-two");
        Lodged.reference(tender, Lodged.body("Acme", PRICE));
        tender.open(database).appoint("evaluator-two", "evaluator-three");
        refused(
                        as(Tender.BUYER)
                                .header("If-Match", tender.etag())
                                .body("{\"evaluators\": [\"evaluator-one\", \"evaluator-one\"]}")
                                .put(tender.at("evaluators")),
                        422)
                .body("faults.rule", containsInAnyOrder("repeated", "release-needed", "release-needed"));
        assertEquals(
                List.of("evaluator-three", "evaluator-two"),
                as(Tender.BUYER).get(tender.at("evaluators")).jsonPath().getList("evaluators.account"));
    }

    /** Officers may have read the marks from the moment on in which all are in. */
    @Test
    void appointsNobodyOnceOfficersCouldReadTheMarks() {
        var tender = Tender.published().appoint("evaluator-one");
        var acme = Lodged.reference(tender, Lodged.body("Acme", PRICE));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, acme);
        as(Tender.BUYER).get(tender.at("marks")).then().statusCode(200);
        refused(appointing(tender, "evaluator-one", "evaluator-two"), 422)
                .body("faults.at", contains("/evaluators/1"))
                .body("faults.rule", contains("marks-are-in"));
    }

    @Test
    void refusesToAppointWhoWasReleased() {
        var tender = Tender.published().appoint("evaluator-one", "evaluator-two");
        Lodged.reference(tender, Lodged.body("Acme", PRICE));
        tender.open(database);
        tender.step(Tender.BUYER, "evaluators/evaluator-two/release", "{\"reason\": \"Ill\"}")
                .then()
                .statusCode(200);
        refused(appointing(tender, "evaluator-one", "evaluator-two"), 422)
                .body("faults.at", contains("/evaluators/1"))
                .body("faults.rule", contains("released"));
        appointing(tender, "evaluator-one", "evaluator-three")
                .then()
                .statusCode(200)
                .body("evaluators.account", contains("evaluator-one", "evaluator-three", "evaluator-two"));
    }

    private static Response appointing(Tender tender, String... accounts) {
        return as(Tender.BUYER)
                .header("If-Match", tender.etag())
                .body("{\"evaluators\": [\"%s\"]}".formatted(String.join("\", \"", accounts)))
                .put(tender.at("evaluators"));
    }

    private static ValidatableResponse refused(Response answer, int status) {
        return answer.then().statusCode(status).contentType(Problem.MEDIA_TYPE);
    }
}
