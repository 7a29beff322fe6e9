package org.anchors.e2e;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** employment.md: a provider records outcomes, the anchor team sees figures, and nobody else gets to know a person. */
@OnThePlatform
@Order(13)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutcomesIT {

    private static final String BASE = "/api/employment/v1";
    private static final String PROGRAMME = "journey-academy";
    private static final String CSV = """
            programme,participant,kind,on,record_id,employer,hours_per_week
            journey-academy,ZQXCANARY1,STARTED,2022-09-05,ZQXRECORD11,,
            journey-academy,ZQXCANARY1,JOB_OFFER,2022-10-20,ZQXRECORD12,mseft,
            journey-academy,ZQXCANARY1,JOB_START,2022-11-01,ZQXRECORD13,mseft,30
            journey-academy,ZQXCANARY1,IN_WORK_CONFIRMED,2023-02-10,ZQXRECORD14,,
            journey-academy,ZQXCANARY2,STARTED,2022-09-05,ZQXRECORD21,,
            journey-academy,ZQXCANARY2,JOB_OFFER,2022-10-20,ZQXRECORD22,other,
            """;

    /** What may stand in no other database, no topic and no log. */
    private static final List<String> CANARIES =
            List.of("ZQXCANARY", "ZQXRECORD", "ZQXSHARED", "9434765919", "Zqxcanary", "PREFER_NOT_TO_SAY");

    private final Platform platform;
    private final Caller provider;
    private final Caller team;

    OutcomesIT(Platform platform) {
        this.platform = platform;
        this.provider = Caller.person(platform, "provider-academy");
        this.team = Caller.anchorTeam(platform);
    }

    @Test
    @Order(1)
    void aProviderRecordsWhatBecameOfItsParticipants() {
        provider.post(BASE + "/programmes", """
                        {"key": "journey-academy", "name": "Journey Academy", "provider": "mse-icb", "sharedKey": true,
                         "outcomeRule": "THREE_MONTHS"}""").then().statusCode(201);
        provider.post(BASE + "/cohorts", """
                        {"programme": "journey-academy", "key": "2022-autumn"}""").then().statusCode(201);
        for (var number = 1; number <= 2; number++) {
            register(number).then().statusCode(201);
        }
        register(1).then().statusCode(409);
        provider.request()
                .contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(CSV.getBytes(StandardCharsets.UTF_8))
                .post(BASE + "/milestones")
                .then()
                .statusCode(201)
                .body("accepted", is(6));
        outcomes(provider, "NONE").then().statusCode(200).body("funnel.people", contains(0, 2, 0, 2, 1, 1));
    }

    @Test
    @Order(2)
    void equalityFlagsAreForThoseWithTheRole() {
        var flags = BASE + "/participants/" + lookUp(1).path("id") + "/equality-flags";
        provider.get(flags).then().statusCode(403);
        var equality = Caller.person(platform, "equality-academy");
        equality.request()
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body("{\"veteran\": \"YES\", \"carer\": \"PREFER_NOT_TO_SAY\"}")
                .put(flags)
                .then()
                .statusCode(200);
        var veterans = BASE + "/outcomes?group=veteran&programme=" + PROGRAMME;
        equality.get(veterans + "&policy=NONE").then().statusCode(200).body("funnel[1].people", is(1));
        team.get(BASE + "/outcomes?year=2022-23&programme=" + PROGRAMME)
                .then()
                .statusCode(200)
                .body(
                        "breakdowns.find { it.by == 'group' }.slices.find { it.key == 'veteran' }.funnel[1].suppressed",
                        is(true));
        team.get(veterans).then().statusCode(422);
        provider.get(veterans).then().statusCode(422);
    }

    @Test
    @Order(3)
    void theAnchorTeamSeesFiguresAndAForeignProviderNothing() {
        outcomes(team, "HES").then().statusCode(200).body("funnel[1].suppressed", is(true));
        team.get(BASE + "/participants?programme=" + PROGRAMME).then().statusCode(403);
        var foreign = Caller.person(platform, "provider-eput");
        outcomes(foreign, "NONE").then().statusCode(404);
        foreign.get(BASE + "/participants?programme=" + PROGRAMME).then().statusCode(404);
        foreign.get(BASE + "/participants/" + lookUp(1).path("id")).then().statusCode(404);
    }

    @Test
    @Order(4)
    void theConsolidatedReportTellsOffersAndJobsApart() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> team.get("/api/charter/v1/consolidated/2022-23")
                .then()
                .statusCode(200)
                .body("employment.programmes.programme", hasItem(PROGRAMME))
                .body(figure("participants"), is(2))
                .body(figure("jobOffers"), is(2))
                .body(figure("inWork"), is(1))
                .body(figure("sustained"), is(1))
                .body("employment.groups", nullValue()));
    }

    @Test
    @Order(5)
    void aProgrammeIsCalledByItsNewNameInTheConsolidatedReport() {
        var programme = BASE + "/programmes/" + PROGRAMME;
        provider.request()
                .contentType("application/json")
                .header("If-Match", provider.get(programme).header("ETag"))
                .body("""
                        {"key": "journey-academy", "name": "Journey Academy of Essex", "provider": "mse-icb", "sharedKey": true,
                         "outcomeRule": "THREE_MONTHS"}""")
                .put(programme)
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> team.get("/api/charter/v1/consolidated/2022-23")
                .then()
                .statusCode(200)
                .body(figure("name"), is("Journey Academy of Essex"))
                .body(figure("participants"), is(2)));
    }

    @Test
    @Order(5)
    void whatIsStoredOfPeopleIsWhatTheirRecordsComeTo() {
        Caller.person(platform, "auditor")
                .get(BASE + "/recounts?programme=" + PROGRAMME)
                .then()
                .statusCode(200)
                .body("items.people", contains(2))
                .body("items.differing", contains(0))
                .body("items.waiting", contains(false));
    }

    /** 8 of 16 are veterans; that there is one among the two of the other programme is never told. */
    @Test
    @Order(5)
    void groupsAreToldRoundedAndOfMoreThanAFew() throws Exception {
        provider.post(BASE + "/programmes", """
                        {"key": "journey-groups", "name": "Journey Groups", "provider": "mse-icb", "outcomeRule": "THREE_MONTHS"}""").then().statusCode(201);
        provider.post(BASE + "/cohorts", """
                        {"programme": "journey-groups", "key": "2022-autumn"}""").then().statusCode(201);
        var equality = Caller.person(platform, "equality-academy");
        var started = new ArrayList<String>();
        for (var number = 1; number <= 16; number++) {
            var id =
                    provider.post(BASE + "/participants", """
                    {"programme": "journey-groups", "cohort": "2022-autumn", "reference": "ZQXCANARY%d"}""".formatted(number)).<String>path("id");
            equality.request()
                    .contentType("application/json")
                    .header("If-Match", "\"0\"")
                    .body("{\"veteran\": \"%s\"}".formatted(number <= 8 ? "YES" : "NO"))
                    .put(BASE + "/participants/" + id + "/equality-flags")
                    .then()
                    .statusCode(200);
            started.add("""
                    {"programme": "journey-groups", "participant": "ZQXCANARY%d", "kind": "STARTED", "on": "2022-09-05"}""".formatted(number));
        }
        provider.post(BASE + "/milestones", started.toString()).then().statusCode(201);
        var replicas = new Replicas(platform, "employment-service", "employment");
        replicas.atOnce(Caller.operator(platform), BASE + "/group-totals/runs")
                .forEach(answer -> answer.then().statusCode(200));
        assertEquals(1, replicas.noted("group-totals-told", "programmes/journey-groups"));
        team.get(BASE + "/outcomes?year=2022-23&programme=journey-groups")
                .then()
                .body(
                        "breakdowns.find { it.by == 'group' }.slices.find { it.key == 'veteran' }.funnel[1].people",
                        is(10));
        await().atMost(Duration.ofSeconds(60)).until(() -> toldOfGroups().contains("journey-groups"));
        assertFalse(toldOfGroups().contains(PROGRAMME));
    }

    /** The programmes of which a total of veterans was told. */
    private List<String> toldOfGroups() {
        return new Events(platform)
                .all("anchors.employment").stream()
                        .filter(message -> message.value().contains("veteran"))
                        .map(message -> message.key())
                        .toList();
    }

    @Test
    @Order(5)
    void whatSaysWhoSomebodyIsIsRefusedAndNotRepeated() {
        for (var reference : List.of("943 476 5919", "9434765919", "zqxcanary.person1", "Zqxcanary Person")) {
            var answer = provider.post(BASE + "/participants", """
                    {"programme": "journey-academy", "cohort": "2022-autumn", "reference": "%s"}""".formatted(reference));
            answer.then().statusCode(422);
            assertFalse(answer.asString().contains(reference), answer.asString());
            var mistaken = provider.get(BASE + "/participants/" + reference.replace(" ", "%20"))
                    .statusCode();
            assertTrue(Set.of(400, 404).contains(mistaken), reference + " " + mistaken);
        }
    }

    @Test
    @Order(6)
    void noOtherDatabaseNoTopicAndNoLogKnowsAnybody() throws SQLException {
        var secrets = new ArrayList<>(CANARIES);
        try (var employment = connect("employment");
                var statement = employment.createStatement();
                var rows = statement.executeQuery("""
                        select encode(pseudonym, 'hex') from participant where programme = 'journey-academy'
                        union all select encode(shared_pseudonym, 'hex') from participant
                                  where programme = 'journey-academy' and shared_pseudonym is not null""")) {
            while (rows.next()) {
                secrets.add(rows.getString(1));
            }
        }
        assertEquals(CANARIES.size() + 3, secrets.size());
        var people = List.of(lookUp(1).<String>path("id"), lookUp(2).<String>path("id"));
        var beyond = Stream.concat(secrets.stream(), people.stream()).toList();
        var found = new ArrayList<String>();
        for (var database : List.of("charter", "social_value", "keycloak")) {
            inDatabase(database, beyond, found);
        }
        inTopics(beyond, found);
        inDatabase("employment", CANARIES.subList(0, 5), found);
        inLogs(secrets, found);
        platform.logLines()
                .filter(line -> people.stream().anyMatch(line::contains) && line.matches(".*(veteran|carer).*"))
                .findFirst()
                .ifPresent(found::add);
        assertEquals(List.of(), found);
    }

    private Response register(int number) {
        var shared = number == 1 ? ", \"sharedReference\": \"ZQXSHARED1\"" : "";
        return provider.post(BASE + "/participants", """
                {"programme": "journey-academy", "cohort": "2022-autumn", "reference": "ZQXCANARY%d"%s}""".formatted(number, shared));
    }

    private Response lookUp(int number) {
        return provider.post(BASE + "/participants/lookup", """
                {"programme": "journey-academy", "reference": "ZQXCANARY%d"}""".formatted(number));
    }

    private static Response outcomes(Caller caller, String policy) {
        return caller.get(BASE + "/outcomes?policy=%s&programme=%s".formatted(policy, PROGRAMME));
    }

    private static String figure(String name) {
        return "employment.programmes.find { it.programme == '%s' }.%s".formatted(PROGRAMME, name);
    }

    private void inDatabase(String database, List<String> secrets, List<String> found) throws SQLException {
        try (var connection = connect(database);
                var tables = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                var table = tables.getString("TABLE_NAME");
                try (var query = connection.prepareStatement(
                        "select count(*) from \"%s\" row where row::text ~ ?".formatted(table))) {
                    query.setString(1, String.join("|", secrets));
                    var row = query.executeQuery();
                    row.next();
                    if (row.getLong(1) > 0) {
                        found.add("%s.%s".formatted(database, table));
                    }
                }
            }
        }
    }

    private void inTopics(List<String> secrets, List<String> found) {
        var events = new Events(platform);
        for (var topic : List.of("anchors.charter", "anchors.social-value", "anchors.employment")) {
            for (var name : List.of(topic, topic + ".dlq")) {
                events.all(name).stream()
                        .filter(message -> secrets.stream()
                                .anyMatch(secret ->
                                        (message.key() + message.value() + message.headers()).contains(secret)))
                        .forEach(message -> found.add("%s at %d".formatted(name, message.offset())));
            }
        }
    }

    private void inLogs(List<String> secrets, List<String> found) {
        platform.logLines()
                .filter(line -> secrets.stream().anyMatch(line::contains))
                .findFirst()
                .ifPresent(found::add);
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%s/%s"
                        .formatted(platform.fact("postgres.host"), platform.fact("postgres.port"), database),
                platform.fact("postgres.superuser"),
                platform.fact("postgres.password"));
    }
}
