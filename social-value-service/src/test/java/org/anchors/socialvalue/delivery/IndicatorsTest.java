package org.anchors.socialvalue.delivery;

import static org.anchors.socialvalue.procurement.Tender.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.anchors.contracts.problem.Problem;
import org.anchors.kit.testing.Engines;
import org.anchors.socialvalue.procurement.Tender;
import org.junit.jupiter.api.Test;

/** scoring.md, "After the award": a contract above 5,000,000 GBP needs at least three published indicators. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class IndicatorsTest {

    private static final String PROMISED = "[{\"measure\": \"M1\", \"quantity\": 4, \"year\": 1}]";

    @Inject
    DataSource database;

    /** They are set before it is entered into, not when something is delivered: section 52 of the Procurement Act 2023. */
    @Test
    void aContractAboveFiveMillionIsNotEnteredIntoWithoutThreeIndicators() {
        var decided = Contracted.decided("5000000.01", PROMISED, database);
        refused(Contracted.confirm(decided, ""))
                .body("faults.at", contains("/indicators/whole"))
                .body("faults.rule", contains("too-few-indicators"));
        refused(Contracted.confirm(decided, indicators("a", "b"))).body("faults.rule", contains("too-few-indicators"));
        refused(Contracted.confirm(decided, indicators("a", "b", "c", "a")))
                .body("faults.at", contains("/indicators/whole/3/key"));
        refused(Contracted.confirm(decided, indicators("a", "b", "c").replace("whole", "north")))
                .body("faults.rule", containsInAnyOrder("not-awarded", "too-few-indicators"));
        refused(Contracted.confirm(decided, indicators("a", "b", " ")))
                .body("faults.at", everyItem(is("/indicators/whole/2/key")));
        as(Tender.BUYER).get(decided.at("contracts")).then().body("state", is("AWARDED"));
        Contracted.confirm(decided, indicators("a", "b", "c")).then().statusCode(201);
    }

    /** What is agreed on in the end counts, whatever was bid. */
    @Test
    void aContractOfFiveMillionIsEnteredIntoWithoutAny() {
        var decided = Contracted.decided("5000000.01", PROMISED, database);
        Contracted.confirm(decided, ", \"values\": {\"whole\": {\"value\": 5000000, \"reason\": \"Clarified\"}}")
                .then()
                .statusCode(201);
    }

    @Test
    void whatIsPublishedWithAContractIsReadByEverybodyAndRatedWithEachPeriod() {
        var contract = Contracted.worth("5000000.01", PROMISED, database);
        contract.state("{\"obligation\": 1, \"quantity\": 1}").then().statusCode(201);
        publish(contract, "d").then().statusCode(409).body("type", is("/problems/indicators-published"));
        refused(contract.approve(1, "{\"rating\": \"GOOD\", \"indicators\": {\"a\": \"GOOD\", \"z\": \"GOOD\"}}"))
                .body("faults.at", containsInAnyOrder("/indicators/z", "/indicators/b", "/indicators/c"));
        contract.approve(1, """
                        {"rating": "GOOD", "indicators": {"a": "GOOD", "b": "APPROACHING_TARGET", "c": "REQUIRES_IMPROVEMENT"}}""").then().statusCode(200).body("indicators.b", is("APPROACHING_TARGET"));
        for (var reader : List.of(Tender.OTHER_BUYER, Tender.REPORTER, Tender.EVALUATOR_ONE)) {
            as(reader)
                    .get(contract.at("/indicators"))
                    .then()
                    .statusCode(200)
                    .body("indicators.key", contains("a", "b", "c"))
                    .body("supplier", is("Acme"))
                    .body("newest.ratings.c", is("REQUIRES_IMPROVEMENT"));
        }
    }

    @Test
    void indicatorsOfASmallerContractArePublishedLater() {
        var contract = Contracted.worth("5000000", PROMISED, database);
        as(Tender.REPORTER).get(contract.at("/indicators")).then().statusCode(404);
        refused(publish(contract, "a", "a")).body("faults.at", contains("/indicators/1/key"));
        publish(contract, "a").then().statusCode(201);
        as(Tender.REPORTER).get(contract.at("/indicators")).then().body("indicators.key", contains("a"));
    }

    @Test
    void showsNoRatingsOfAStatementThatWasCorrected() {
        var contract = Contracted.worth("1000000", PROMISED, database);
        publish(contract, "a").then().statusCode(201);
        contract.begunDaysAgo(3, database);
        contract.stateOn(Contracted.TODAY, "{\"obligation\": 1, \"quantity\": 1}")
                .then()
                .statusCode(201);
        contract.approve(1, "{\"rating\": \"GOOD\", \"indicators\": {\"a\": \"GOOD\"}}")
                .then()
                .statusCode(200);
        contract.stateAnything("""
                        {"from": "%1$s", "to": "%1$s", "corrects": 1, "reason": "It was the day before",
                         "lines": [{"obligation": 1, "quantity": 1}], "evidence": [{"text": "Register"}]}""".formatted(Contracted.TODAY.minusDays(1)))
                .then()
                .statusCode(201);
        contract.approve(2, "{\"rating\": \"GOOD\", \"indicators\": {\"a\": \"APPROACHING_TARGET\"}}")
                .then()
                .statusCode(200);
        as(Tender.REPORTER).get(contract.at("/indicators")).then().body("newest.ratings.a", is("APPROACHING_TARGET"));
    }

    private static String indicators(String... keys) {
        return ", \"indicators\": {\"whole\": %s}".formatted(Contracted.indicators(keys));
    }

    private static Response publish(Contracted contract, String... keys) {
        return as(Tender.BUYER)
                .body("{\"indicators\": %s}".formatted(Contracted.indicators(keys)))
                .post(contract.at("/indicators"));
    }

    private static ValidatableResponse refused(Response answer) {
        return answer.then().statusCode(422).contentType(Problem.MEDIA_TYPE);
    }
}
