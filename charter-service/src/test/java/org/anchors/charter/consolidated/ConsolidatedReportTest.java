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
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.anchors.charter.Statements;
import org.anchors.contracts.event.AnnualReportSubmitted;
import org.anchors.contracts.event.AnnualReportSubmitted.State;
import org.anchors.contracts.event.AnnualReportSubmitted.Value;
import org.anchors.kit.outbox.Outbox;
import org.anchors.kit.testing.Engines;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** reporting.md, Consolidating: fed by events through Kafka. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class ConsolidatedReportTest {

    private static final String CONSOLIDATED = "/api/charter/v1/consolidated/";

    @Inject
    Outbox outbox;

    @Test
    void sumsRatiosCoverageAndChange() {
        submit("aru", "2024-25", value("EMP-01", 1_000), ratio("EMP-03", 300, 900));
        submit("uoe", "2024-25", value("EMP-01", 3_000), ratio("EMP-03", 300, 2_900));
        submit("aru", "2025-26", value("EMP-01", 1_100), ratio("EMP-03", 400, 1_000));
        submit("sec", "2025-26", value("EMP-01", 900), ratio("EMP-03", 200, 800));
        submit("dwp", "2025-26", ratio("EMP-03", 50, 100));

        Stream.of("aru-2024-25", "uoe-2024-25", "aru-2025-26", "sec-2025-26", "dwp-2025-26")
                .forEach(ConsolidatedReportTest::awaitProjection);
        var report = get("2025-26").jsonPath();
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
        var opened = Awaitility.await("what was known when the figure was read")
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> given().auth()
                                .oauth2(anchorTeam())
                                .urlEncodingEnabled(false)
                                .get(provenance),
                        answer -> answer.statusCode() == 200);
        opened.then()
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
    void everyReportedIndicatorIsConsolidatedAndDerivedOnesAreNamed() {
        get("2024-25?pillar=leadership-partnership").then().body("notConsolidated.size()", is(0));
        get("2024-25?pillar=employment").then().body("notConsolidated.indicator", contains("EMP-10"));
    }

    @Test
    void thingsThatSeveralPartnersCountAreCountedOnce() {
        submit("brentwood", "2024-25", suppliers(2, "GB-COH-00000001", "GB-COH-2"), yes("LDP-01"));
        submit("braintree", "2024-25", suppliers(1, "GB-COH-00000002"), level(2));
        awaitProjection("brentwood-2024-25");
        awaitProjection("braintree-2024-25");
        var report = get("2024-25").jsonPath();
        assertEquals(2, report.getInt("figures.find { it.id == 'PRO-07' }.value"));
        assertEquals(1, report.getInt("figures.find { it.id == 'LDP-01' }.numerator"));
        // Rochford, which is on no charter, has reported where another test of this class came first.
        var others = report.getList("completeness.notExpected");
        assertEquals(22, report.getInt("completeness.expected"));
        assertEquals(
                others == null ? 22 : 22 + others.size(),
                report.getInt("figures.find { it.id == 'LDP-01' }.denominator"));
        assertEquals(2, report.getInt("figures.find { it.id == 'LDP-05.employment' }.median.low"));
        // Reports of 2024-25 were due by the end of 2025.
        assertEquals(0, report.getInt("figures.find { it.id == 'LDP-02' }.value"));
        assertTrue(report.getInt("completeness.late") >= 2);
        assertTrue(report.getInt("commitments.find { it.commitment == 'P3' }.organisations") >= 2);
        get("2024-25/figures/PRO-07/provenance")
                .then()
                .body("contributions.find { it.organisation == 'brentwood' }.identifiers", hasItems("GB-COH-00000002"));
    }

    @Test
    void theReportAsKnownOnAnInstantStaysTheSameAndALaterOneIsRefused() {
        submit("southend", "2024-25", value("EMP-08", 10));
        awaitProjection("southend-2024-25");
        var instant = Instant.now().toString();
        var before = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get("2024-25?asKnownOn=" + instant), answer -> answer.statusCode() == 200)
                .asString();
        QuarkusTransaction.requiringNew().run(() -> outbox.add(restated()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get("2024-25").jsonPath().getInt("figures.find { it.id == 'EMP-08' }.value") == 999);
        assertEquals(before, get("2024-25?asKnownOn=" + instant).asString());
        assertNotEquals(
                before, get("2024-25?asKnownOn=" + Instant.now().minusMillis(1)).asString());
        get("2024-25?asKnownOn=" + Instant.now().plusSeconds(60))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/not-known-yet"));
        var entry = "items.find { it.report == 'southend-2024-25' }.";
        var change = entry + "changes.find { it.figure == 'EMP-08' }.";
        get("2024-25/restatements")
                .then()
                .statusCode(200)
                .body(entry + "reason", equalTo("Starts of two sites had been left out."))
                .body(entry + "replaces", is(1))
                .body(change + "old.numerator", is(10))
                .body(change + "now.numerator", is(999))
                .body(change + "totalBefore", is(10))
                .body(change + "totalAfter", is(999));
    }

    @Test
    void aPageOfTheLedgerTakesTheSameStatementsHoweverLongItIs() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (var revision = 1; revision <= 4; revision++) {
                outbox.add(said("rochford", revision, "LAB-06", 10 * revision));
            }
        });
        var later = "items.findAll { it.report == 'rochford-2024-25' }.";
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get("2024-25/restatements?limit=200")
                                .jsonPath()
                                .getList(later + "revision")
                                .size()
                        == 3);
        get("2024-25/restatements?limit=200")
                .then()
                .body(later + "changes.flatten().totalBefore", contains(10, 20, 30))
                .body(later + "changes.flatten().totalAfter", contains(20, 30, 40));
        assertEquals(statements("2024-25/restatements?limit=1"), statements("2024-25/restatements?limit=200"));
    }

    @Test
    void theLedgerTellsWhatBecameOfFiguresThatAreNoNumbersAlone() {
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.add(said(1, supplied("GB-COH-10000001", "GB-COH-10000002"), atLevel(2), delivered("ECC"), null));
            outbox.add(said(
                    2,
                    supplied("GB-COH-10000001", "GB-COH-10000003"),
                    atLevel(3),
                    delivered("TOMS"),
                    "One was closed."));
        });
        var changes = "items.find { it.report == 'sec-2023-24' }.changes";
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get("2023-24/restatements").jsonPath().get(changes) != null);
        var suppliers = changes + ".find { it.figure == 'PRO-07' }.";
        var level = changes + ".find { it.figure == 'LDP-05.employment' }.";
        get("2023-24/restatements")
                .then()
                .body(suppliers + "identifiersAdded", contains("GB-COH-10000003"))
                .body(suppliers + "identifiersGone", contains("GB-COH-10000002"))
                .body(suppliers + "reason", equalTo("One was closed."))
                .body(suppliers + "totalBefore", is(2))
                .body(suppliers + "totalAfter", is(2))
                .body(level + "totalBefore", is(2))
                .body(level + "totalAfter", is(3))
                .body(level + "before.median.low", is(2))
                .body(level + "after.distribution.find { it.answer == '3' }.organisations", is(1))
                .body(changes + ".find { it.figure == 'PRO-06.method=ECC' }.now", equalTo(null))
                .body(changes + ".find { it.figure == 'PRO-06.method=TOMS' }.old", equalTo(null));
    }

    private static AnnualReportSubmitted said(
            int revision, Value suppliers, Value level, Value delivered, @Nullable String reason) {
        var values = Stream.of(suppliers, level, delivered)
                .map(value -> new Value(
                        value.indicator(),
                        value.group(),
                        value.state(),
                        value.value(),
                        value.numerator(),
                        value.denominator(),
                        value.text(),
                        value.identifiers(),
                        value.attributes(),
                        value.indicator().equals("PRO-07") ? reason : null))
                .toList();
        return new AnnualReportSubmitted(
                "sec-2023-24",
                "sec",
                "2023-24",
                revision,
                Instant.parse("2024-06-0%dT09:00:00Z".formatted(revision)),
                LocalDate.parse("2024-09-30"),
                "2024.1",
                values,
                null,
                null,
                null);
    }

    private static Value supplied(String... numbers) {
        return new Value(
                "PRO-07", null, State.GIVEN, BigDecimal.valueOf(numbers.length), null, null, null, List.of(numbers));
    }

    private static Value atLevel(int level) {
        return new Value("LDP-05", "employment", State.GIVEN, BigDecimal.valueOf(level), null, null, null);
    }

    private static Value delivered(String method) {
        return new Value(
                "PRO-06",
                null,
                State.GIVEN,
                null,
                BigDecimal.valueOf(300),
                BigDecimal.valueOf(400),
                null,
                null,
                Map.of("method", method),
                null);
    }

    private static int statements(String question) {
        var request = newKey();
        given().auth()
                .oauth2(anchorTeam())
                .header("X-Request-Id", request)
                .get(CONSOLIDATED + question)
                .then()
                .statusCode(200);
        return Statements.of(request);
    }

    @Test
    void saysWhoIsMissingAndWhatTheirReportsWouldChange() {
        submit("chelmsford", "2024-25", value("LDP-07", 7));
        awaitProjection("chelmsford-2024-25");
        var owing = "items.find { it.organisation == 'chelmsford' }.";
        get("2025-26/completeness/missing?place=Chelmsford")
                .then()
                .statusCode(200)
                .body(owing + "due", equalTo("2026-12-31"))
                .body(owing + "drafted", is(false))
                .body(owing + "wouldChange.find { it.figure == 'LDP-07' }.share", is(1.0f));
        get("2024-25/completeness?place=Chelmsford&limit=200")
                .then()
                .statusCode(200)
                .body("items.find { it.organisation == 'chelmsford' }.state", equalTo("SUBMITTED"))
                .body("items.find { it.organisation == 'chelmsford' }.late", is(true));
    }

    @Test
    void everythingThatIsWrongWithTheQuestionIsToldAtOnce() {
        get("2024-25?pillar=people&level=county&policy=X&asKnownOn=yesterday&sector=NHS&place=Paris&alliance=East")
                .then()
                .statusCode(422)
                .body(
                        "faults.at",
                        containsInAnyOrder(
                                "?pillar", "?level", "?policy", "?asKnownOn", "?sector", "?place", "?alliance"));
    }

    @Test
    void addsWhatMayBeAddedAndRefusesTheRest() {
        get("2024-25/sum?figures=EMP-11,EMP-12")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/not-addable"))
                .body("faults[0].rule", equalTo("same-people"));
        get("2024-25/sum?figures=EMP-99").then().statusCode(422);
        get("2024-25/sum?figures=PRO-01,PRO-05").then().statusCode(422).body("faults.rule", hasItems("same-money"));
        get("2021-22/sum?figures=SUS-01,SUS-02")
                .then()
                .statusCode(200)
                .body("value", equalTo(null))
                .body("coverage.organisations", is(0));
        get("2024-25/sum").then().statusCode(422);
        get("2024-25/sum?figures=Z,EMP-01&policy=HES&pillar=x&sector=nope&asKnownOn=then")
                .then()
                .statusCode(422)
                .body("faults.at", containsInAnyOrder("?figures", "?policy", "?pillar", "?sector", "?asKnownOn"));
    }

    @Test
    void addsFiguresOfTheSameOrganisationsOnlyAndOnlyThoseThatThereAre() {
        submit("eeast", "2024-25", value("SUS-01", 900), value("SUS-02", 300));
        submit("nelft", "2024-25", value("SUS-01", 90));
        awaitProjection("eeast-2024-25");
        awaitProjection("nelft-2024-25");
        get("2024-25/sum?figures=SUS-01,SUS-02")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/not-addable"))
                .body("faults.rule", contains("different-coverage"));
        get("2024-25/sum?figures=EMP-05.nobody").then().statusCode(422).body("faults.rule", contains("unknown-figure"));
        get("2024-25/sum?figures=EMP-05").then().statusCode(422).body("faults.rule", contains("unknown-figure"));
        get("2024-25/sum?figures=SUS-01&pillar=employment")
                .then()
                .statusCode(422)
                .body("faults.at", contains("?pillar"));
        get("2024-25/sum?figures=SUS-01")
                .then()
                .statusCode(200)
                .body("unit", equalTo("tCO2e"))
                .body("value", is(990))
                .body("coverage.organisations", is(2))
                .body("caveats", is(List.of()));
    }

    private static AnnualReportSubmitted restated() {
        return said("southend", 2, "EMP-08", 999);
    }

    private static AnnualReportSubmitted said(String organisation, int revision, String indicator, int value) {
        return new AnnualReportSubmitted(
                organisation + "-2024-25",
                organisation,
                "2024-25",
                revision,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                LocalDate.parse("2025-12-31"),
                "2024.1",
                List.of(new Value(indicator, null, State.GIVEN, BigDecimal.valueOf(value), null, null, null)),
                "HSIYA",
                null,
                "Starts of two sites had been left out.");
    }

    private static String suppliers(int count, String... numbers) {
        return "{\"indicator\": \"PRO-07\", \"value\": %d, \"identifiers\": [\"%s\"]}"
                .formatted(count, String.join("\", \"", numbers));
    }

    private static String yes(String indicator) {
        return "{\"indicator\": \"%s\", \"value\": true}".formatted(indicator);
    }

    private static String level(int level) {
        return "{\"indicator\": \"LDP-05\", \"group\": \"employment\", \"value\": %d}".formatted(level);
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

    private static Response get(String question) {
        return given().auth().oauth2(anchorTeam()).get(CONSOLIDATED + question);
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
