package org.anchors.charter.consolidated;

import static io.restassured.RestAssured.given;
import static org.anchors.charter.report.ReportExamples.anchorTeam;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.anchors.charter.charter.Signatories;
import org.anchors.contracts.event.AnnualReportSubmitted;
import org.anchors.contracts.event.AnnualReportSubmitted.State;
import org.anchors.contracts.event.AnnualReportSubmitted.Value;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.disclosure.Policy;
import org.anchors.kit.outbox.Outbox;
import org.anchors.kit.testing.Engines;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Decision 0006: the running totals, what is narrowed and what was known on an instant follow one definition, so that the same
 * knowledge gives the same figures, whoever has left the charter since.
 */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class SameKnowledgeTest {

    private static final String CONSOLIDATED = "/api/charter/v1/consolidated/";
    private static final ReportingYear BEFORE = new ReportingYear(2062);
    private static final ReportingYear YEAR = new ReportingYear(2063);
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    EntityManager database;

    @Inject
    Outbox outbox;

    @Inject
    PublishableReports publishable;

    /** Who signed the first edition alone, and no longer the second. */
    @BeforeEach
    void oneLeavesOneStaysAndOneJoins() {
        execute(
                "insert into charter_edition (edition, first_year, last_year) values ('2060-63', 2060, 2062), ('2063-66', 2063, 2065)");
        execute(
                "insert into reporting_year (year, opens, due) values (2062, '2063-04-01', '2063-06-30'), (2063, '2064-04-01', '2064-06-30')");
        for (var organisation : List.of("same-leaves", "same-stays", "same-joins")) {
            execute("""
                    insert into organisation (key, name, sector, places, alliances, level, note)
                    values ('%s', 'Made up', 'Sameness', '{Sametown}', '{}', 'place', '')
                    """.formatted(organisation));
        }
        sign("same-leaves", "2060-63");
        sign("same-stays", "2060-63");
        sign("same-stays", "2063-66");
        sign("same-joins", "2063-66");
        tell("same-leaves", BEFORE, 10, "GB-COH-00000009", "ECC");
        tell("same-stays", BEFORE, 100, "GB-COH-00000001", "ECC");
        tell("same-stays", YEAR, 120, "GB-COH-00000001", "ECC");
        tell("same-joins", YEAR, 7, "GB-COH-00000002", "TOMS");
        Awaitility.await().atMost(SOON).until(() -> Stream.of(BEFORE, YEAR)
                .allMatch(year -> get(year, "").jsonPath().getInt("completeness.submitted") == 2));
    }

    @AfterEach
    void forget() {
        execute("delete from consolidated_decision where reference like 'same-%'");
        for (var table : List.of("total", "tally", "identifier", "distinct", "evidence", "value", "report")) {
            execute("delete from consolidated_%s where year in (2062, 2063)".formatted(table));
        }
        for (var table : List.of("signature", "signature_known")) {
            execute("delete from %s where organisation like 'same-%%'".formatted(table));
        }
        for (var table : List.of("organisation", "organisation_known")) {
            execute("delete from %s where key like 'same-%%'".formatted(table));
        }
        execute("delete from reporting_year where year in (2062, 2063)");
        execute("delete from charter_edition where edition in ('2060-63', '2063-66')");
    }

    @Test
    void whoWasDroppedIsAmongTheLeaversHoweverTheReportIsAskedFor() {
        assertTheSameHoweverItIsAskedFor();
        for (var question : List.of("", "?asKnownOn=" + known(), "?sector=Sameness")) {
            var figure = "figures.find { it.id == 'EMP-08' }.";
            get(YEAR, question)
                    .then()
                    .body(figure + "value", is(127))
                    .body(figure + "change.previous", is(110))
                    .body(figure + "change.likeForLike", is(20))
                    .body(figure + "change.leavers.organisations", is(1))
                    .body(figure + "change.leavers.value", is(10))
                    .body(figure + "change.joiners.value", is(7))
                    .body("completeness.notExpected", is((Object) null));
        }
    }

    @Test
    void whoWithdrewAfterReportingIsCountedHoweverTheReportIsAskedForAndNamed() {
        var before = known();
        var then = body(get(YEAR, "?asKnownOn=" + before));
        execute("update signature set state = 'WITHDRAWN', ended_on = '2063-03-31', withdrawn_reason = 'left'"
                + " where reference = 'same-stays-2063-66'");
        assertTheSameHoweverItIsAskedFor();
        assertEquals(then, body(get(YEAR, "?asKnownOn=" + before)));
        for (var question : List.of("", "?asKnownOn=" + known(), "?place=Sametown")) {
            get(YEAR, question)
                    .then()
                    .body("completeness.expected", is(1))
                    .body("completeness.submitted", is(1))
                    .body("completeness.notExpected", contains("same-stays"))
                    .body("figures.find { it.id == 'EMP-08' }.value", is(127))
                    .body("figures.find { it.id == 'EMP-08' }.coverage.organisations", is(2))
                    .body("figures.find { it.id == 'EMP-08' }.coverage.of", is(2))
                    .body("figures.find { it.id == 'LDP-01' }.denominator", is(2));
        }
        assertTrue(get(YEAR, "?format=csv&part=completeness").asString().contains("not expected,,same-stays"));
    }

    /** Provenance and the sum of figures open what the figures are made of. */
    @Test
    void aFigureOpensToWhoeverIsInIt() {
        execute("update signature set state = 'WITHDRAWN', ended_on = '2063-03-31', withdrawn_reason = 'left'"
                + " where reference = 'same-stays-2063-66'");
        for (var question : List.of("", "?asKnownOn=" + known(), "?place=Sametown")) {
            get(YEAR, "/figures/EMP-08/provenance" + question)
                    .then()
                    .body("contributions.organisation", contains("same-joins", "same-stays"));
        }
    }

    /** api.md: provenance names the instant, so that a figure of the plain report opens to what it was made of. */
    @Test
    void aFigureOpensToWhatItWasMadeOfWhenItWasRead() {
        var links = Stream.of("", "?sector=Sameness")
                .map(question -> get(YEAR, question).<String>path("figures.find { it.id == 'EMP-08' }.provenance"))
                .toList();
        tell("same-joins", YEAR, 2, 70, "GB-COH-00000002", "TOMS");
        execute("update organisation set sector = 'Other' where key = 'same-joins'");
        Awaitility.await()
                .atMost(SOON)
                .until(() -> get(YEAR, "").jsonPath().getInt("figures.find { it.id == 'EMP-08' }.value") == 190);
        for (var link : links) {
            assertTrue(link.contains("asKnownOn="), link);
            given().auth()
                    .oauth2(anchorTeam())
                    .urlEncodingEnabled(false)
                    .get(link)
                    .then()
                    .statusCode(200)
                    .body("contributions.organisation", contains("same-joins", "same-stays"))
                    .body("contributions.revision", contains(1, 1))
                    .body("contributions.numerator", contains(7, 120));
        }
    }

    /** Decision 0013: what is published says of whom it speaks, leavers among them. */
    @Test
    void aPublicationClaimsWhatItsFiguresSay() {
        var at = known();
        var read = QuarkusTransaction.requiringNew()
                .call(() -> publishable.read(
                        "publication 1",
                        new PublishableReports.Selection(
                                YEAR, null, Signatories.Filter.NONE, at, Policy.HES, new Withheld(List.of()))));
        assertTrue(read.agrees());
        assertEquals(
                List.of("same-leaves"),
                read.claims().stream()
                        .filter(claim -> claim.cell().equals("LAB-04 numerator, of leavers in 2062-63"))
                        .flatMap(claim -> claim.parts().stream())
                        .map(part -> part.of())
                        .toList());
        get(YEAR, "?policy=HES&asKnownOn=" + at)
                .then()
                .body("figures.find { it.id == 'LAB-04' }.change.leavers.value", is(100));
    }

    /** Their figures are there, whoever is still expected to report. */
    @Test
    void theReportsOfThoseWhoHaveAllWithdrawnSinceMayBePublished() {
        execute("update signature set state = 'WITHDRAWN', ended_on = '2063-03-31', withdrawn_reason = 'left'"
                + " where edition = '2063-66'");
        var wanted = "{\"year\": \"2063-64\", \"filters\": {\"pillar\": \"sustainability\", \"sector\": \"%s\"}}";
        tryToPublish(wanted.formatted("Sameness")).then().statusCode(200).body("filters.sector", is("Sameness"));
        tryToPublish(wanted.formatted("Other")).then().statusCode(422).body("faults.rule", contains("nobody-selected"));
    }

    private static Response tryToPublish(String wanted) {
        return given().auth()
                .oauth2(anchorTeam())
                .contentType(ContentType.JSON)
                .body(wanted)
                .post("/api/charter/v1/publications?dryRun=true");
    }

    private void assertTheSameHoweverItIsAskedFor() {
        for (var year : List.of(BEFORE, YEAR)) {
            var plain = body(get(year, ""));
            assertEquals(plain, body(get(year, "?asKnownOn=" + known())), () -> "as known on now, " + year);
            assertEquals(plain, body(get(year, "?sector=Sameness")), () -> "of all of them, " + year);
        }
    }

    /** All that it says but when it was read and where what is behind it can be read. */
    private static Map<String, Object> body(Response answer) {
        JsonPath json = answer.then().statusCode(200).extract().jsonPath();
        Map<String, Object> body = json.getMap("");
        var figures = json.<Map<String, Object>>getList("figures");
        figures.forEach(figure -> figure.remove("provenance"));
        assertTrue(figures.size() > 4);
        body.keySet().removeAll(List.of("asKnownOn", "socialValue", "employment"));
        body.put("figures", figures);
        return body;
    }

    /** An instant after everything that was told here, up to which everything is known. */
    private static Instant known() {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> get(YEAR, "?asKnownOn=" + now).statusCode() == 200);
        return now;
    }

    private static Response get(ReportingYear year, String question) {
        return given().auth().oauth2(anchorTeam()).get(CONSOLIDATED + year + question);
    }

    private void sign(String organisation, String edition) {
        execute("""
                insert into signature (reference, edition, organisation, role, state)
                values ('%1$s-%2$s', '%2$s', '%1$s', 'Chief Executive', 'SIGNED')
                """.formatted(organisation, edition));
    }

    private void tell(String organisation, ReportingYear year, int starts, String supplier, String method) {
        tell(organisation, year, 1, starts, supplier, method);
    }

    private void tell(
            String organisation, ReportingYear year, int revision, int starts, String supplier, String method) {
        var report = new AnnualReportSubmitted(
                "%s-%s".formatted(organisation, year),
                organisation,
                year.toString(),
                revision,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                LocalDate.of(year.start() + 1, 6, 30),
                "2024.1",
                List.of(
                        value("EMP-01", starts * 20),
                        value("EMP-08", starts),
                        value("LAB-04", starts * 10),
                        new Value("EMP-03", null, State.GIVEN, null, number(starts), number(starts * 20), null),
                        new Value("SUS-06", null, State.GIVEN, null, number(10), number(40), null),
                        new Value("PRO-07", null, State.GIVEN, number(1), null, null, null, List.of(supplier)),
                        new Value("LDP-05", "employment", State.GIVEN, number(2), null, null, null),
                        new Value(
                                "PRO-06",
                                null,
                                State.GIVEN,
                                null,
                                number(300),
                                number(400),
                                null,
                                null,
                                Map.of("method", method),
                                null),
                        value("LDP-01", 1)),
                "HSIYA",
                LocalDate.of(year.start() + 1, 6, 1),
                null);
        QuarkusTransaction.requiringNew().run(() -> outbox.add(report));
    }

    private static Value value(String indicator, int value) {
        return new Value(indicator, null, State.GIVEN, number(value), null, null, null);
    }

    private static BigDecimal number(int number) {
        return BigDecimal.valueOf(number);
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }
}
