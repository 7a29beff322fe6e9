package org.anchors.charter.report;

import static io.restassured.RestAssured.given;
import static org.anchors.charter.report.ReportExamples.REPORTS;
import static org.anchors.charter.report.ReportExamples.newKey;
import static org.anchors.charter.report.ReportExamples.ratio;
import static org.anchors.charter.report.ReportExamples.report;
import static org.anchors.charter.report.ReportExamples.reporterOf;
import static org.anchors.charter.report.ReportExamples.value;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.anchors.contracts.event.Topic;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.PublishedEvents;
import org.anchors.kit.testing.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** reporting.md, Submitting: the life of a report, and what must hold when two act at once. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
@QuarkusTestResource(Engines.class)
class ReportLifeTest {

    private static final String YEAR = "2024-25";

    @Test
    void aReportIsReturnedMendedAcceptedAndRestatedAndEveryRevisionStays() {
        var reference = submitted("castlepoint", YEAR, value("EMP-01", 1_000), ratio("EMP-06", 900, 1_000));

        anchorTeam("\"0\"")
                .body("""
                        {"items": [{"at": "/values/1", "indicator": "EMP-06", "reason": "Which rate is this?"}]}""")
                .post(REPORTS + "/" + reference + "/return")
                .then()
                .statusCode(200)
                .body("state", is("RETURNED"))
                .body("said.decisions[0].items[0].reason", is("Which rate is this?"));
        anchorTeam("\"1\"")
                .body("{}")
                .post(REPORTS + "/" + reference + "/acceptance")
                .then()
                .statusCode(409)
                .body("type", is("/problems/report-returned"));

        var mended = report("castlepoint", YEAR, value("EMP-01", 1_000), ratio("EMP-06", 850, 1_000));
        as(reporterOf("castlepoint"), "\"1\"")
                .body(mended)
                .post(REPORTS + "/" + reference + "/resubmission?dryRun=true")
                .then()
                .statusCode(200)
                .body("changes.indicator", contains("EMP-06"));
        var key = newKey();
        var first = as(reporterOf("castlepoint"), "\"1\"")
                .header("Idempotency-Key", key)
                .body(mended)
                .post(REPORTS + "/" + reference + "/resubmission");
        first.then()
                .statusCode(201)
                .header("Location", is(REPORTS + "/" + reference + "/revisions/2"))
                .body("revision", is(2))
                .body("state", is("SUBMITTED"));
        var again = as(reporterOf("castlepoint"), "\"1\"")
                .header("Idempotency-Key", key)
                .body(mended)
                .post(REPORTS + "/" + reference + "/resubmission");
        assertEquals(first.asString(), again.asString());

        accepted(reference).then().statusCode(200).body("state", is("ACCEPTED")).body("acceptedRevision", is(2));

        as(reporterOf("castlepoint"), etag(reference))
                .header("Idempotency-Key", newKey())
                .body(mended)
                .post(REPORTS + "/" + reference + "/restatements")
                .then()
                .statusCode(422)
                .body("faults.at", contains("/restatementReason"));
        as(reporterOf("castlepoint"), etag(reference))
                .header("Idempotency-Key", newKey())
                .body("""
                        {"organisation": "castlepoint", "year": "2024-25", "framework": "HSIYA",
                         "boardApproval": {"role": "Chief Executive", "on": "2025-06-26", "minute": "BM/25/061"},
                         "restatementReason": "The payroll was counted twice.",
                         "values": [{"indicator": "EMP-01", "value": 990},
                                    {"indicator": "EMP-06", "numerator": 840, "denominator": 990,
                                     "restatementReason": "Follows from EMP-01."}]}""")
                .post(REPORTS + "/" + reference + "/restatements")
                .then()
                .statusCode(201)
                .body("revision", is(3))
                .body("state", is("SUBMITTED"));

        given().auth()
                .oauth2(reporterOf("castlepoint"))
                .get(REPORTS + "/" + reference + "/revisions")
                .then()
                .body("items.kind", contains("SUBMISSION", "RESUBMISSION", "RESTATEMENT"))
                .body("items[0].values[1].numerator", is(900))
                .body("items[2].reason", is("The payroll was counted twice."))
                .body("items[2].changes.find { it.indicator == 'EMP-01' }.before.value", is(1000))
                .body("items[2].changes.find { it.indicator == 'EMP-01' }.after.value", is(990))
                .body("items[2].changes.find { it.indicator == 'EMP-01' }.reason", is("The payroll was counted twice."))
                .body("items[2].changes.find { it.indicator == 'EMP-06' }.reason", is("Follows from EMP-01."));
        given().auth()
                .oauth2(auditor())
                .get(REPORTS + "/" + reference + "/revisions/1")
                .then()
                .statusCode(200)
                .body("values[1].numerator", is(900));
        given().auth()
                .oauth2(auditor())
                .get(REPORTS + "/" + reference + "/history")
                .then()
                .statusCode(200)
                .body(
                        "items.deed",
                        contains(
                                "report-submitted",
                                "report-returned",
                                "report-resubmitted",
                                "report-accepted",
                                "report-restated"))
                .body("items.who", hasItems("reporter-castlepoint", "anchor-team-one"))
                .body("items[0].detail.revision", is(1));
        pagesOfOne(reference);
        var told = PublishedEvents.await(Topic.CHARTER, reference, 5);
        assertEquals(
                List.of("submitted", "returned", "submitted", "accepted", "submitted"),
                told.stream()
                        .map(message -> PublishedEvents.headersOf(message).get("ce_type"))
                        .map(type -> type.replaceAll(".*report-|\\.v1", ""))
                        .toList());
        told.forEach(message -> assertEquals(List.of(), PublishedEvents.schemaFaultsOf(message)));
        assertTrue(told.getLast().value().contains("The payroll was counted twice."));
        for (var path : List.of("/history", "/revisions", "/revisions/1")) {
            given().auth()
                    .oauth2(reporterOf("eput"))
                    .get(REPORTS + "/" + reference + path)
                    .then()
                    .statusCode(404);
        }
    }

