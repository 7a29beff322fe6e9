package org.anchors.socialvalue.delivery;

import static io.restassured.RestAssured.given;
import static org.anchors.socialvalue.procurement.Tender.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.anchors.contracts.event.Topic;
import org.anchors.contracts.problem.Problem;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.PublishedEvents;
import org.anchors.socialvalue.procurement.Tender;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** scoring.md, "After the award". */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class DeliveriesTest {

    private static final String PROMISED = """
            [{"measure": "M1", "quantity": 4, "year": 1}, {"measure": "M1", "quantity": 2, "year": 2},
             {"measure": "M3", "quantity": 120, "year": 1}]""";
    private static final String GOOD = "{\"rating\": \"GOOD\"}";

    @Inject
    DataSource database;

    private Contracted contract() {
        return Contracted.worth("2500000", PROMISED, database);
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
        progress(contract, "0", "0");
        contract.approve(1, GOOD)
                .then()
                .statusCode(200)
                .body("state", is("APPROVED"))
                .body("rating", is("GOOD"));
        progress(contract, "3", "60000.00");
        contract.read(Tender.BUYER)
                .then()
                .body("progress.obligations.obligation", contains(1, 2, 3))
                .body("progress.measures.measure", contains("M1", "M3"))
                .body("progress.measures[1].value.share", nullValue());
    }

    private static void progress(Contracted contract, String quantity, String value) {
        var read = contract.read(Tender.BUYER);
        read.then().statusCode(200);
        same(quantity, read.jsonPath().getString("progress.obligations[0].delivered"));
        same(value, read.jsonPath().getString("progress.total.delivered"));
        same("120000", read.jsonPath().getString("progress.total.committed"));
    }

    private static void same(String expected, String found) {
        assertEquals(0, new BigDecimal(expected).compareTo(new BigDecimal(found)), found);
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
        progress(contract, "0", "0");
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
        progress(contract, "3", "60000");
        contract.approve(2, GOOD).then().statusCode(200);
        progress(contract, "2", "40000");
        refused(contract.approve(3, GOOD), 409).body("type", is("/problems/delivery-corrected"));
        refused(contract.stateAnything(correction), 422).body("faults.at", contains("/corrects"));
        as(Tender.BUYER)
                .get(contract.at("/deliveries/1"))
                .then()
                .body("correctedBy", is(2))
                .body("state", is("APPROVED"));
    }

    @Test
    void tellsAllThatIsApprovedForTheYearSoFarWithEachApproval() throws IOException {
        var contract = contract();
        contract.state("{\"obligation\": 1, \"quantity\": 1}").then().statusCode(201);
        contract.state("{\"obligation\": 2, \"quantity\": 0.5}").then().statusCode(201);
        contract.approve(1, GOOD).then().statusCode(200);
        contract.approve(2, "{\"rating\": \"OTHER\", \"comment\": \"Too early to say\"}")
                .then()
                .statusCode(200);
        var told = deliveries(contract);
        assertEquals(
                List.of("1", "2"),
                told.stream().map(event -> event.path("version").asText()).toList());
        assertEquals(
                List.of("20000.0", "30000.0"),
                told.stream()
                        .map(event -> event.path("delivered")
                                .decimalValue()
                                .setScale(1)
                                .toPlainString())
                        .toList());
        assertEquals("mseft", told.getFirst().path("buyer").asText());
        assertEquals(
                ReportingYear.of(Contracted.TODAY).toString(),
                told.getFirst().path("year").asText());
    }

    private static List<JsonNode> deliveries(Contracted contract) throws IOException {
        return deliveries(contract, 3);
    }

    /** With what was told of its award there are so many messages. */
    private static List<JsonNode> deliveries(Contracted contract, int messages) throws IOException {
        var found = new ArrayList<JsonNode>();
        for (var message : PublishedEvents.await(Topic.SOCIAL_VALUE, contract.key(), messages)) {
            if ("org.anchors.social-value.delivery-approved.v1"
                    .equals(PublishedEvents.headersOf(message).get("ce_type"))) {
                assertEquals(List.of(), PublishedEvents.schemaFaultsOf(message));
                found.add(new ObjectMapper().readTree(message.value()));
            }
        }
        return found;
    }

    /** 20,000.01 is 6,666.67 three times and a penny less; a third of it that is rounded each time would lose or win one. */
    @Test
    void whatIsDeliveredInThreePartsIsWorthWhatTheWholeIs() throws IOException {
        var contract = Contracted.worth("2500000", "[{\"measure\": \"M3\", \"quantity\": 3, \"year\": 1}]", database);
        contract.begunDaysAgo(3, database)
                .tender()
                .change(
                        database,
                        "update contract_obligation set value = 100.00 where contract ="
                                + " (select id from contract where procurement = ?)");
        for (var i = 1; i <= 3; i++) {
            contract.stateOn(Contracted.TODAY.minusDays(i), "{\"obligation\": 1, \"quantity\": 1}")
                    .then()
                    .statusCode(201);
            contract.approve(i, GOOD).then().statusCode(200);
        }
        var read = contract.read(Tender.BUYER).jsonPath();
        same("100", read.getString("progress.total.delivered"));
        same("100", read.getString("progress.measures[0].value.delivered"));
        same("100", deliveries(contract, 4).getLast().path("delivered").asText());
        var sums = as(Tender.BUYER)
                .get("/api/social-value/v1/deliveries?limit=200")
                .jsonPath();
        same(
                "100",
                sums.getString("items.find { it.catalogue == '%s' }.value.delivered"
                        .formatted(read.getString("contract.catalogue"))));
    }

    @Test
    void refusesToStateTheSameTimeTwice() {
        var contract = contract().begunDaysAgo(10, database);
        var day = Contracted.TODAY.minusDays(5);
        contract.stateOn(day, "{\"obligation\": 1, \"quantity\": 1}").then().statusCode(201);
        var overlapping = """
                {"from": "%s", "to": "%s", "lines": [{"obligation": 1, "quantity": 1}, {"obligation": 3, "quantity": 1}],
                 "evidence": [{"text": "t"}]}""".formatted(day.minusDays(1), Contracted.TODAY);
        refused(contract.stateAnything(overlapping), 422)
                .body("faults.at", contains("/lines/0/obligation"))
                .body("faults.rule", contains("stated-already"));
        contract.decide(1, "rejection", "{\"reason\": \"Twice\"}").then().statusCode(200);
        contract.stateAnything(overlapping).then().statusCode(201);
    }

    @Test
    void refusesAPeriodThatGoesBeyondTheContract() {
        var contract = contract();
        contract.tender()
                .change(
                        database,
                        "update contract set starts_on = starts_on - 10 - make_interval(years => term_years)"
                                + " where procurement = ?");
        var lastDay = Contracted.TODAY.minusDays(11);
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

    @Test
    void nobodyApprovesOfAnOwnStatement() {
        var contract = contract();
        contract.state("{\"obligation\": 1, \"quantity\": 1}").then().statusCode(201);
        refused(contract.decideAs(Tender.BUYER, 1, "approval", GOOD), 409).body("type", is("/problems/stated-by-you"));
        progress(contract, "0", "0");
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

    /** Committed where the contract's year begins, delivered where the period lies. */
    @Test
    void sumsDeliveredOverCommittedByOrganisationYearAndMeasure() {
        var contract = contract();
        contract.state("{\"obligation\": 1, \"quantity\": 1}, {\"obligation\": 2, \"quantity\": 1}")
                .then()
                .statusCode(201);
        contract.approve(1, GOOD).then().statusCode(200);
        var catalogue = contract.read(Tender.BUYER).jsonPath().getString("contract.catalogue");
        var lines = "items.findAll { it.catalogue == '%s' }".formatted(catalogue);
        var year = ReportingYear.of(Contracted.TODAY).toString();
        var next = ReportingYear.of(Contracted.TODAY.plusYears(1)).toString();
        var all = as(Tender.BUYER).get("/api/social-value/v1/deliveries?limit=200");
        all.then()
                .statusCode(200)
                .body(lines + ".organisation.unique()", contains("mseft"))
                .body(lines + ".year", contains(year, year, next))
                .body(lines + ".measure", contains("M1", "M3", "M1"));
        same("0.5", all.jsonPath().getString(lines + "[0].share"));
        same("40000", all.jsonPath().getString(lines + "[0].value.delivered"));
        same("0", all.jsonPath().getString(lines + "[2].delivered"));
        as(Tender.AUDITOR)
                .get("/api/social-value/v1/deliveries?organisation=mseft&limit=200&year=" + next)
                .then()
                .body(lines + ".measure", contains("M1"));
    }

    @Test
    void leadsThroughTheSumsPageByPage() {
        contract();
        var read = new ArrayList<String>();
        @Nullable String next = "";
        while (next != null) {
            var page = as(Tender.BUYER).get("/api/social-value/v1/deliveries?limit=2" + next);
            page.then().statusCode(200);
            for (var line : page.jsonPath().getList("items", Map.class)) {
                read.add("%s %s %s".formatted(line.get("year"), line.get("catalogue"), line.get("measure")));
            }
            var more = page.jsonPath().getString("next");
            next = more == null ? null : "&after=" + more;
        }
        assertEquals(read.stream().distinct().toList(), read);
        assertEquals(
                as(Tender.BUYER)
                        .get("/api/social-value/v1/deliveries?limit=200")
                        .jsonPath()
                        .getList("items")
                        .size(),
                Math.min(200, read.size()));
        refused(as(Tender.BUYER).get("/api/social-value/v1/deliveries?year=2026"), 422)
                .body("faults.at", contains("?year"));
    }

    private static ValidatableResponse refused(Response answer, int status) {
        return answer.then().statusCode(status).contentType(Problem.MEDIA_TYPE);
    }
}
