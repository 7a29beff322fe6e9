package org.anchors.socialvalue.delivery;

import static io.restassured.RestAssured.given;
import static org.anchors.socialvalue.delivery.Contracted.GOOD;
import static org.anchors.socialvalue.procurement.Tender.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.anchors.contracts.problem.Problem;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.testing.Engines;
import org.anchors.socialvalue.procurement.Tender;
import org.junit.jupiter.api.Test;

/** scoring.md, "After the award". */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class DeliveriesTest {

    private static final int TERM_YEARS = 3;

    @Inject
    DataSource database;

    private Contracted contract() {
        return Contracted.ofJobs(database);
    }

    @Test
    void onlyWhatIsApprovedCounts() {
        var contract = contract();
        contract.state("{\"obligation\": 1, \"quantity\": 3}, {\"obligation\": 3, \"quantity\": 30}")
                .then()
                .statusCode(201)
                .body("number", is(1))
                .body("state", is("RECORDED"))
                .body("year", is(ReportingYear.of(Contracted.TODAY).toString()))
                .body("evidence.text", contains("Register of the supplier"));
        contract.hasDelivered("0", "0");
        contract.approve(1, GOOD)
                .then()
                .statusCode(200)
                .body("state", is("APPROVED"))
                .body("rating", is("GOOD"));
        contract.hasDelivered("3", "60000.00");
        contract.read(Tender.BUYER)
                .then()
                .body("progress.obligations.obligation", contains(1, 2, 3))
                .body("progress.measures.measure", contains("M1", "M3"))
                .body("progress.measures[1].value.share", nullValue());
    }

    @Test
    void rejectedStatementsStayAndNeverCount() {
        var contract = contract();
        contract.state("{\"obligation\": 1, \"quantity\": 3}").then().statusCode(201);
        contract.decide(1, "rejection", "{\"reason\": \"No register was sent\"}")
                .then()
                .statusCode(200)
                .body("state", is("REJECTED"))
                .body("comment", is("No register was sent"));
        refused(contract.approve(1, GOOD), 409).body("type", is("/problems/delivery-decided"));
        contract.hasDelivered("0", "0");
        as(Tender.BUYER).get(contract.at("/deliveries")).then().body("items.state", contains("REJECTED"));
    }

    @Test
    void aCorrectionIsANewStatementThatReplacesTheOneBeforeOnceItIsApproved() {
        var contract = contract();
        contract.state("{\"obligation\": 1, \"quantity\": 3}").then().statusCode(201);
        contract.approve(1, GOOD).then().statusCode(200);
        var correction = """
                {"from": "%1$s", "to": "%1$s", "corrects": 1, "reason": "One post was counted twice",
                 "lines": [{"obligation": 1, "quantity": 2}], "evidence": [{"text": "Register"}]}""".formatted(Contracted.TODAY);
        contract.stateAnything(correction).then().statusCode(201).body("number", is(2));
        contract.stateAnything(correction).then().statusCode(201).body("number", is(3));
        contract.hasDelivered("3", "60000");
        contract.approve(2, GOOD).then().statusCode(200);
        contract.hasDelivered("2", "40000");
        refused(contract.approve(3, GOOD), 409).body("type", is("/problems/delivery-corrected"));
        refused(contract.stateAnything(correction), 422).body("faults.at", contains("/corrects"));
        as(Tender.BUYER)
                .get(contract.at("/deliveries/1"))
                .then()
                .body("correctedBy", is(2))
                .body("state", is("APPROVED"));
    }

    @Test
    void refusesToStateTheSameTimeTwice() {
        var contract = contract().begunInTime(database);
        var day = Contracted.lastDay().minusDays(5);
        contract.stateOn(day, "{\"obligation\": 1, \"quantity\": 1}").then().statusCode(201);
        var overlapping = """
                {"from": "%s", "to": "%s", "lines": [{"obligation": 1, "quantity": 1}, {"obligation": 3, "quantity": 1}],
                 "evidence": [{"text": "t"}]}""".formatted(day.minusDays(1), Contracted.lastDay());
        refused(contract.stateAnything(overlapping), 422)
                .body("faults.at", contains("/lines/0/obligation"))
                .body("faults.rule", contains("stated-already"));
        contract.decide(1, "rejection", "{\"reason\": \"Twice\"}").then().statusCode(200);
        contract.stateAnything(overlapping).then().statusCode(201);
    }

    @Test
    void refusesAPeriodThatGoesBeyondTheContract() {
        var contract = contract();
        var firstDay = Contracted.TODAY.minusYears(TERM_YEARS).minusDays(10);
        var lastDay = firstDay.plusYears(TERM_YEARS).minusDays(1);
        contract.tender()
                .change(
                        database,
                        "update contract set starts_on = date '%s' where procurement = ?".formatted(firstDay));
        contract.stateOn(lastDay, "{\"obligation\": 1, \"quantity\": 1}").then().statusCode(201);
        refused(contract.stateAnything("""
                        {"from": "%s", "to": "%s", "lines": [{"obligation": 1, "quantity": 1}], "evidence": [{"text": "t"}]}""".formatted(lastDay.minusDays(3), lastDay.plusDays(1))), 422)
                .body("faults.at", hasItem("/to"));
    }

    @Test
    void everyFaultOfAStatementIsToldAtOnce() {
        var contract = contract();
        refused(contract.stateAnything("""
                        {"from": "2020-01-01", "to": "2999-01-01", "reason": "x",
                         "lines": [{"obligation": 9, "quantity": 1}, {"obligation": 1}, {"obligation": 1, "quantity": -1}],
                         "evidence": [{"text": "t", "link": "javascript:alert(1)"}]}"""), 422)
                .body(
                        "faults.at",
                        containsInAnyOrder(
                                "/from",
                                "/to",
                                "/reason",
                                "/lines/0/obligation",
                                "/lines/1/quantity",
                                "/lines/2/quantity",
                                "/lines/2/obligation",
                                "/evidence/0/link"));
        as(Tender.BUYER).get(contract.at("/deliveries")).then().body("items", hasSize(0));
    }

    @Test
    void refusesADeliveryThatIsWorthMoreThanMoneyCanBe() {
        contract()
                .state("{\"obligation\": 1, \"quantity\": 1000000000000}")
                .then()
                .statusCode(422)
                .body("faults.at", contains("/lines/0/quantity"))
                .body("faults.rule", contains("worth-out-of-range"));
    }

    @Test
    void aRatingThatIsNotGoodSaysWhy() {
        var contract = contract();
        contract.state("{\"obligation\": 1, \"quantity\": 1}").then().statusCode(201);
        refused(contract.approve(1, "{\"rating\": \"INADEQUATE\"}"), 422).body("faults.at", contains("/comment"));
        refused(as(Tender.BUYER).body(GOOD).post(contract.at("/deliveries/1/approval")), 428);
        refused(
                as(Tender.SECOND_BUYER)
                        .header("If-Match", "\"7\"")
                        .body(GOOD)
                        .post(contract.at("/deliveries/1/approval")),
                412);
    }

    /** Names of accounts change; people do not. */
    @Test
    void whoeverStatedSomethingDoesNotApproveOfItUnderAnotherName() {
        var contract = contract();
        contract.state("{\"obligation\": 1, \"quantity\": 1}").then().statusCode(201);
        contract.tender().change(database, """
                update delivery set recorded_by = 'the-name-before'
                where contract in (select id from contract where procurement = ?)""");
        refused(contract.decideAs(Tender.BUYER, 1, "approval", GOOD), 409).body("type", is("/problems/stated-by-you"));
    }

    @Test
    void noProgramStatesOrDecidesForPeople() {
        var contract = contract();
        contract.state("{\"obligation\": 1, \"quantity\": 1}").then().statusCode(201);
        for (var deed : List.of("approval", "rejection")) {
            refused(contract.decideAs(Tender.MACHINE, 1, deed, GOOD), 403).body("type", is("/problems/person-needed"));
        }
        refused(as(Tender.MACHINE).body("{}").post(contract.at("/deliveries")), 403);
    }

    @Test
    void nobodyApprovesOfAnOwnStatement() {
        var contract = contract();
        contract.state("{\"obligation\": 1, \"quantity\": 1}").then().statusCode(201);
        refused(contract.decideAs(Tender.BUYER, 1, "approval", GOOD), 409).body("type", is("/problems/stated-by-you"));
        contract.hasDelivered("0", "0");
        contract.decideAs(Tender.SECOND_BUYER, 1, "approval", GOOD).then().statusCode(200);
    }

    @Test
    void theSameKeyStatesItOnce() {
        var contract = contract();
        var key = UUID.randomUUID().toString();
        var body = """
                {"from": "%1$s", "to": "%1$s", "lines": [{"obligation": 1, "quantity": 1}], "evidence": [{"text": "t"}]}""".formatted(Contracted.TODAY);
        var request = given().auth()
                .oauth2(Tender.BUYER)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body);
        assertEquals(
                request.post(contract.at("/deliveries")).asString(),
                request.post(contract.at("/deliveries")).asString());
        as(Tender.BUYER).get(contract.at("/deliveries")).then().body("items", hasSize(1));
    }

    @Test
    void aForeignContractIsAnsweredAsOneThatDoesNotExist() {
        var contract = contract();
        contract.state("{\"obligation\": 1, \"quantity\": 1}").then().statusCode(201);
        for (var below : List.of("", "/deliveries", "/deliveries/1")) {
            refused(as(Tender.OTHER_BUYER).get(contract.at(below)), 404);
            as(Tender.AUDITOR).get(contract.at(below)).then().statusCode(200);
        }
        refused(
                as(Tender.OTHER_BUYER)
                        .header("If-Match", "\"0\"")
                        .body(GOOD)
                        .post(contract.at("/deliveries/1/approval")),
                404);
        refused(
                as(Tender.AUDITOR).header("If-Match", "\"0\"").body(GOOD).post(contract.at("/deliveries/1/approval")),
                403);
        refused(as(Tender.EVALUATOR_ONE).get(contract.at("")), 403);
        as(Tender.OTHER_BUYER).get("/api/social-value/v1/contracts").then().body("items", hasSize(0));
        as(Tender.BUYER)
                .get("/api/social-value/v1/contracts?limit=200")
                .then()
                .body("items.key", hasItem(contract.key()));
        refused(as(Tender.OTHER_BUYER).get("/api/social-value/v1/deliveries?organisation=mseft"), 404);
    }

    private static ValidatableResponse refused(Response answer, int status) {
        return answer.then().statusCode(status).contentType(Problem.MEDIA_TYPE);
    }
}
