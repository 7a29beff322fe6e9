package org.anchors.charter.publication;

import static io.restassured.RestAssured.given;
import static org.anchors.charter.report.ReportExamples.REPORTS;
import static org.anchors.charter.report.ReportExamples.anchorTeam;
import static org.anchors.charter.report.ReportExamples.newKey;
import static org.anchors.charter.report.ReportExamples.report;
import static org.anchors.charter.report.ReportExamples.reporterOf;
import static org.anchors.charter.report.ReportExamples.value;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anchors.contracts.event.Topic;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.platform.Sha256;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.testing.CreationRules;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.PublishedEvents;
import org.anchors.kit.testing.Tokens;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** reporting.md, Small numbers: publications and the guard before them. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@TestProfile(PublicationsDatabase.class)
class PublicationsTest extends CreationRules {

    private static final String PUBLICATIONS = "/api/charter/v1/publications";
    private static final String CONSOLIDATED = "/api/charter/v1/consolidated/";
    private static final String OPEN = "\"pillar\": \"sustainability\"";
    private static final String LAND = "\"pillar\": \"land-buildings\", ";
    private static final List<String> OPEN_PILLARS = List.of("sustainability", "procurement");
    private static final AtomicInteger BODIES = new AtomicInteger();

    @Inject
    EntityManager database;

    @Inject
    WantedCheck check;

    @Inject
    Publishing publishing;

    @Override
    protected String path() {
        return PUBLICATIONS;
    }

    @Override
    protected String newBody() {
        return wanted("2021-22", "\"pillar\": \"%s\"".formatted(OPEN_PILLARS.get(BODIES.incrementAndGet() % 2)));
    }

    @Override
    protected String allowed() {
        return anchorTeam();
    }

    @Override
    protected String disallowed() {
        return reporterOf("mseft");
    }

    @Test
    void aPublicationIsFrozenNumberedAndHashed() {
        var made = publish(wanted("2022-23", OPEN));
        made.then().statusCode(201).body("disclosurePolicy", is("HES/1"));
        var number = made.jsonPath().getInt("number");
        var read = given().auth().oauth2(reporterOf("mseft")).get(made.header("Location"));
        read.then()
                .statusCode(200)
                .header("ETag", is(made.header("ETag")))
                .body("number", is(number))
                .body("filters.pillar", is("sustainability"))
                .body("asKnownOn", is(made.jsonPath().getString("asKnownOn")))
                .body("disclosurePolicy", is("HES/1"));
        assertEquals("\"" + Sha256.of(read.asString()) + "\"", read.header("ETag"));
        given().auth()
                .oauth2(anchorTeam())
                .header("If-None-Match", made.header("ETag"))
                .get(made.header("Location"))
                .then()
                .statusCode(304);
        get(PUBLICATIONS + "/999999").then().statusCode(404);
    }

    @Test
    void publicationsAreListedByNumberAndByYear() {
        var numbers = Stream.of("2022-23", "2023-24", "2022-23")
                .map(year -> publish(wanted(year, OPEN)).jsonPath().getInt("number"))
                .toList();
        get(PUBLICATIONS + "?year=2023-24&limit=200")
                .then()
                .body("items.number", hasItem(numbers.get(1)))
                .body("items.year", everyItem(is("2023-24")));
        var page = get(PUBLICATIONS + "?limit=1").jsonPath();
        assertEquals(1, page.getInt("items[0].number"));
        get(PUBLICATIONS + "?limit=1&after=" + page.getString("next")).then().body("items.number", contains(2));
        get(PUBLICATIONS + "?after=eHh4").then().statusCode(422);
        get(PUBLICATIONS + "?year=1999-00").then().statusCode(404);
    }

