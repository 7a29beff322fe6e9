package org.anchors.charter.report;

import static io.restassured.RestAssured.given;
import static org.anchors.charter.report.ReportExamples.REPORTS;
import static org.anchors.charter.report.ReportExamples.anchorTeam;
import static org.anchors.charter.report.ReportExamples.newKey;
import static org.anchors.charter.report.ReportExamples.report;
import static org.anchors.charter.report.ReportExamples.reporterOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.stream.Stream;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.Test;

/** indicators.csv, PRO-05: one lead organisation for each contract; a duplicate contract is an error. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
@QuarkusTestResource(Engines.class)
class OneOwnerTest {

    private static final String YEAR = "2025-26";

    @Inject
    EntityManager database;

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

    /** operations.md, Upgrade: the version before serves beside this one, and again where a release is taken back. */
    @Test
    void whatTheVersionBeforeStoresIsNamedAndFreedAsWell() {
        QuarkusTransaction.requiringNew().run(() -> storeAsTheVersionBefore(1, "C-20; C-21"));
        submit("maldon", "C-21").then().statusCode(422).body("faults.rule", contains("identifier-of-another"));
        QuarkusTransaction.requiringNew().run(() -> storeAsTheVersionBefore(2, "C-20"));
        submit("maldon", "C-21").then().statusCode(201);
        submit("braintree", "C-20").then().statusCode(422).body("faults.given", contains("C-20"));
    }

    /** Which names no owners, and does not keep the day on which a report was due. */
    private void storeAsTheVersionBefore(int revision, String contracts) {
        var reference = "brentwood-" + YEAR;
        Stream.of("""
                        insert into annual_report (reference, organisation, year, state, revision, submitted_at, version)
                        values ('%1$s', 'brentwood', 2025, 'SUBMITTED', 1, now(), 0)
                        on conflict (reference) do update set revision = %2$d
                        """, """
                        insert into report_revision (reference, revision, submitted_at, submitted_by, catalogue)
                        values ('%1$s', %2$d, now(), 'somebody', '2024.1')
                        """, """
                        insert into reported_value (reference, revision, position, indicator, state, value, attributes)
                        values ('%1$s', %2$d, 0, 'PRO-05', 'GIVEN', 1000, '{"contracts": "%3$s"}')
                        """)
                .forEach(sql -> database.createNativeQuery(sql.formatted(reference, revision, contracts))
                        .executeUpdate());
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
