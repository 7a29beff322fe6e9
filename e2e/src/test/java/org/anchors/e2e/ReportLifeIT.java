package org.anchors.e2e;

import static org.anchors.e2e.Reports.CONSOLIDATED;
import static org.anchors.e2e.Reports.REPORTS;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The whole life of an annual report, and what the consolidated report makes of it: reporting.md, Submitting, Consolidating. */
@OnThePlatform
@Order(8)
class ReportLifeIT {

    private static final String YEAR = "2025-26";

    private final Platform platform;
    private final Caller team;

    ReportLifeIT(Platform platform) {
        this.platform = platform;
        this.team = Caller.anchorTeam(platform);
    }

    @Test
    void aReportIsReturnedMendedAcceptedAndRestatedAndTheEarlierStatesStayReadable() {
        var partner = Newcomer.one(platform, "life");
        var reference = partner.organisation() + "-" + YEAR;
        partner.reporter().post(REPORTS, partner.body(YEAR, 1_000, 900)).then().statusCode(201);
        decide(reference, "return", "{\"items\": [{\"indicator\": \"EMP-01\", \"reason\": \"Are bank staff in it?\"}]}")
                .then()
                .statusCode(200)
                .body("state", is("RETURNED"));
        amend(partner, "resubmission", partner.body(YEAR, 1_100, 900), 2);
        accept(reference).then().statusCode(200).body("acceptedRevision", is(2));
        awaitRevision(reference, 2);
        var before = knownOn(Instant.now());
        var restated = partner.body(YEAR, 1_050, 900)
                .replace("\"values\"", "\"restatementReason\": \"Leavers were in it.\", \"values\"");
        amend(partner, "restatements", restated, 3);
        awaitRevision(reference, 3);

        assertEquals(before.report(), consolidated(before.instant()).asString());
        assertNotEquals(before.report(), knownOn(Instant.now()).report());
        team.get(CONSOLIDATED + YEAR + "/restatements?limit=200")
                .then()
                .statusCode(200)
                .body("items.findAll { it.report == '%s' }.revision".formatted(reference), contains(2, 3))
                .body(
                        "items.find { it.report == '%s' && it.revision == 3 }.reason".formatted(reference),
                        is("Leavers were in it."));
        partner.reporter()
                .get(REPORTS + "/" + reference + "/revisions")
                .then()
                .body("items.kind", contains("SUBMISSION", "RESUBMISSION", "RESTATEMENT"))
                .body("items[0].values[0].value", is(1_000));
        Caller.person(platform, "auditor")
                .get(REPORTS + "/" + reference + "/history")
                .then()
                .body("items.deed", hasSize(5));
    }

    /** Two approvers at once: one wins, the other is told that the version changed, nothing is lost. */
    @Test
    void ofTwoWhoDecideAtOnceOneWins() throws InterruptedException {
        var partner = Newcomer.one(platform, "deciders");
        var reference = partner.organisation() + "-" + YEAR;
        partner.reporter().post(REPORTS, partner.body(YEAR, 100, 50)).then().statusCode(201);
        var person = Caller.person(platform, "anchor-team");
        var waivers = waivers(reference);
        Callable<Response> first = () -> decide(team, reference, "acceptance", waivers, "\"0\"");
        Callable<Response> second = () -> decide(person, reference, "acceptance", waivers, "\"0\"");
        try (var threads = Executors.newFixedThreadPool(2)) {
            var codes = threads.invokeAll(List.of(first, second)).stream()
                    .map(Future::resultNow)
                    .map(Response::statusCode)
                    .sorted()
                    .toList();
            assertEquals(List.of(200, 412), codes);
        }
    }

    /** reporting.md, Submitting: a report comes as CSV in the template that the API hands out for that organisation and year. */
    @Test
    void theTemplateComesBackAsAReport() {
        var partner = Newcomer.one(platform, "template");
        var template = partner.reporter()
                .get("/api/charter/v1/organisations/%s/template/%s?format=csv".formatted(partner.organisation(), YEAR));
        template.then().statusCode(200).contentType("text/csv");
        partner.reporter()
                .get("/api/charter/v1/organisations/%s/template/%s?format=xlsx".formatted(partner.organisation(), YEAR))
                .then()
                .statusCode(200)
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        var rows = template.asString().lines().collect(Collectors.toList());
        var value = List.of(rows.getFirst().split(",", -1)).indexOf("value");
        var filled = rows.stream()
                .map(row -> row.contains("EMP-01,") ? withCell(row, value, "many") : row)
                .collect(Collectors.joining("\r\n"));
        var faulty = file(partner, filled);
        faulty.then().statusCode(422);
        assertEquals(
                true,
                faulty.jsonPath().getList("faults.at", String.class).stream()
                        .anyMatch(at -> at.matches("row \\d+, column value")));
        aReturnedReportIsMendedByItsOwnTemplate(partner);
    }

