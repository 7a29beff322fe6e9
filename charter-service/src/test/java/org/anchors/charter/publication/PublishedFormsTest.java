package org.anchors.charter.publication;

import static io.restassured.RestAssured.given;
import static org.anchors.charter.report.ReportExamples.anchorTeam;
import static org.anchors.charter.report.ReportExamples.newKey;
import static org.anchors.charter.report.ReportExamples.reporterOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** reporting.md, Output: what was published, in the formats of the consolidated report. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@TestProfile(PublicationsDatabase.class)
class PublishedFormsTest {

    private static final String PUBLICATIONS = "/api/charter/v1/publications";

    private String publication = "";

    @BeforeEach
    void publish() {
        var made = given().auth()
                .oauth2(anchorTeam())
                .header("Idempotency-Key", newKey())
                .contentType(ContentType.JSON)
                .body("{\"year\": \"2021-22\", \"filters\": {\"pillar\": \"sustainability\"}}")
                .post(PUBLICATIONS);
        assertEquals(201, made.statusCode(), made.asString());
        publication = made.header("Location");
    }

    @ParameterizedTest
    @CsvSource({"json, application/json", "csv, text/csv", "html, text/html", "pdf, application/pdf"})
    void everyFormatIsMadeFromTheFrozenReport(String format, String type) {
        var byName = get("?format=" + format);
        byName.then().statusCode(200).header("Content-Type", startsWith(type));
        var byAccept = given().auth()
                .oauth2(reporterOf("mseft"))
                .header("Accept", type)
                .get(publication);
        assertArrayEquals(byName.asByteArray(), byAccept.asByteArray());
    }

    @Test
    void tablesAndPageShowThePolicyAndTheFilters() {
        get("?format=csv&part=about")
                .then()
                .body(containsString("disclosure policy,HES/1"))
                .body(containsString("pillar,sustainability"));
        get("?format=html")
                .then()
                .body(containsString("treated by the policy HES/1"))
                .body(not(containsString("while none was")));
        get("?format=docx").then().statusCode(400);
        given().auth()
                .oauth2(reporterOf("mseft"))
                .header("Accept", "image/png")
                .get(publication)
                .then()
                .statusCode(406);
    }

    private Response get(String question) {
        return given().auth().oauth2(reporterOf("mseft")).get(publication + question);
    }
}
