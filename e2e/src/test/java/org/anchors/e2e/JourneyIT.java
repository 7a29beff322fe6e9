package org.anchors.e2e;

import static org.anchors.e2e.Reports.REPORTS;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The main job, with the demonstration's people and the example reports: api.md, the first two sections. */
@OnThePlatform
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {

    private static final String YEAR = "2024-25";
    private static final List<String> PARTNERS = List.of("ecc", "eput", "mseft", "provide", "southend", "thurrock");

    private final Platform platform;

    JourneyIT(Platform platform) {
        this.platform = platform;
    }

    /** reporting.md, Submitting and Consolidating; kept up to date by events within seconds. */
    @Test
    @Order(1)
    void partnersPostTheirReportsAndTheAnchorTeamReadsTheConsolidatedOne() {
        PARTNERS.forEach(this::post);
        var team = Caller.person(platform, "anchor-team");
        var report = Awaitility.await("the consolidated report")
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptionsInstanceOf(AssertionError.class)
                .until(() -> Reports.consolidated(team, YEAR), seen -> submitted(seen) == PARTNERS.size());
        var examples = PARTNERS.stream().map(this::example).toList();
        sumsUp(report, examples);
        isRatioOfSums(report, examples);
        assertEquals(22, report.getInt("completeness.expected"));
        assertEquals(16, report.getList("completeness.missing").size());
        assertTrue(report.getList("figures").size() > 30, "few figures");
    }

    /** reporting.md: one file with twelve faults returns twelve, and nothing of it is stored. */
    @Test
    @Order(2)
    void aReportWithTwelveFaultsIsRefusedWithAllTwelve() {
        var reporter = Caller.person(platform, "reporter-mseft");
        reporter.post(REPORTS, Reports.text(Reports.example(platform, "refused/twelve-faults")))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("faults", hasSize(12))
                .body("faults.rule.unique().size()", greaterThan(8))
                .body("faults.at", hasItem("/values/5/value"))
                .body("faults.mend", everyItem(not(equalTo(""))));
        reporter.get(REPORTS + "/mseft-2025-26").then().statusCode(404);
    }

    /** architecture.md, Who may do what: a foreign organisation's object is answered as one that does not exist. */
    @Test
    @Order(3)
    void anotherOrganisationsReporterNeitherPostsNorReadsAReport() {
        var eput = Caller.person(platform, "reporter-eput");
        sameAnswer(
                eput.get(REPORTS + "/mseft-2024-25"), "mseft",
                eput.get(REPORTS + "/nobody-2024-25"), "nobody");
        sameAnswer(
                eput.get(REPORTS + "/mseft-2024-25/revisions"), "mseft",
                eput.get(REPORTS + "/nobody-2024-25/revisions"), "nobody");
        sameAnswer(
                eput.post(REPORTS, Reports.body("mseft", "2025-26", 100, 50)), "mseft",
                eput.post(REPORTS, Reports.body("nobody", "2025-26", 100, 50)), "nobody");
        eput.get(REPORTS + "?limit=200").then().statusCode(200).body("items.organisation", everyItem(is("eput")));
    }

    /** The same for drafts. */
    @Test
    @Order(4)
    void anotherOrganisationsReporterNeitherWritesNorReadsADraft() {
        var draft = "/api/charter/v1/organisations/%s/drafts/2025-26";
        var mseft = Caller.person(platform, "reporter-mseft");
        var eput = Caller.person(platform, "reporter-eput");
        put(mseft, draft.formatted("mseft"), "mseft").then().statusCode(201);
        sameAnswer(
                eput.get(draft.formatted("mseft")), "mseft",
                eput.get(draft.formatted("nobody")), "nobody");
        sameAnswer(
                put(eput, draft.formatted("mseft"), "mseft"), "mseft",
                put(eput, draft.formatted("nobody"), "nobody"), "nobody");
        sameAnswer(
                eput.post(draft.formatted("mseft") + "/submission", ""), "mseft",
                eput.post(draft.formatted("nobody") + "/submission", ""), "nobody");
        mseft.get(draft.formatted("mseft")).then().statusCode(200).header("ETag", "\"0\"");
    }

    /** reporting.md, What it owns: who is on no charter is visible. The reference list: 9 continue, 13 are new, 4 dropped out. */
    @Test
    @Order(5)
    void theGapListSaysWhoIsOnNoCharter() {
        Caller.person(platform, "anchor-team")
                .get("/api/charter/v1/editions/2024-27/gaps?since=2021-24")
                .then()
                .statusCode(200)
                .body("continuing.count", is(9))
                .body("new.count", is(13))
                .body("dropped.count", is(4))
                .body("onNeither.organisations.key", contains("rochford"));
    }

    private void post(String organisation) {
        var file = Reports.example(platform, "reports/" + organisation + "-" + YEAR);
        // The demonstration's own key, so that the demonstration can be given afterwards.
        var key = platform.anchor("demo", "--key", file.toString()).orFail().strip();
        Caller.person(platform, "reporter-" + organisation)
                .post(REPORTS, Reports.text(file), key)
                .then()
                .statusCode(201)
                .header("Location", REPORTS + "/" + organisation + "-" + YEAR)
                .header("ETag", "\"0\"")
                .body("state", is("SUBMITTED"))
                .body("revision", is(1));
    }

    private JsonPath example(String organisation) {
        return new JsonPath(Reports.text(Reports.example(platform, "reports/" + organisation + "-" + YEAR)));
    }

    private static void sumsUp(JsonPath report, List<JsonPath> examples) {
        var headcount = sum(examples, "EMP-01", "value");
        assertEquals(headcount, Reports.number(report, "EMP-01", "value"));
        assertEquals(6, report.getInt("figures.find { it.id == 'EMP-01' }.coverage.organisations"));
        assertEquals(22, report.getInt("figures.find { it.id == 'EMP-01' }.coverage.of"));
    }

    /** Never a mean of percentages. */
    private static void isRatioOfSums(JsonPath report, List<JsonPath> examples) {
        var numerator = sum(examples, "EMP-03", "numerator");
        var denominator = sum(examples, "EMP-03", "denominator");
        assertEquals(numerator, Reports.number(report, "EMP-03", "numerator"));
        assertEquals(denominator, Reports.number(report, "EMP-03", "denominator"));
        assertEquals(
                numerator.multiply(BigDecimal.valueOf(100)).divide(denominator, 2, RoundingMode.HALF_UP),
                Reports.number(report, "EMP-03", "value").setScale(2, RoundingMode.UNNECESSARY));
    }

    private static BigDecimal sum(List<JsonPath> examples, String indicator, String part) {
        return examples.stream()
                .flatMap(example -> example.<List<Map<String, Object>>>get("values").stream())
                .filter(value -> indicator.equals(value.get("indicator")))
                .map(value -> new BigDecimal(String.valueOf(value.get(part))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static int submitted(JsonPath report) {
        return report.getInt("completeness.submitted");
    }

    private static Response put(Caller caller, String path, String organisation) {
        return caller.request()
                .contentType("application/json")
                .body(Reports.body(organisation, "2025-26", 100, 50))
                .put(path);
    }

    /** The two differ in nothing but the name that was asked for and the request's own id. */
    private static void sameAnswer(Response foreign, String foreignName, Response missing, String missingName) {
        assertEquals(404, foreign.statusCode(), foreign.asString());
        assertEquals(404, missing.statusCode(), missing.asString());
        assertEquals(without(missing, missingName), without(foreign, foreignName));
    }

    private static String without(Response answer, String name) {
        return answer.asString().replace(answer.header("X-Request-Id"), "").replace(name, "");
    }
}
