package org.anchors.charter.consolidated;

import static io.restassured.RestAssured.given;
import static org.anchors.charter.report.ReportExamples.REPORTS;
import static org.anchors.charter.report.ReportExamples.anchorTeam;
import static org.anchors.charter.report.ReportExamples.newKey;
import static org.anchors.charter.report.ReportExamples.operator;
import static org.anchors.charter.report.ReportExamples.ratio;
import static org.anchors.charter.report.ReportExamples.report;
import static org.anchors.charter.report.ReportExamples.reporterOf;
import static org.anchors.charter.report.ReportExamples.value;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import org.anchors.kit.testing.Engines;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** reporting.md, Consolidating: fed by events through Kafka. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class ConsolidatedReportTest {

    private static final String CONSOLIDATED = "/api/charter/v1/consolidated/";

    @Test
    void sumsRatiosCoverageAndChange() {
        submit("aru", "2024-25", value("EMP-01", 1_000), ratio("EMP-03", 300, 900));
        submit("uoe", "2024-25", value("EMP-01", 3_000), ratio("EMP-03", 300, 2_900));
        submit("aru", "2025-26", value("EMP-01", 1_100), ratio("EMP-03", 400, 1_000));
        submit("sec", "2025-26", value("EMP-01", 900), ratio("EMP-03", 200, 800));
        submit("dwp", "2025-26", ratio("EMP-03", 50, 100));

        var report = awaitReports("2025-26", 3);
        assertEquals(22, report.getInt("completeness.expected"));
        var figure = "figures.find { it.id == 'EMP-03' }.";
        // 650 of 1,900: the ratio of sums. The mean of the percentages 40, 25 and 50 would be 38.33.
        assertEquals(34.21f, report.getFloat(figure + "value"));
        assertEquals(3, report.getInt(figure + "coverage.organisations"));
        assertEquals(1.0f, report.getFloat(figure + "coverage.headcountShare"));
        // The year before: 600 of 3,800. Like for like only aru: 40.00 against 33.33.
        assertEquals(15.79f, report.getFloat(figure + "change.previous"));
        assertEquals(6.67f, report.getFloat(figure + "change.likeForLike"));
        assertEquals("percentage-points", report.getString(figure + "change.unit"));
        assertEquals(1, report.getInt(figure + "change.organisations"));
        assertEquals(2_000, report.getInt("figures.find { it.id == 'EMP-01' }.value"));
    }

    @Test
    void narrowedAndEarlierReportsAgreeWithTheTotals() {
        submit("castlepoint", "2024-25", value("EMP-01", 300), value("PRO-08", 4));
        awaitProjection("castlepoint-2024-25");
        get("2024-25?sector=Local authority (district)&place=Castle Point")
                .then()
                .statusCode(200)
                .body("completeness.expected", is(1))
                .body("completeness.submitted", is(1))
                .body("figures.find { it.id == 'PRO-08' }.value", is(4))
                .body("figures.find { it.id == 'PRO-08' }.coverage.of", is(1));
        get("2024-25?place=Castle Point&asKnownOn=2020-01-01T00:00:00Z")
                .then()
                .statusCode(200)
                .body("completeness.submitted", is(0))
                .body("figures.size()", is(0));
        get("2024-25?asKnownOn=yesterday").then().statusCode(422);
    }

    @Test
    void everyFigureOpensToTheReportsBehindIt() {
        submit("maldon", "2024-25", ratio("LAB-01", 3, 10));
        awaitProjection("maldon-2024-25");
        var narrowed = get("2024-25?place=Maldon");
        String provenance = narrowed.path("figures.find { it.id == 'LAB-01' }.provenance");
        given().auth()
                .oauth2(anchorTeam())
                .urlEncodingEnabled(false)
                .get(provenance)
                .then()
                .statusCode(200)
                .body("formula", equalTo("100 x sum of numerators / sum of denominators"))
                .body("contributions.report", contains("maldon-2024-25"))
                .body("contributions.revision", contains(1));
    }

    @Test
    void rebuildingGivesTheSameReport() {
        submit("police", "2024-25", value("EMP-01", 5_600), ratio("EMP-02", 3_000, 5_000));
        awaitProjection("police-2024-25");
        var before = get("2024-25").jsonPath();
        given().auth()
                .oauth2(operator())
                .post("/api/charter/v1/projections/consolidated/rebuild")
                .then()
                .statusCode(200)
                .body("events", greaterThanOrEqualTo(1));
        var after = get("2024-25").jsonPath();
        assertEquals(before.<Object>get("figures"), after.<Object>get("figures"));
        assertEquals(before.<Object>get("completeness"), after.<Object>get("completeness"));
    }

    @Test
    void isForTheAnchorTeam() {
        given().auth()
                .oauth2(reporterOf("mseft"))
                .get(CONSOLIDATED + "2024-25")
                .then()
                .statusCode(403);
        given().get(CONSOLIDATED + "2024-25").then().statusCode(401);
        get("1999-00").then().statusCode(404);
    }

    @Test
    void namesWhatSumsCannotGive() {
        get("2024-25?pillar=leadership-partnership")
                .then()
                .body(
                        "notConsolidated.indicator",
                        containsInAnyOrder("LDP-01", "LDP-02", "LDP-03", "LDP-04", "LDP-05", "LDP-06"));
    }

    private static void submit(String organisation, String year, String... values) {
        given().auth()
                .oauth2(reporterOf(organisation))
                .header("Idempotency-Key", newKey())
                .contentType(ContentType.JSON)
                .body(report(organisation, year, values))
                .post(REPORTS)
                .then()
                .statusCode(201);
    }

    private static io.restassured.response.Response get(String question) {
        return given().auth().oauth2(anchorTeam()).get(CONSOLIDATED + question);
    }

    private static JsonPath awaitReports(String year, int submitted) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get(year).jsonPath(), report -> report.getInt("completeness.submitted") >= submitted);
    }

    private static void awaitProjection(String reference) {
        var organisation = reference.substring(0, reference.indexOf("-20"));
        var year = reference.substring(organisation.length() + 1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        !get(year).jsonPath().getList("completeness.missing").contains(organisation));
    }
}
