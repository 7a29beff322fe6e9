package org.anchors.charter.actionplan;

import static io.restassured.RestAssured.given;
import static org.anchors.charter.report.ReportExamples.anchorTeam;
import static org.anchors.charter.report.ReportExamples.newKey;
import static org.anchors.charter.report.ReportExamples.reporterOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** reporting.md, What it owns: an organisation's commitments for a year, and the progress that its report shows. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class ActionPlansTest {

    private static final String APPROVAL = """
            {"role": "Chief Executive", "on": "2025-04-24", "minute": "BM/25/040"}""";

    @Inject
    EntityManager database;

    @Test
    void aPlanIsDraftedAdoptedAndItsProgressReadFromTheReport() {
        var plan = pathOf("fire");
        as("fire")
                .body(actions(
                        action("E5", "EMP-03", "30"),
                        action("E2", "EMP-06", "99.5"),
                        action("S3", "SUS-01", "1200"),
                        action("S3", "SUS-02", "9000"),
                        action("LP3", "LDP-01", "true")))
                .put(plan + "/draft")
                .then()
                .statusCode(201)
                .header("ETag", is("\"0\""))
                .body("faults", empty());
        adopt("fire", 0, APPROVAL)
                .then()
                .statusCode(201)
                .header("Location", is(plan))
                .header("ETag", is("\"1\""))
                .body("boardApproval.minute", is("BM/25/040"));
        as("fire").get(plan + "/draft").then().statusCode(404);
        given().auth()
                .oauth2(anchorTeam())
                .get(plan + "/progress")
                .then()
                .statusCode(200)
                .body("report", nullValue())
                .body("unknown", is(5))
                .body("actions.because", everyItem(is("NO_REPORT")));
        fireReports();
        as("fire")
                .get(plan + "/progress")
                .then()
                .statusCode(200)
                .body("report", is("fire-2025-26"))
                .body("actions.result", contains("MET", "UNKNOWN", "NOT_MET", "UNKNOWN", "MET"))
                .body("actions[0].figure", is(32.14f))
                .body("actions[0].target", is(30))
                .body("actions[1].because", is("NOT_REPORTED"))
                .body("actions[3].because", is("NOT_COLLECTED"))
                .body("met", is(2))
                .body("notMet", is(1));
    }

    /** The charter's list and the definitions each name commitments that the other does not. */
    @ParameterizedTest
    @CsvSource({"E1, EMP-11", "E1, EMP-08", "E3, EMP-13", "S2, LAB-07"})
    void anActionIsShownByAnIndicatorOfTheCharterOrOfTheDefinitions(String commitment, String indicator) {
        as("ecc")
                .body(actions(action(commitment, indicator, "30")))
                .put(pathOf("ecc") + "/draft")
                .then()
                .statusCode(201)
                .body("faults", empty());
    }

    @Test
    void whatWouldShowTheCommitmentIsNamed() {
        as("ecc")
                .body(actions(action("E3", "PRO-01", "30")))
                .put(pathOf("ecc") + "/draft")
                .then()
                .statusCode(201)
                .body("faults.mend", contains("Indicators of E3: EMP-04, EMP-13, EMP-14."));
    }

    @Test
    void aLaterPlanTakesThePlaceOfAnEarlierOneThatStaysReadable() {
        var plan = pathOf("police");
        as("police").body(actions(action("E5", "EMP-03", "30"))).put(plan + "/draft");
        adopt("police", 0, APPROVAL).then().statusCode(201);
        as("police")
                .body(actions(action("E5", "EMP-03", "35")))
                .put(plan + "/draft")
                .then()
                .statusCode(201)
                .header("ETag", is("\"2\""));
        // Whoever still has the first draft in hand adopts nothing that they have not read.
        adopt("police", 0, APPROVAL).then().statusCode(412);
        adopt("police", 2, APPROVAL).then().statusCode(201);
        as("police").get(plan).then().body("revision", is(2)).body("actions[0].target", is(35));
        as("police").get(plan + "?revision=1").then().body("actions[0].target", is(30));
        as("police").get(plan + "?revision=3").then().statusCode(404);
    }

    @Test
    void allFaultsOfAPlanComeBackAtOnce() {
        var plan = pathOf("sec");
        as("sec")
                .body(actions(
                        action("Z9", "EMP-03", "30"),
                        action("E5", "EMP-99", "30"),
                        action("E5", "PRO-01", "30"),
                        action("E5", "EMP-03", "101"),
                        action("E5", "EMP-05", "\"many\""),
                        action("E2", "EMP-06", "50").replace("2026-03-31", "2026-04-01")))
                .put(plan + "/draft")
                .then()
                .statusCode(201)
                .body("faults.at", contains(everyFault()));
        adopt("sec", 0, "{\"role\": \"Principal\", \"on\": \"2999-01-01\"}")
                .then()
                .statusCode(422)
                .body(
                        "faults.rule",
                        containsInAnyOrder(
                                "missing",
                                "in-the-future",
                                "unknown-commitment",
                                "unknown-indicator",
                                "not-of-the-commitment",
                                "out-of-bounds",
                                "group-missing",
                                "wrong-type",
                                "due-outside-the-year"))
                .body("faults.at", hasItem("draft/actions/0/commitment"));
        as("sec").get(plan).then().statusCode(404);
        as("sec")
                .body("{\"actions\": [{\"commitment\": \"E5\", \"who\": \"me\"}]}")
                .header("If-Match", "\"0\"")
                .put(plan + "/draft")
                .then()
                .statusCode(422)
                .body(
                        "faults.at",
                        containsInAnyOrder(
                                "/actions/0/who",
                                "/actions/0/action",
                                "/actions/0/indicator",
                                "/actions/0/target",
                                "/actions/0/leadRole",
                                "/actions/0/due"));
    }

    @Test
    void aChangeSaysWhichVersionItWasMadeOn() {
        var draft = pathOf("aru") + "/draft";
        var body = actions(action("E5", "EMP-03", "30"));
        as("aru").body(body).put(draft).then().statusCode(201);
        as("aru").body(body).put(draft).then().statusCode(428);
        as("aru").header("If-Match", "\"5\"").body(body).put(draft).then().statusCode(412);
        as("aru").header("If-Match", "\"0\"").body(body).put(draft).then().statusCode(200);
        adopt("aru", 0, APPROVAL).then().statusCode(412);
    }

    @Test
    void anotherOrganisationsPlanDoesNotExist() {
        as("mseft").body(actions(action("E5", "EMP-03", "30"))).put(pathOf("mseft") + "/draft");
        adopt("mseft", 0, APPROVAL).then().statusCode(201);
        as("mseft").body(actions(action("E5", "EMP-03", "31"))).put(pathOf("mseft") + "/draft");
        as("mseft").get(pathOf("mseft")).then().statusCode(200);
        as("uoe").get(pathOf("mseft")).then().statusCode(404);
        as("uoe").get(pathOf("mseft") + "/draft").then().statusCode(404);
        as("uoe").get(pathOf("mseft") + "/progress").then().statusCode(404);
        as("uoe").body(actions()).put(pathOf("mseft") + "/draft").then().statusCode(404);
        given().auth()
                .oauth2(Tokens.of("auditor", null, Role.AUDITOR))
                .contentType(ContentType.JSON)
                .body(actions())
                .put(pathOf("mseft") + "/draft")
                .then()
                .statusCode(403);
    }

    @Test
    void onlySignatoriesAdoptAndAnEmptyPlanIsNone() {
        as("rochford").body(actions()).put(pathOf("rochford") + "/draft").then().statusCode(201);
        adopt("rochford", 0, APPROVAL)
                .then()
                .statusCode(422)
                .body("faults.rule", containsInAnyOrder("not-on-the-charter", "no-actions"));
    }

    /** The year's window is not open yet, so the report is put where a submitted one would be. */
    private void fireReports() {
        execute("""
                insert into annual_report (reference, organisation, year, state, revision, submitted_at, version)
                values ('fire-2025-26', 'fire', 2025, 'SUBMITTED', 2, now(), 0)""");
        for (var revision : List.of(1, 2)) {
            execute("""
                    insert into report_revision (reference, revision, submitted_at, submitted_by, catalogue)
                    values ('fire-2025-26', %d, now(), 'somebody', '2024.1')""".formatted(revision));
        }
        said(1, 0, "SUS-01", "'GIVEN', 1, null, null");
        said(2, 0, "EMP-03", "'GIVEN', null, 450, 1400");
        said(2, 1, "SUS-01", "'GIVEN', 1201, null, null");
        said(2, 2, "SUS-02", "'NOT_COLLECTED', null, null, null");
        said(2, 3, "LDP-01", "'GIVEN', 1, null, null");
    }

    private void said(int revision, int position, String indicator, String figures) {
        execute("""
                insert into reported_value (reference, revision, position, indicator, state, value, numerator, denominator)
                values ('fire-2025-26', %d, %d, '%s', %s)""".formatted(revision, position, indicator, figures));
    }

    /** Other tests count the reports that they have sent themselves. */
    @AfterEach
    void forgetThePlansAndTheReport() {
        execute("delete from reported_value where reference = 'fire-2025-26'");
        execute("delete from report_revision where reference = 'fire-2025-26'");
        execute("delete from annual_report where reference = 'fire-2025-26'");
        execute("delete from action_plan");
        execute("delete from action_plan_draft");
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }

    private static String[] everyFault() {
        return new String[] {
            "/actions/0/commitment",
            "/actions/1/indicator",
            "/actions/2/indicator",
            "/actions/3/target",
            "/actions/4/group",
            "/actions/4/target",
            "/actions/5/due"
        };
    }

    private static Response adopt(String organisation, int version, String approval) {
        return as(organisation)
                .header("If-Match", "\"" + version + "\"")
                .header("Idempotency-Key", newKey())
                .body(approval)
                .post(pathOf(organisation) + "/adoption");
    }

    private static String actions(String... actions) {
        return "{\"actions\": [" + String.join(", ", actions) + "]}";
    }

    private static String action(String commitment, String indicator, String target) {
        return """
               {"commitment": "%1$s", "action": "Work on %2$s", "indicator": "%2$s", "target": %3$s,
                "leadRole": "Director of People", "due": "2026-03-31"}
               """.formatted(commitment, indicator, target);
    }

    private static String pathOf(String organisation) {
        return "/api/charter/v1/organisations/%s/action-plans/2025-26".formatted(organisation);
    }

    private static RequestSpecification as(String organisation) {
        return given().auth().oauth2(reporterOf(organisation)).contentType(ContentType.JSON);
    }
}