    /** The template of a year that has been reported holds the report, and comes back as its next revision. */
    private void aReturnedReportIsMendedByItsOwnTemplate(Newcomer partner) {
        var reference = partner.organisation() + "-" + YEAR;
        partner.reporter().post(REPORTS, partner.body(YEAR, 1_000, 900)).then().statusCode(201);
        decide(reference, "return", "{\"items\": [{\"indicator\": \"EMP-01\", \"reason\": \"Are bank staff in it?\"}]}")
                .then()
                .statusCode(200);
        var filled = partner.reporter()
                .get("/api/charter/v1/organisations/%s/template/%s?format=csv".formatted(partner.organisation(), YEAR))
                .asString();
        partner.reporter()
                .request()
                .contentType("text/csv")
                .header("Idempotency-Key", "mended-" + partner.organisation())
                .header("If-Match", etag(reference))
                .body(filled.replace(",1000,", ",1100,").getBytes(StandardCharsets.UTF_8))
                .post(REPORTS + "/" + reference + "/resubmission")
                .then()
                .statusCode(201)
                .body("revision", is(2));
        listed(partner).then().body("said.changes.find { it.indicator == 'EMP-01' }.after.value", is(1_100));
    }

    /** The anchor team loads a year's reports of many organisations in one file, all or nothing or accept valid. */
    @Test
    void aFileOfManyOrganisationsIsLoadedAllOrNothingOrWhatIsValid() {
        var partners = Newcomer.several(platform, "bulk", 2);
        var good = partners.getFirst().organisation() + ";EMP-01;500\n";
        var bad = partners.getLast().organisation() + ";EMP-01;many\n";
        var header = "organisation;code;value\n";
        load(header + good + bad, "all-or-nothing")
                .then()
                .statusCode(422)
                .body("faults.at", contains("row 3, column value"));
        listed(partners.getFirst()).then().statusCode(404);
        load(header + good + bad, "accept-valid")
                .then()
                .statusCode(201)
                .body("accepted", is(1))
                .body("refused", is(1));
        listed(partners.getFirst()).then().statusCode(200).body("said.values[0].value", is(500));
        listed(partners.getLast()).then().statusCode(404);
    }

    private record Known(Instant instant, String report) {}

    private Known knownOn(Instant instant) {
        var answer = Awaitility.await("everything up to " + instant)
                .atMost(Duration.ofSeconds(30))
                .until(() -> consolidated(instant), known -> known.statusCode() == 200);
        return new Known(instant, answer.asString());
    }

    private Response consolidated(Instant instant) {
        return team.get(CONSOLIDATED + YEAR + "?asKnownOn=" + instant);
    }

    private void awaitRevision(String reference, int revision) {
        Awaitility.await("revision %d of %s".formatted(revision, reference))
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> team.get(CONSOLIDATED + YEAR + "/figures/EMP-01/provenance")
                                .jsonPath()
                                .get("contributions.find { it.report == '%s' }?.revision".formatted(reference)),
                        is(revision));
    }

    private void amend(Newcomer partner, String deed, String body, int revision) {
        var reference = partner.organisation() + "-" + YEAR;
        partner.reporter()
                .request()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", deed + revision)
                .header("If-Match", etag(reference))
                .body(body)
                .post(REPORTS + "/" + reference + "/" + deed)
                .then()
                .statusCode(201)
                .body("revision", is(revision));
    }

    private Response accept(String reference) {
        return decide(reference, "acceptance", waivers(reference));
    }

    private String waivers(String reference) {
        List<Integer> open = team.get(REPORTS + "/" + reference).path("said.queries.findAll { !it.explained }.number");
        return "{\"waivers\": [{\"queries\": %s, \"reason\": \"Talked over.\"}]}".formatted(open);
    }

    private Response decide(String reference, String deed, String body) {
        return decide(team, reference, deed, body, etag(reference));
    }

    private static Response decide(Caller who, String reference, String deed, String body, String etag) {
        return who.request()
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(body)
                .post(REPORTS + "/" + reference + "/" + deed);
    }

    private String etag(String reference) {
        return team.get(REPORTS + "/" + reference).header("ETag");
    }

    private static Response file(Newcomer partner, String csv) {
        return partner.reporter()
                .request()
                .contentType("text/csv")
                .header("Idempotency-Key", "file-" + partner.organisation())
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post(REPORTS);
    }

    private static String withCell(String row, int column, String text) {
        var cells = new ArrayList<>(List.of(row.split(",", -1)));
        cells.set(column, text);
        return String.join(",", cells);
    }

    private Response load(String csv, String mode) {
        return team.request()
                .contentType("text/csv")
                .header("Idempotency-Key", "bulk-" + mode)
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/api/charter/v1/bulk/reports/%s?mode=%s".formatted(YEAR, mode));
    }

    private Response listed(Newcomer partner) {
        return partner.reporter().get(REPORTS + "/" + partner.organisation() + "-" + YEAR);
    }
}