    /** Page by page the same: each revision is still compared with the one before it. */
    private static void pagesOfOne(String reference) {
        var second = next(reference + "/revisions?limit=1", null);
        second.then().body("items.revision", contains(2)).body("items[0].changes.indicator", contains("EMP-06"));
        next(reference + "/revisions?limit=1", second.path("next"))
                .then()
                .body("items.revision", contains(3))
                .body("next", nullValue());
        next(reference + "/history?limit=1", null).then().body("items.deed", contains("report-returned"));
        given().auth()
                .oauth2(auditor())
                .get(REPORTS + "/" + reference + "/revisions?after=bm8")
                .then()
                .statusCode(422)
                .body("faults.at", contains("?after"));
    }

    private static Response next(String path, @Nullable String cursor) {
        var after = cursor == null
                ? given().auth().oauth2(auditor()).get(REPORTS + "/" + path).<String>path("next")
                : cursor;
        return given().auth().oauth2(auditor()).get(REPORTS + "/" + path + "&after=" + after);
    }

    @Test
    void ofTwoWhoDecideAtOnceOneWinsAndTheOtherIsToldThatTheVersionChanged()
            throws InterruptedException, ExecutionException {
        var reference = submitted("chelmsford", YEAR, value("EMP-01", 1_000));
        var waivers = waivers(reference);
        Callable<Response> accept = () ->
                as(anchorTeamMember("one"), "\"0\"").body(waivers).post(REPORTS + "/" + reference + "/acceptance");
        Callable<Response> giveBack = () -> as(anchorTeamMember("two"), "\"0\"")
                .body("{\"items\": [{\"indicator\": \"EMP-01\", \"reason\": \"Are bank staff in it?\"}]}")
                .post(REPORTS + "/" + reference + "/return");
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(List.of(accept, giveBack)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertEquals(
                    List.of(200, 412),
                    answers.stream().map(Response::statusCode).sorted().toList());
            var stale = answers.stream()
                    .filter(answer -> answer.statusCode() == 412)
                    .findFirst()
                    .orElseThrow();
            assertEquals("/problems/version-stale", stale.path("type"));
        }
        given().auth()
                .oauth2(auditor())
                .get(REPORTS + "/" + reference)
                .then()
                .body("said.decisions.size()", is(1))
                .body("said.values[0].value", is(1000));
    }

