package org.anchors.charter.report;

import static io.restassured.RestAssured.given;
import static org.anchors.charter.report.ReportExamples.REPORTS;
import static org.anchors.charter.report.ReportExamples.anchorTeam;
import static org.anchors.charter.report.ReportExamples.newKey;
import static org.anchors.charter.report.ReportExamples.report;
import static org.anchors.charter.report.ReportExamples.reporterOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.Test;

/** indicators.csv, PRO-05: one lead organisation for each contract; a duplicate contract is an error. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
@QuarkusTestResource(Engines.class)
class OneOwnerTest {

    private static final String YEAR = "2025-26";

    @Test
    void aContractThatAnotherOrganisationHasNamedIsAFault() {
        submit("ecc", "C-1; C-2").then().statusCode(201);
        submit("thurrock", "C-3;C-2")
                .then()
                .statusCode(422)
                .body("faults.rule", contains("identifier-of-another"))
                .body("faults.at", contains("/values/0/attributes/contracts"))
                .body("faults.given", contains("C-2"));
        submit("thurrock", "C-3").then().statusCode(201);
    }

    @Test
    void aContractIsFreeAgainWhenItsReportNamesItNoMore() {
        submit("southend", "C-10;C-11").then().statusCode(201);
        as(anchorTeam(), "\"0\"")
                .body("{\"items\": [{\"at\": \"/values/0\", \"reason\": \"The council leads C-11.\"}]}")
                .post(REPORTS + "/southend-2025-26/return")
                .then()
                .statusCode(200);
        submit("police", "C-11").then().statusCode(422);
        as(reporterOf("southend"), "\"1\"")
                .body(reporting("southend", "C-10"))
                .post(REPORTS + "/southend-2025-26/resubmission")
                .then()
                .statusCode(201)
                .body("revision", is(2));
        submit("police", "C-11").then().statusCode(201);
        submit("mse-icb", "C-10").then().statusCode(422);
    }

    private static Response submit(String organisation, String contracts) {
        return as(reporterOf(organisation), "\"0\"")
                .body(reporting(organisation, contracts))
                .post(REPORTS);
    }

    private static String reporting(String organisation, String contracts) {
        return report(
                organisation,
                YEAR,
                "{\"indicator\": \"PRO-05\", \"value\": 10000000, \"attributes\": {\"contracts\": \"%s\"}}"
                        .formatted(contracts));
    }

    private static RequestSpecification as(String token, String version) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", newKey())
                .header("If-Match", version)
                .contentType(ContentType.JSON);
    }
}
