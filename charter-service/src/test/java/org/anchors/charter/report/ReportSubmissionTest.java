package org.anchors.charter.report;

import static io.restassured.RestAssured.given;
import static org.anchors.charter.report.ReportExamples.REPORTS;
import static org.anchors.charter.report.ReportExamples.anchorTeam;
import static org.anchors.charter.report.ReportExamples.newKey;
import static org.anchors.charter.report.ReportExamples.ratio;
import static org.anchors.charter.report.ReportExamples.report;
import static org.anchors.charter.report.ReportExamples.reporterOf;
import static org.anchors.charter.report.ReportExamples.value;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.Test;

/** reporting.md, Submitting, and api.md, A partner posts its annual report. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
@QuarkusTestResource(Engines.class)
class ReportSubmissionTest {

    @Test
    void takesAReportAndShowsIt() {
        var body = report("eput", "2024-25", value("EMP-01", 7_400), ratio("EMP-03", 2_000, 7_000));
        var answer = post("eput", body);
        answer.then()
                .statusCode(201)
                .header("Location", is(REPORTS + "/eput-2024-25"))
                .header("ETag", is("\"0\""))
                .body("reference", is("eput-2024-25"))
                .body("revision", is(1))
                .body("state", is("SUBMITTED"))
                .body("queries.rule", hasItem("reporting-commitment-missing"));
        given().auth()
                .oauth2(reporterOf("eput"))
                .get(REPORTS + "/eput-2024-25")
                .then()
                .statusCode(200)
                .header("ETag", is("\"0\""))
                .body("said.catalogue", is("2024.1"))
                .body("said.boardApproval.minute", is("BM/25/061"))
                .body("said.values.indicator", contains("EMP-01", "EMP-03"))
                .body("said.values[1].numerator", is(2000));
        given().auth()
                .oauth2(anchorTeam())
                .get(REPORTS + "/eput-2024-25/revisions")
                .then()
                .statusCode(200)
                .body("items.revision", contains(1));
    }

    @Test
    void refusesASecondReportForTheSameYear() {
        post("nelft", report("nelft", "2024-25", value("EMP-01", 6_500))).then().statusCode(201);
        post("nelft", report("nelft", "2024-25", value("EMP-01", 6_501)))
                .then()
                .statusCode(409)
                .body("type", is("/problems/report-exists"));
    }

    @Test
    void twelveFaultsComeBackAsTwelve() {
        post("mseft", """
                        {"organisation": "mseft", "year": "2025-26", "colour": "blue", "framework": "MADE-UP",
                         "boardApproval": {"role": "Chief Executive", "on": "2999-01-01", "minute": ""},
                         "values": [
                          {"indicator": "EMP-03", "numerator": 15000, "denominator": 14800},
                          {"indicator": "EMP-99", "value": 1},
                          {"indicator": "EMP-10", "value": 107},
                          {"indicator": "EMP-01", "value": "many"},
                          {"indicator": "EMP-05", "value": 12},
                          {"indicator": "EMP-08", "value": 1e10000000},
                          {"indicator": "SUS-07", "value": 10},
                          {"indicator": "SUS-07", "group": "staff", "value": 11},
                          {"indicator": "EMP-04", "numerator": 5}]}
                        """)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("faults", hasSize(12))
                .body(
                        "faults.at",
                        containsInAnyOrder(
                                "/colour",
                                "/framework",
                                "/boardApproval/on",
                                "/boardApproval/minute",
                                "/values/0/numerator",
                                "/values/1/indicator",
                                "/values/2",
                                "/values/3/value",
                                "/values/4/group",
                                "/values/5/value",
                                "/values/7/value",
                                "/values/8/denominator"))
                .body("faults.find { it.at == '/values/0/numerator' }.rule", is("numerator-above-denominator"))
                .body("faults.find { it.at == '/values/0/numerator' }.given", is("15000/14800"))
                .body("faults.mend", everyItem(not(equalTo(""))));
        given().auth()
                .oauth2(reporterOf("mseft"))
                .get(REPORTS + "/mseft-2025-26")
                .then()
                .statusCode(404);
    }

    @Test
    void aForeignOrganisationIsAnsweredAsOneThatDoesNotExist() {
        var foreign = post("eput", report("mseft", "2025-26", value("EMP-01", 1)));
        var missing = post("eput", report("nobody", "2025-26", value("EMP-01", 1)));
        foreign.then().statusCode(404);
        missing.then().statusCode(404);
        var same = foreign.asString()
                .replace(foreign.header("X-Request-Id"), "")
                .replace("mseft", "")
                .equals(missing.asString()
                        .replace(missing.header("X-Request-Id"), "")
                        .replace("nobody", ""));
        assertTrue(same, foreign.asString() + missing.asString());
    }

    @Test
    void refusesAYearWhoseWindowIsClosedAndAnUnknownYear() {
        post("mseft", report("mseft", "2022-23", value("EMP-01", 1)))
                .then()
                .statusCode(422)
                .body("faults.rule", contains("window-closed"));
        post("mseft", report("mseft", "2024-26", value("EMP-01", 1)))
                .then()
                .statusCode(422)
                .body("faults.rule", contains("unknown-year"));
    }

    @Test
    void refusesAnOrganisationThatIsOnNoCharter() {
        post("rochford", report("rochford", "2024-25", value("EMP-01", 1)))
                .then()
                .statusCode(422)
                .body("faults.rule", contains("not-on-the-charter"));
    }

    @Test
    void aDryRunSaysTheSameAndStoresNothing() {
        var sound = report("provide", "2024-25", value("EMP-01", 1_000));
        dryRun("provide", sound).then().statusCode(200).body("queries", not(empty()));
        dryRun("provide", report("provide", "2024-25", value("EMP-99", 1)))
                .then()
                .statusCode(422)
                .body("faults.rule", contains("unknown-indicator"));
        given().auth()
                .oauth2(reporterOf("provide"))
                .get(REPORTS + "/provide-2024-25")
                .then()
                .statusCode(404);
    }

    @Test
    void aDryRunIsTrueOrFalseAndNothingElse() {
        for (var word : List.of("1", "yes", "TRUE", "")) {
            given().auth()
                    .oauth2(reporterOf("castlepoint"))
                    .header("Idempotency-Key", newKey())
                    .contentType(ContentType.JSON)
                    .body(report("castlepoint", "2025-26", value("EMP-01", 300)))
                    .post(REPORTS + "?dryRun=" + word)
                    .then()
                    .statusCode(400);
        }
    }

    /** What would be passed over might have been meant: nothing is written, and all of it is told. */
    @Test
    void aQueryThatARouteDoesNotKnowIsRefused() {
        given().auth()
                .oauth2(reporterOf("castlepoint"))
                .header("Idempotency-Key", newKey())
                .contentType(ContentType.JSON)
                .body(report("castlepoint", "2025-26", value("EMP-01", 300)))
                .queryParam("dry-run", "true")
                .queryParam("dryRun", "true", "false")
                .post(REPORTS)
                .then()
                .statusCode(400)
                .body("faults.at", contains("?dry-run", "?dryRun"))
                .body("faults.rule", contains("unknown-parameter", "given-twice"));
        given().auth()
                .oauth2(reporterOf("castlepoint"))
                .get(REPORTS + "/castlepoint-2025-26")
                .then()
                .statusCode(404);
    }

    @Test
    void aPillarIsToldOnce() {
        var told = "{\"pillar\": \"employment\", \"text\": \"We hired.\"}";
        var body = report("castlepoint", "2025-26", value("EMP-01", 300))
                .replace("\"values\"", "\"narratives\": [%1$s, %1$s], \"values\"".formatted(told));
        dryRun("castlepoint", body)
                .then()
                .statusCode(422)
                .body("faults.at", contains("/narratives/1"))
                .body("faults.rule", contains("told-twice"));
    }

    @Test
    void aReportThatIsThereIsNeitherTriedAgainNorBegunAsADraft() {
        post("braintree", report("braintree", "2025-26", value("EMP-01", 6_500)))
                .then()
                .statusCode(201);
        dryRun("braintree", report("braintree", "2025-26", value("EMP-01", 6_500)))
                .then()
                .statusCode(409)
                .body("type", is("/problems/report-exists"));
        dryRun("braintree", report("braintree", "2025-26", value("EMP-99", 1)))
                .then()
                .statusCode(422);
        given().auth()
                .oauth2(reporterOf("braintree"))
                .contentType(ContentType.JSON)
                .body(report("braintree", "2025-26", value("EMP-01", 6_500)))
                .put("/api/charter/v1/organisations/braintree/drafts/2025-26")
                .then()
                .statusCode(409)
                .body("type", is("/problems/report-exists"));
    }

    @Test
    void refusesADateThatNoCalendarHolds() {
        var body = report("castlepoint", "2025-26", value("EMP-01", 300)).replace("2025-06-26", "-4800-01-01");
        dryRun("castlepoint", body).then().statusCode(422).body("faults.at", contains("/boardApproval/on"));
    }

    @Test
    void anExplainedGapIsNoQuery() {
        var body = report(
                "eeast",
                "2024-25",
                "{\"indicator\": \"SUS-02\", \"state\": \"NOT_COLLECTED\", \"explanation\": \"starts in 2025-26\"}",
                "{\"indicator\": \"SUS-01\", \"state\": \"NOT_COLLECTED\"}");
        dryRun("eeast", body)
                .then()
                .statusCode(200)
                .body("queries.findAll { it.indicator == 'SUS-02' }", empty())
                .body("queries.find { it.indicator == 'SUS-01' }.rule", is("explanation-missing"));
    }

    @Test
    void listsReportsInPages() {
        for (var key : new String[] {"basildon", "braintree", "brentwood"}) {
            post(key, report(key, "2024-25", value("EMP-01", 500))).then().statusCode(201);
        }
        var listed = new ArrayList<String>();
        String next = null;
        do {
            var page = given().auth()
                    .oauth2(anchorTeam())
                    .get(REPORTS + "?year=2024-25&limit=2" + (next == null ? "" : "&after=" + next));
            page.then().statusCode(200);
            listed.addAll(page.path("items.reference"));
            next = page.path("next");
        } while (next != null);
        assertTrue(listed.containsAll(List.of("basildon-2024-25", "braintree-2024-25", "brentwood-2024-25")));
        assertEquals(listed.stream().sorted().distinct().toList(), listed);
        given().auth()
                .oauth2(reporterOf("brentwood"))
                .get(REPORTS)
                .then()
                .body("items.organisation", everyItem(is("brentwood")));
        given().auth()
                .oauth2(reporterOf("brentwood"))
                .get(REPORTS + "?organisation=basildon")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void aParameterThatCannotBeReadIsABadRequest() {
        for (var query : List.of("?limit=many", "?state=LOST")) {
            given().auth()
                    .oauth2(anchorTeam())
                    .get(REPORTS + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void anotherOrganisationsReporterReadsNeitherReportNorDraft() {
        post("fire", report("fire", "2024-25", value("EMP-01", 1_500))).then().statusCode(201);
        given().auth()
                .oauth2(reporterOf("eput"))
                .get(REPORTS + "/fire-2024-25")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(reporterOf("eput"))
                .get(REPORTS + "/fire-2024-25/revisions")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(reporterOf("eput"))
                .get("/api/charter/v1/organisations/fire/drafts/2025-26")
                .then()
                .statusCode(404)
                .body("detail", startsWith("The organisation fire"));
    }

    private static Response post(String organisation, String body) {
        return given().auth()
                .oauth2(reporterOf(organisation))
                .header("Idempotency-Key", newKey())
                .contentType(ContentType.JSON)
                .body(body)
                .post(REPORTS);
    }

    private static Response dryRun(String organisation, String body) {
        return given().auth()
                .oauth2(reporterOf(organisation))
                .contentType(ContentType.JSON)
                .body(body)
                .post(REPORTS + "?dryRun=true");
    }
}