    @Test
    void ofTwoWhoRestateAtOnceOneWinsAndNothingOfTheOtherIsKept() throws InterruptedException, ExecutionException {
        var reference = submitted("basildon", "2025-26", value("EMP-01", 1_000));
        accepted(reference).then().statusCode(200);
        var version = etag(reference);
        Callable<Response> restate = () -> as(reporterOf("basildon"), version)
                .header("Idempotency-Key", newKey())
                .body(report("basildon", "2025-26", value("EMP-01", 1_010))
                        .replaceFirst("\\{", "{\"restatementReason\": \"counted again\", "))
                .post(REPORTS + "/" + reference + "/restatements");
        try (var threads = Executors.newFixedThreadPool(2)) {
            assertEquals(
                    List.of(201, 412),
                    threads.invokeAll(List.of(restate, restate)).stream()
                            .map(Future::resultNow)
                            .map(Response::statusCode)
                            .sorted()
                            .toList());
        }
        given().auth()
                .oauth2(auditor())
                .get(REPORTS + "/" + reference + "/revisions")
                .then()
                .body("items.revision", contains(1, 2));
    }

    @Test
    void openQueriesKeepAReportFromBeingAcceptedUntilEachIsWaived() {
        var reference = submitted("sec", YEAR, value("EMP-01", 1_000));
        anchorTeam("\"0\"")
                .body("{}")
                .post(REPORTS + "/" + reference + "/acceptance")
                .then()
                .statusCode(409)
                .body("type", is("/problems/queries-open"))
                .body("faults.rule", hasItem("reporting-commitment-missing"));
        anchorTeam("\"0\"")
                .body("{\"waivers\": [{\"queries\": [1, 1, 999], \"reason\": \"new here\"}]}")
                .post(REPORTS + "/" + reference + "/acceptance")
                .then()
                .statusCode(422)
                .body("faults.at", contains("/waivers/0/queries/1", "/waivers/0/queries/2"));
        accepted(reference)
                .then()
                .statusCode(200)
                .body("said.decisions[0].decision", is("ACCEPTED"))
                .body("said.decisions[0].items.reason", hasItem("first report of this organisation"));
    }

