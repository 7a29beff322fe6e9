package org.anchors.charter.consolidated;

import static io.restassured.RestAssured.given;
import static org.anchors.charter.report.ReportExamples.REPORTS;
import static org.anchors.charter.report.ReportExamples.anchorTeam;
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
import java.nio.charset.StandardCharsets;
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
                .oauth2(reporterOf("nelft"))
                .header("Idempotency-Key", "report-forms")
                .contentType(ContentType.JSON)
                .body(report("nelft", "2025-26", value("LDP-07", 4)).replaceFirst("}\\s*$", """
                                , "narratives": [{"pillar": "employment", "text": "We <b>met</b> at noon."}],
                                "caseStudies": [{"pillar": "employment", "title": "=Our story", "text": "It began well."}]}
                                """))
                .post(REPORTS)
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | application/json",
                "application/json | application/json",
                "application/json;charset=utf-8 | application/json",
                "TEXT/CSV; Q=0.9, application/json; charset=UTF-8; q=0.1 | text/csv",
                "text/csv | text/csv",
                "text/csv;q=0.5, application/json;q=0.4 | text/csv",
                "application/json;q=0.1, text/csv;q=0.9 | text/csv",
                XLSX + " | " + XLSX,
                "application/pdf | application/pdf",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html"
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
    void thePageRunsNothingAndHoldsWhatPartnersWrote() {
        get("?format=html")
                .then()
                .statusCode(200)
                .header(
                        "Content-Security-Policy",
                        allOf(startsWith("default-src 'none'; style-src 'sha256-"), not(containsString("unsafe"))))
                .header("Content-Disposition", startsWith("inline; filename=\"impact-report-2025-26-as-known-on-"))
                .body(containsString("We &lt;b&gt;met&lt;/b&gt; at noon."))
                .body(containsString("=Our story"));
        get("?format=html&place=Maldon").then().statusCode(200).body(not(containsString("Our story")));
        get("?format=html&pillar=procurement").then().statusCode(200).body(not(containsString("Our story")));
        get("?format=html&policy=HES").then().statusCode(200).body(containsString("treated by the policy HES/1"));
        get("?format=pdf")
                .then()
                .statusCode(200)
                .header("Content-Disposition", allOf(startsWith("attachment"), endsWith(".pdf\"")))
                .contentType("application/pdf");
        assertEquals("%PDF", new String(get("?format=pdf").asByteArray(), 0, 4, StandardCharsets.US_ASCII));
    }

    @Test
    void whatIsNotServedIsRefusedByName() {
        get("?format=docx")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("faults[0].at", equalTo("?format"))
                .body("faults[0].mend", equalTo("Choose one of json, csv, xlsx, html, pdf."));
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
        get("?format=csv&pillar=procurement").then().statusCode(200).body(not(containsString("LDP-07")));
        get("?format=csv&part=about&place=Thurrock&pillar=employment")
                .then()
                .statusCode(200)
                .body(containsString("place,Thurrock"))
                .body(containsString("pillar,employment"));
        get("?format=csv&part=completeness").then().statusCode(200).body(containsString("expected,22"));
        get("?format=csv&part=commitments").then().statusCode(200).body(containsString("2024-27,"));
        get("?format=csv&pillar=cooking").then().statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "xlsx", "html", "pdf"})
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