    @Test
    void aPublicationIsAnnouncedAndNoted() {
        var made = publish(wanted("2022-23", "\"pillar\": \"procurement\""));
        var number = made.jsonPath().getInt("number");
        var told = PublishedEvents.await(Topic.CHARTER, "publication-" + number).getFirst();
        assertEquals(List.of(), PublishedEvents.schemaFaultsOf(told));
        assertEquals(
                made.jsonPath().getString("sha256"), JsonPath.from(told.value()).getString("sha256"));
        var noted = database.createNativeQuery(
                        "select count(*) from audit_entry where deed = 'report-published' and object = :object",
                        Long.class)
                .setParameter("object", "publications/" + number)
                .getSingleResult();
        assertEquals(1L, noted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update publication set content = ''",
                "delete from publication",
                "delete from publication_claim",
                "update publication_claim set cell = ''",
                "truncate publication cascade"
            })
    void whatWasPublishedCannotBeChangedOrDeleted(String change) {
        publish(wanted("2022-23", OPEN)).then().statusCode(201);
        assertThrows(PersistenceException.class, () -> QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(change).executeUpdate()));
    }

    @Test
    void everyFaultOfARequestComesBack() {
        publish("{\"year\": \"1999-00\", \"policy\": \"NONE\", \"filters\": {\"colour\": \"blue\"}}")
                .then()
                .statusCode(422)
                .body("faults.at", containsInAnyOrder("/year", "/policy", "/filters/colour"));
        publish("""
                {"year": "2024-25", "policy": "HES/9", "filters": {"pillar": "garden", "sector": "nobody"},
                 "withheld": ["EMP-05.veteran/change", "EMP-99", "EMP-05.pirate", "employment"]}
                """)
                .then()
                .statusCode(422)
                .body(
                        "faults.at",
                        containsInAnyOrder("/policy", "/filters/pillar", "/filters", "/withheld/1", "/withheld/2"));
        publish("{}").then().statusCode(422).body("faults.at", contains("/year"));
        publish("{\"year\": \"2024-25\", \"asKnownOn\": \"2999-01-01T00:00:00Z\"}")
                .then()
                .statusCode(409);
    }

    @Test
    void aTrialSaysWhatWouldBePublishedAndStoresNothing() {
        var before = count();
        as(anchorTeam())
                .body(wanted("2022-23", OPEN))
                .post(PUBLICATIONS + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("disclosurePolicy", is("HES/1"))
                .body("number", is((int) before + 1));
        assertEquals(before, count());
    }

    /** 10 and 2, in Southend: 12 is shown as 10, so under ONS 10 to 12; so is the 10 of the council. */
    @Test
    void aWholeAndItsPartGiveTheRestAwayAndAreRefused() {
        submit("southend", "2024-25", value("LAB-04", 10));
        submit("mseft", "2024-25", value("LAB-04", 2));
        submit("southend", "2025-26", value("LAB-04", 40));
        await("2024-25?place=Southend", 2);
        await("2025-26?place=Southend", 1);
        var whole = publish(ons("2024-25", LAND + "\"place\": \"Southend\""));
        whole.then().statusCode(201);
        get(whole.header("Location"))
                .then()
                .body("figures.find { it.id == 'LAB-04' }.value", is(10))
                .body("figures.find { it.id == 'LAB-04' }.provenance", nullValue());
        var before = count();
        var part = ons("2024-25", LAND + "\"place\": \"Southend\", \"sector\": \"Local authority (unitary)\"");
        for (var dryRun : List.of("", "?dryRun=true")) {
            as(anchorTeam())
                    .body(part)
                    .post(PUBLICATIONS + dryRun)
                    .then()
                    .statusCode(422)
                    .body("type", is("/problems/disclosure-possible"))
                    .body("faults.rule", hasItem("differencing"))
                    .body("faults.given", hasItem(containsString("0 to 2")))
                    .body(
                            "faults.mend",
                            hasItem(containsString("LAB-04 numerator in publication "
                                    + whole.jsonPath().getInt("number"))));
        }
        assertEquals(before, count());
        // Nothing new is said when the same is published again, and nothing where the figure is withheld.
        publish(ons("2024-25", LAND + "\"place\": \"Southend\"")).then().statusCode(201);
        var without = publish(part.replace("\"filters\"", "\"withheld\": [\"LAB-04\"], \"filters\""));
        without.then().statusCode(201).body("$", not(hasKey("withheld")));
        get(without.header("Location")).then().body("figures.id", is(List.of())).body("$", not(hasKey("withheld")));
        // The year after, the council's figure of the year before is part of the change.
        var nextYear = ons("2025-26", LAND + "\"sector\": \"Local authority (unitary)\"");
        publish(nextYear)
                .then()
                .statusCode(422)
                .body("faults.mend", hasItem(containsString("all of 2024-25 in publication")))
                .body("faults.given", hasItem(containsString("0 to 2")));
        publish(nextYear.replace("\"filters\"", "\"withheld\": [\"LAB-04/change\"], \"filters\""))
                .then()
                .statusCode(201);
    }

    /** 8 is shown as 10 under HES, so 8 to 12, and kept back under ONS, so 9 at most. */
    @Test
    void ofTwoThatTogetherGiveANumberAwayOneIsPublished() throws InterruptedException {
        submit("police", "2025-26", value("LAB-04", 8));
        await("2025-26?sector=Police", 1);
        var filters = LAND + "\"sector\": \"Police\"";
        List<Callable<Response>> both =
                List.of(() -> publish(wanted("2025-26", filters)), () -> publish(ons("2025-26", filters)));
        assertEquals(List.of(201, 422), statuses(both));
    }

    @Test
    void numbersHaveNoGapsHoweverManyPublishAtOnce() throws InterruptedException {
        Callable<Response> one = () -> publish(wanted("2022-23", OPEN));
        var statuses = statuses(IntStream.range(0, 6).mapToObj(i -> one).toList());
        assertEquals(List.of(201, 201, 201, 201, 201, 201), statuses);
        assertEquals(
                count(),
                ((Integer) database.createNativeQuery("select max(number) from publication", Integer.class)
                                .getSingleResult())
                        .longValue());
    }

    /** What was left out cannot be read from a publication, and is noted for the audit. */
    @Test
    void whatWasWithheldIsNotedAndNotTold() {
        var made = publish("{\"year\": \"2022-23\", \"withheld\": [\"LAB-04\"], \"filters\": {%s}}".formatted(OPEN));
        var number = made.jsonPath().getInt("number");
        get(PUBLICATIONS + "?limit=200").then().body("items.withheld", everyItem(nullValue()));
        var noted = database.createNativeQuery(
                        "select detail from audit_entry where deed = 'report-published' and object = :object",
                        String.class)
                .setParameter("object", "publications/" + number)
                .getSingleResult();
        assertEquals(List.of("LAB-04"), JsonPath.from((String) noted).getList("withheld"));
    }

    /** The bound of what is held against one another: nothing beyond it is read, and nothing new is published. */
    @Test
    void beyondAMillionCountsNothingNewCanBeShownToBeSafe() {
        submit("fire", "2025-26", value("LAB-04", 40));
        submit("eput", "2025-26", value("LAB-04", 30));
        await("2025-26?sector=Fire", 1);
        await("2025-26?sector=NHS mental health/community", 1);
        var accepted = check.orRefuse(reading("land-buildings", null));
        var again = check.orRefuse(reading("land-buildings", "Fire"));
        var without = check.orRefuse(reading("sustainability", null));
        publish(wanted("2025-26", LAND + "\"sector\": \"Fire\"")).then().statusCode(201);
        QuarkusTransaction.begin();
        try {
            publishing.tryOut(accepted);
            database.createNativeQuery("""
                            insert into publication values (999, 2025, null, null, null, null, null, '[]', 'HES/1', now(), now(),
                              repeat('a', 64), '{}')
                            """).executeUpdate();
            database.createNativeQuery("""
                            insert into publication_claim (number, position, year, cell, policy, parts, counts)
                            values (999, 0, 2025, 'LAB-04 numerator', 'HES/1', '{"2025-26 LAB-04 NUMERATOR": {"police": 9}}', 1000001)
                            """).executeUpdate();
            var refused = assertThrows(Refused.class, () -> publishing.tryOut(accepted));
            assertEquals(
                    "cannot-be-shown-to-be-safe", refused.faults().getFirst().rule());
            publishing.tryOut(again);
            publishing.tryOut(without);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void whoeverHasAPartMayRead() {
        for (var role : List.of(Role.PROCUREMENT_OFFICER, Role.EVALUATOR, Role.PROGRAMME_PROVIDER, Role.AUDITOR)) {
            given().auth()
                    .oauth2(Tokens.of("somebody", "mseft", role))
                    .get(PUBLICATIONS)
                    .then()
                    .statusCode(200);
        }
        given().get(PUBLICATIONS).then().statusCode(401);
    }

    private static Reading<Wanted> reading(String pillar, @Nullable String sector) {
        var filters = new Wanted.Filters(pillar, sector, null, null, null);
        return new Reading<>(new Wanted("2025-26", filters, null, null, List.of("LAB-04/change")), List.of(), "digest");
    }

    private static List<Integer> statuses(List<Callable<Response>> requests) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(requests.size())) {
            return threads.invokeAll(requests).stream()
                    .map(Future::resultNow)
                    .map(Response::statusCode)
                    .sorted()
                    .toList();
        }
    }

    private long count() {
        return (Long) database.createNativeQuery("select count(*) from publication", Long.class)
                .getSingleResult();
    }

    private static String wanted(String year, String filters) {
        return "{\"year\": \"%s\", \"filters\": {%s}}".formatted(year, filters);
    }

    private static String ons(String year, String filters) {
        return "{\"year\": \"%s\", \"policy\": \"ONS_10_5\", \"filters\": {%s}}".formatted(year, filters);
    }

    private static Response publish(String body) {
        return as(anchorTeam()).body(body).post(PUBLICATIONS);
    }

    private static Response get(String path) {
        return given().auth().oauth2(anchorTeam()).get(path);
    }

    /** They are in the report of now, and in what is known for good and may be published. */
    private static void await(String question, int reports) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get(CONSOLIDATED + question).jsonPath().getInt("completeness.submitted") >= reports);
        var now = Instant.now();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get(CONSOLIDATED + "2025-26?asKnownOn=" + now).statusCode() == 200);
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
}
