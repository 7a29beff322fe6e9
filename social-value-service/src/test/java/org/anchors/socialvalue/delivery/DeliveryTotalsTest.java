package org.anchors.socialvalue.delivery;

import static org.anchors.socialvalue.delivery.Contracted.GOOD;
import static org.anchors.socialvalue.procurement.Tender.as;
import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.anchors.contracts.problem.Problem;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.testing.Engines;
import org.anchors.socialvalue.procurement.Tender;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** scoring.md, "After the award": delivered over committed. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class DeliveryTotalsTest {

    @Inject
    DataSource database;

    private Contracted contract() {
        return Contracted.ofJobs(database);
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
        var told = contract.toldOf(3);
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

    /** 20,000.01 is 6,666.67 three times and a penny less; a third of it that is rounded each time would lose or win one. */
    @Test
    void whatIsDeliveredInThreePartsIsWorthWhatTheWholeIs() throws IOException {
        var contract = Contracted.worth("2500000", "[{\"measure\": \"M3\", \"quantity\": 3, \"year\": 1}]", database);
        contract.begunInTime(database)
                .tender()
                .change(
                        database,
                        "update contract_obligation set value = 100.00 where contract ="
                                + " (select id from contract where procurement = ?)");
        for (var i = 1; i <= 3; i++) {
            contract.stateOn(Contracted.lastDay().minusDays(i), "{\"obligation\": 1, \"quantity\": 1}")
                    .then()
                    .statusCode(201);
            contract.approve(i, GOOD).then().statusCode(200);
        }
        var read = contract.read(Tender.BUYER).jsonPath();
        Contracted.same("100", read.getString("progress.total.delivered"));
        Contracted.same("100", read.getString("progress.measures[0].value.delivered"));
        Contracted.same("100", contract.toldOf(4).getLast().path("delivered").asText());
        var sums = as(Tender.BUYER)
                .get("/api/social-value/v1/deliveries?limit=200")
                .jsonPath();
        Contracted.same(
                "100",
                sums.getString("items.find { it.catalogue == '%s' }.value.delivered"
                        .formatted(read.getString("contract.catalogue"))));
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
        Contracted.same("0.5", all.jsonPath().getString(lines + "[0].share"));
        Contracted.same("40000", all.jsonPath().getString(lines + "[0].value.delivered"));
        Contracted.same("0", all.jsonPath().getString(lines + "[2].delivered"));
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
