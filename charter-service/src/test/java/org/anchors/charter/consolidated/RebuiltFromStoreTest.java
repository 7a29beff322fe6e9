package org.anchors.charter.consolidated;

import static io.restassured.RestAssured.given;
import static org.anchors.charter.report.ReportExamples.REPORTS;
import static org.anchors.charter.report.ReportExamples.anchorTeam;
import static org.anchors.charter.report.ReportExamples.newKey;
import static org.anchors.charter.report.ReportExamples.ratio;
import static org.anchors.charter.report.ReportExamples.report;
import static org.anchors.charter.report.ReportExamples.reporterOf;
import static org.anchors.charter.report.ReportExamples.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.anchors.charter.report.OwnDatabase;
import org.anchors.kit.testing.Engines;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** reporting.md, Consolidating: a rebuild from the stored reports gives the same projection. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
@QuarkusTestResource(Engines.class)
class RebuiltFromStoreTest {

    private static final String CHARTER = "/api/charter/v1/";

    /** A year that no other test reports for. */
    private static final String YEAR = "2022-23";

    @Inject
    ConsolidatedProjection projection;

    @Inject
    EntityManager database;

    @Test
    void whatTheTopicHasLostIsToldAgainAsItWasToldThen() {
        window("{\"opens\": \"2023-04-01\", \"due\": \"2023-09-30\"}");
        try {
            submit("southend", value("EMP-01", 15_000), decimal("PRO-01", "4999.50", "interSignatory", "12.50"));
            submit(
                    "thurrock",
                    value("EMP-01", 900),
                    ratio("EMP-03", 300, 800),
                    decimal("PRO-01", "100.10", "interSignatory", "1.00"));
            decide(
                    "southend",
                    "return",
                    "{\"items\": [{\"indicator\": \"EMP-01\", \"reason\": \"Are bank staff in it?\"}]}");
            as(reporterOf("southend"), "southend")
                    .body(report(
                            "southend",
                            YEAR,
                            value("EMP-01", 14_000),
                            decimal("PRO-01", "5000.00", "interSignatory", "12.50")))
                    .post(REPORTS + "/southend-" + YEAR + "/resubmission")
                    .then()
                    .statusCode(201);
            var instant = Instant.now();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> shown("?asKnownOn=" + instant).statusCode() == 200);
            var rows = QuarkusTransaction.requiringNew().call(this::rows);
            var answers = answers(instant);
            assertTrue(answers.toString().contains("\"late\":2"), answers.toString());
            window("{\"opens\": \"2023-04-01\", \"due\": \"2027-03-31\"}");

            QuarkusTransaction.requiringNew().run(this::rebuildWithoutEvents);

            assertEquals(rows, QuarkusTransaction.requiringNew().call(this::rows));
            assertEquals(answers, answers(instant));
        } finally {
            window("{\"opens\": \"2023-04-01\", \"due\": \"2023-09-30\", \"closes\": \"2024-03-31\"}");
        }
    }

    /** The topic and the outbox have forgotten them. */
    private void rebuildWithoutEvents() {
        database.createNativeQuery("delete from outbox where key like :references")
                .setParameter("references", "%-" + YEAR)
                .executeUpdate();
        projection.clear();
        projection.tellLost(projection::apply);
    }

    private List<String> rows() {
        return Stream.of(
                        "consolidated_report r where year = 2022",
                        "consolidated_value r where year = 2022",
                        "consolidated_decision r where reference like '%-" + YEAR + "'")
                .<String>flatMap(table -> database.createNativeQuery(
                                "select cast(to_jsonb(r) as text) from " + table, String.class)
                        .getResultStream())
                .sorted()
                .toList();
    }

    private static List<String> answers(Instant knownOn) {
        return Stream.of(
                        "?asKnownOn=" + knownOn,
                        "/figures/PRO-01/provenance?asKnownOn=" + knownOn,
                        "/figures/EMP-03/provenance?asKnownOn=" + knownOn,
                        "/figures/PRO-01.interSignatory/provenance?asKnownOn=" + knownOn,
                        "/restatements")
                .map(question ->
                        shown(question).then().statusCode(200).extract().asString())
                .toList();
    }

    private static Response shown(String question) {
        return given().auth().oauth2(anchorTeam()).get(CHARTER + "consolidated/" + YEAR + question);
    }

    private static void submit(String organisation, String... values) {
        given().auth()
                .oauth2(reporterOf(organisation))
                .header("Idempotency-Key", newKey())
                .contentType(ContentType.JSON)
                .body(report(organisation, YEAR, values))
                .post(REPORTS)
                .then()
                .statusCode(201);
    }

    private static void decide(String organisation, String deed, String body) {
        as(anchorTeam(), organisation)
                .body(body)
                .post(REPORTS + "/" + organisation + "-" + YEAR + "/" + deed)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(String token, String organisation) {
        var etag = given().auth()
                .oauth2(anchorTeam())
                .get(REPORTS + "/" + organisation + "-" + YEAR)
                .header("ETag");
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", newKey())
                .header("If-Match", etag)
                .contentType(ContentType.JSON);
    }

    private static String decimal(String indicator, String value, String attribute, String number) {
        return "{\"indicator\": \"%s\", \"value\": %s, \"attributes\": {\"%s\": %s}}"
                .formatted(indicator, value, attribute, number);
    }

    private static void window(String window) {
        var path = CHARTER + "reporting-years/" + YEAR;
        var caller = given().auth().oauth2(anchorTeam());
        var etag = caller.get(path).header("ETag");
        given().auth()
                .oauth2(anchorTeam())
                .header("If-Match", etag)
                .contentType(ContentType.JSON)
                .body(window)
                .put(path)
                .then()
                .statusCode(200);
    }
}
