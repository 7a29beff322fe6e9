package org.anchors.charter.consolidated;

import static io.restassured.RestAssured.given;
import static org.anchors.charter.report.ReportExamples.REPORTS;
import static org.anchors.charter.report.ReportExamples.anchorTeam;
import static org.anchors.charter.report.ReportExamples.ratio;
import static org.anchors.charter.report.ReportExamples.report;
import static org.anchors.charter.report.ReportExamples.reporterOf;
import static org.anchors.charter.report.ReportExamples.value;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import org.anchors.kit.testing.Engines;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** reporting.md, Output: the consolidated report in every format, by Accept or by name. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class ReportFormsTest {

    private static final String CONSOLIDATED = "/api/charter/v1/consolidated/2025-26";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Repeated posts give the first answer again. */
    @BeforeEach
    void oneReport() {
        given().auth()
                .oauth2(reporterOf("harlow"))
                .header("Idempotency-Key", "report-forms")
                .contentType(ContentType.JSON)
                .body(report("harlow", "2025-26", value("EMP-01", 400), ratio("EMP-03", 100, 400)))
                .post(REPORTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | application/json",
                "application/json | application/json",
                "text/csv | text/csv",
                "text/csv;q=0.5, application/json;q=0.4 | text/csv",
                "application/json;q=0.1, text/csv;q=0.9 | text/csv",
                XLSX + " | " + XLSX
            })
    void answersInTheFormatThatAcceptPrefers(String accept, String type) {
        given().auth()
                .oauth2(anchorTeam())
                .header("Accept", accept)
                .get(CONSOLIDATED)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith(type))
                .header("Vary", containsString("Accept"))
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void aFormatCanBeNamedAndAFileHasAName() {
        get("?format=csv")
                .then()
                .statusCode(200)
                .header("Content-Type", allOf(startsWith("text/csv"), containsString("UTF-8")))
                .header(
                        "Content-Disposition",
                        allOf(startsWith("attachment; filename=\"consolidated-figures-2025-26-"), endsWith(".csv\"")));
        get("?format=json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("year", is("2025-26"));
    }

    @Test
    void whatIsNotServedIsRefusedByName() {
        get("?format=docx")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("faults[0].at", equalTo("?format"))
                .body("faults[0].mend", equalTo("Choose one of json, csv, xlsx."));
        get("?format=csv&part=all").then().statusCode(400).body("faults[0].mend", containsString("completeness"));
        get("?format=xlsx&part=figures").then().statusCode(400).body("faults[0].at", equalTo("?part"));
        given().auth()
                .oauth2(anchorTeam())
                .header("Accept", "image/png")
                .get(CONSOLIDATED)
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(reporterOf("mseft"))
                .get(CONSOLIDATED + "?format=csv")
                .then()
                .statusCode(403);
    }

    @Test
    void narrowsAndPartsTheFiles() {
        get("?format=csv&pillar=procurement").then().statusCode(200).body(not(containsString("EMP-01")));
        get("?format=csv&part=about&place=Harlow&pillar=employment")
                .then()
                .statusCode(200)
                .body(containsString("place,Harlow"))
                .body(containsString("pillar,employment"));
        get("?format=csv&part=completeness").then().statusCode(200).body(containsString("expected,22"));
        get("?format=csv&part=commitments").then().statusCode(200).body(containsString("2024-27,"));
        get("?format=csv&pillar=cooking").then().statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "xlsx"})
    void theSameInstantGivesTheSameBytes(String format) {
        var question = "?format=%s&asKnownOn=%s".formatted(format, Instant.now());
        var first = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get(question), answer -> answer.statusCode() == 200);
        var second = get(question);
        assertArrayEquals(first.asByteArray(), second.asByteArray());
        assertEquals(first.header("Content-Disposition"), second.header("Content-Disposition"));
    }

    private static Response get(String question) {
        return given().auth().oauth2(anchorTeam()).get(CONSOLIDATED + question);
    }
}