    @Test
    void theOrganisationsApproverMayWithholdApprovalAndGiveIt() {
        var reference = submitted("maldon", YEAR, value("EMP-01", 1_000));
        var approver = Tokens.of("approver-maldon", "maldon", Role.PARTNER_APPROVER);
        var path = REPORTS + "/" + reference;
        as(approver, "\"0\"")
                .body("{\"approved\": false}")
                .post(path + "/approval")
                .then()
                .statusCode(422)
                .body("faults.at", contains("/reason"));
        as(approver, "\"0\"")
                .body("{\"approved\": false, \"reason\": \"The headcount is last year's.\"}")
                .post(path + "/approval")
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""));
        accepted(reference).then().statusCode(409).body("type", is("/problems/approval-withheld"));
        as(approver, "\"1\"")
                .body("{\"approved\": true}")
                .post(path + "/approval")
                .then()
                .statusCode(200);
        accepted(reference).then().statusCode(200);
        var foreigner = Tokens.of("approver-eput", "eput", Role.PARTNER_APPROVER);
        as(foreigner, "\"3\"")
                .body("{\"approved\": true}")
                .post(path + "/approval")
                .then()
                .statusCode(404);
        var both = Tokens.of("reporter-maldon", "maldon", Role.PARTNER_APPROVER);
        as(both, etag(reference))
                .body("{\"approved\": true}")
                .post(path + "/approval")
                .then()
                .statusCode(409)
                .body("type", is("/problems/report-accepted"));
    }

    @Test
    void nobodyApprovesWhatTheySubmittedThemselves() {
        var reference = submitted("uoe", YEAR, value("EMP-01", 1_000));
        var both = Tokens.of("reporter-uoe", "uoe", Role.PARTNER_APPROVER);
        as(both, "\"0\"")
                .body("{\"approved\": true}")
                .post(REPORTS + "/" + reference + "/approval")
                .then()
                .statusCode(403)
                .body("type", is("/problems/own-revision"));
    }

    @Test
    void aStepSaysWhichVersionItWasTakenOnAndIsTakenByThoseWhoMay() {
        var reference = submitted("dwp", YEAR, value("EMP-01", 1_000));
        var path = REPORTS + "/" + reference;
        given().auth()
                .oauth2(anchorTeamMember("one"))
                .contentType(ContentType.JSON)
                .body("{}")
                .post(path + "/acceptance")
                .then()
                .statusCode(428);
        as(reporterOf("dwp"), "\"0\"")
                .body("{}")
                .post(path + "/acceptance")
                .then()
                .statusCode(403);
        anchorTeam("\"0\"").body("{}").post(path + "/restatements").then().statusCode(403);
        as(reporterOf("eput"), "\"0\"")
                .header("Idempotency-Key", newKey())
                .body(report("dwp", YEAR, value("EMP-01", 1)))
                .post(path + "/restatements")
                .then()
                .statusCode(404);
        as(reporterOf("dwp"), "\"0\"")
                .header("Idempotency-Key", newKey())
                .body(report("dwp", YEAR, value("EMP-01", 1)))
                .post(path + "/resubmission")
                .then()
                .statusCode(409)
                .body("type", is("/problems/report-awaits-decision"));
        anchorTeam("\"0\"")
                .body("""
                        {"items": [{"reason": "odd"}, {"at": "/values/1", "reason": "odd"},
                                   {"indicator": "EMP-77", "reason": ""}]}""")
                .post(path + "/return")
                .then()
                .statusCode(422)
                .body("faults.rule", hasItems("place-missing", "unknown-place", "unknown-indicator", "missing"));
        given().auth().oauth2(auditor()).get(path).then().body("said.decisions", empty());
    }

    @Test
    void anExplanationIsKeptShownTheYearAfterAndCarriedWhereTheSameValueIsOddAgain() {
        var survey = """
                {"indicator": "SUS-06", "numerator": 10, "denominator": 20, "explanation": "a small site"}""";
        submitted("aru", YEAR, survey, value("EMP-01", 1_000));
        var checked = as(reporterOf("aru"), "\"0\"")
                .body(report("aru", "2025-26", ratio("SUS-06", 9, 18), value("EMP-01", 1_300)))
                .post(REPORTS + "?dryRun=true");
        checked.then()
                .statusCode(200)
                .body("queries.find { it.rule == 'survey-too-small' }.explained", is(true))
                .body("queries.find { it.rule == 'survey-too-small' }.carriedFrom", is(YEAR))
                .body("queries.find { it.rule == 'survey-too-small' }.lastExplanation", is("a small site"))
                .body("queries.find { it.rule == 'change-beyond-band' }.indicator", is("EMP-01"))
                .body("queries.find { it.rule == 'change-beyond-band' }.explained", is(false))
                .body("queries.find { it.rule == 'change-beyond-band' }.given", is("1300 against 1000 in 2024-25"))
                .body("queries.find { it.rule == 'change-beyond-band' }.carriedFrom", nullValue());
    }

    private static String submitted(String organisation, String year, String... values) {
        var answer = given().auth()
                .oauth2(reporterOf(organisation))
                .header("Idempotency-Key", newKey())
                .contentType(ContentType.JSON)
                .body(report(organisation, year, values))
                .post(REPORTS);
        assertEquals(201, answer.statusCode(), answer.asString());
        return answer.path("reference");
    }

    private static Response accepted(String reference) {
        return anchorTeam(etag(reference)).body(waivers(reference)).post(REPORTS + "/" + reference + "/acceptance");
    }

    private static String waivers(String reference) {
        List<Integer> open = given().auth()
                .oauth2(anchorTeamMember("one"))
                .get(REPORTS + "/" + reference)
                .path("said.queries.findAll { !it.explained }.number");
        assertTrue(!open.isEmpty());
        return "{\"waivers\": [{\"queries\": %s, \"reason\": \"first report of this organisation\"}]}".formatted(open);
    }

    private static String etag(String reference) {
        return given().auth()
                .oauth2(anchorTeamMember("one"))
                .get(REPORTS + "/" + reference)
                .header("ETag");
    }

    private static RequestSpecification anchorTeam(String version) {
        return as(anchorTeamMember("one"), version);
    }

    private static String anchorTeamMember(String name) {
        return Tokens.of("anchor-team-" + name, "mse-icp", Role.ANCHOR_TEAM);
    }

    private static String auditor() {
        return Tokens.of("auditor", "mse-icp", Role.AUDITOR);
    }

    private static RequestSpecification as(String token, String version) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).header("If-Match", version);
    }
}
