package org.anchors.employment.participant;

import static org.anchors.employment.participant.Partnership.body;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.anchors.employment.privacy.Pseudonyms;
import org.anchors.kit.caller.Role;
import org.anchors.kit.platform.Sha256;
import org.anchors.kit.testing.CreationRules;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.awaitility.Awaitility;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class ParticipantsTest extends CreationRules {

    private static final String PATH = "/api/employment/v1/participants";
    private static final String EQUALITY =
            Tokens.of("equality-academy", "mse-icb", Role.PROGRAMME_PROVIDER, Role.EQUALITY_DATA);

    private static @Nullable String programme;

    @Inject
    DataSource database;

    @Inject
    EntityManagerFactory sessions;

    @Inject
    Pseudonyms pseudonyms;

    @BeforeEach
    void tellOfOrganisations() throws SQLException {
        Partnership.tell(database);
        if (programme == null) {
            programme = Partnership.programme();
        }
    }

    @Override
    protected String path() {
        return PATH;
    }

    @Override
    protected String newBody() {
        return body(programme(), newReference(), "");
    }

    @Override
    protected String allowed() {
        return Partnership.provider();
    }

    @Override
    protected String disallowed() {
        return Partnership.anchorTeam();
    }

    @Test
    void showsAParticipantWithoutWhatTheProviderCallsIt() {
        var reference = newReference();
        var made = as(allowed()).body(body(programme(), reference, """
                        , "ageBand": "19-24", "imdDecile": 2, "imdEdition": "2019", "place": "Basildon", "referrer": "ecc\"""")).post(PATH);
        made.then()
                .statusCode(201)
                .body("cohort", is("autumn"))
                .body("ageBand", is("19-24"))
                .body("imdDecile", is(2))
                .body("imdEdition", is("2019"))
                .body("place", is("Basildon"))
                .body("referrer", is("ecc"));
        assertFalse(made.asString().contains(reference));
        as(allowed())
                .body("""
                        {"programme": "%s", "reference": "%s"}""".formatted(programme(), reference))
                .post(PATH + "/lookup")
                .then()
                .statusCode(200)
                .body("id", equalTo(made.path("id")));
    }

    @Test
    void keepsNeitherReferenceNorDigestThatCouldBeTried() throws SQLException {
        var reference = newReference();
        Partnership.participant(programme(), reference, "");
        assertEquals(List.of(), tablesHolding(reference));
    }

    @Test
    void keepsNoWordsThatAClientCallsItsRequestsBy() throws SQLException {
        var words = "jane.canary-" + System.nanoTime();
        var body = newBody();
        var first =
                as(allowed(), words).header("X-Request-Id", words).body(body).post(PATH);
        first.then().statusCode(201).header("X-Request-Id", not(words));
        assertEquals(
                first.asString(), as(allowed(), words).body(body).post(PATH).asString());
        assertEquals(List.of(), tablesHolding(words));
    }

    @Test
    void knowsAParticipantByItsReference() {
        var reference = newReference();
        Partnership.participant(programme(), reference, "");
        refused(as(allowed()).body(body(programme(), reference, "")).post(PATH), 409)
                .body("type", is("/problems/participant-exists"));
        Partnership.participant(Partnership.programme(), reference, "");
    }

    @Test
    void isSeenByItsProviderAndAuditorsOnly() {
        var id = Partnership.participant(programme(), newReference(), "");
        for (var foreign : List.of(id, UUID.randomUUID().toString())) {
            refused(as(Partnership.otherProvider()).get(PATH + "/" + foreign), 404)
                    .body("detail", is("The participant does not exist."));
        }
        refused(as(Partnership.otherProvider()).get(PATH + "?programme=" + programme()), 404);
        refused(as(Partnership.anchorTeam()).get(PATH + "/" + id), 403);
        refused(as(Partnership.anchorTeam()).get(PATH + "?programme=" + programme()), 403);
        as(Partnership.auditor()).get(PATH + "/" + id).then().statusCode(200);
        refused(as(Partnership.otherProvider()).body(newBody()).post(PATH), 404);
    }

    @Test
    void listsParticipantsPageByPage() {
        var own = Partnership.programme();
        var made = new ArrayList<String>();
        for (var number = 0; number < 3; number++) {
            made.add(Partnership.participant(own, "P-" + number, ""));
        }
        var first = as(allowed()).get(PATH + "?limit=2&programme=" + own);
        first.then().body("items", hasSize(2)).body("next", notNullValue());
        var second = as(allowed()).get(PATH + "?limit=2&programme=" + own + "&after=" + first.path("next"));
        second.then().body("items", hasSize(1)).body("next", nullValue());
        var seen = new ArrayList<String>(first.path("items.id"));
        seen.addAll(second.path("items.id"));
        assertEquals(made, seen);
    }

    @Test
    void findsEveryFaultAtOnce() {
        refused(as(allowed()).body("""
                                {"programme": "%s", "cohort": "spring", "reference": "Jane Canary", "sharedReference": "S-1",
                                 "ageBand": "young", "imdDecile": 11, "place": "Atlantis", "referrer": "nobody"}""".formatted(programme())).post(PATH), 422)
                .body(
                        "faults.rule",
                        containsInAnyOrder(
                                "looks-like-a-name",
                                "unknown-value",
                                "form",
                                "unknown-cohort",
                                "unknown-place",
                                "unknown-organisation",
                                "not-agreed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"reference\": \"943 476 5919\"",
                "\"reference\": \"9434765919\"",
                "\"reference\": \"QQ123456C\"",
                "\"reference\": \"CM1 7ET\"",
                "\"reference\": \"canary.person1\"",
                "\"reference\": \"1985-03-12\"",
                "\"reference\": \"canary310190\"",
                "\"reference\": \"P-1\", \"sharedReference\": \"HCA-310190\"",
                "\"reference\": \"P-1\", \"name\": \"Canary Person\"",
                "\"reference\": \"P-1\", \"nhsNumber\": 9434765919",
                "\"reference\": \"P-1\", \"9434765919\": 1",
                "\"reference\": \"P-1\", \"dateOfBirth\": \"12/03/1985\"",
                "\"reference\": \"P-1\", \"place\": \"CM1 7ET\"",
                "\"reference\": \"P-1\", \"referrer\": \"Canary Person\"",
                "\"reference\": \"P-1\", \"ageBand\": \"1985-03-12\"",
                "\"reference\": \"P-1\", \"cohort\": \"Canary Person\"",
                "\"reference\": \"P-1\", \"programme\": \"943 476 5919\""
            })
    void refusesPersonalDataWithoutRepeatingIt(String fields) throws SQLException {
        var answer = as(allowed())
                .body("{\"programme\": \"%s\", \"cohort\": \"autumn\", %s}"
                        .formatted(programme(), fields)
                        .replace(
                                "\"programme\": \"%s\", \"cohort\"".formatted(programme()),
                                fields.contains("\"programme\"")
                                        ? "\"cohort\""
                                        : "\"programme\": \"%s\", \"cohort\"".formatted(programme()))
                        .replace(fields.contains("\"cohort\"") ? "\"cohort\": \"autumn\", " : "\u0000", ""))
                .post(PATH);
        refused(answer, 422);
        for (var personal : List.of(
                "943 476", "9434765919", "QQ123456", "CM1 7ET", "1985-03", "12/03", "310190", "anary P", "anary.p")) {
            assertFalse(answer.asString().contains(personal), answer.asString());
            assertEquals(List.of(), tablesHolding(personal));
        }
    }

    @Test
    void keepsEqualityFlagsForThoseWithTheRole() {
        var id = Partnership.participant(programme(), newReference(), "");
        var flags = PATH + "/" + id + "/equality-flags";
        refused(as(allowed()).get(flags), 403);
        refused(as(Partnership.auditor()).get(flags), 403);
        refused(as(EQUALITY).body("{\"veteran\": \"YES\"}").put(flags), 428);
        var put = as(EQUALITY).header("If-Match", "\"0\"").body("""
                        {"veteran": "YES", "carer": "PREFER_NOT_TO_SAY"}""").put(flags);
        put.then().statusCode(200).header("ETag", "\"1\"").body("veteran", is("YES"));
        as(EQUALITY)
                .get(flags)
                .then()
                .statusCode(200)
                .body("carer", is("PREFER_NOT_TO_SAY"))
                .body("disability", nullValue());
        refused(as(EQUALITY).header("If-Match", "\"0\"").body("{}").put(flags), 412);
        var foreign = Tokens.of("equality-eput", "eput", Role.EQUALITY_DATA);
        refused(as(foreign).get(flags), 404);
        refused(
                        as(EQUALITY)
                                .header("If-Match", "\"1\"")
                                .body("{\"vegetarian\": \"YES\"}")
                                .put(flags),
                        422)
                .body("faults.rule", hasItems("unknown-field"));
    }

    /** Whoever comes second finds that the version has changed, however close the two are. */
    @Test
    void losesNoFlagsThatAnotherPutAtTheSameTime() {
        for (var round = 0; round < 5; round++) {
            var flags = PATH + "/" + Partnership.participant(programme(), newReference(), "") + "/equality-flags";
            var statuses = Stream.of("veteran", "carer", "disability", "neurodivergent")
                    .parallel()
                    .map(group -> as(EQUALITY)
                            .header("If-Match", "\"0\"")
                            .body("{\"%s\": \"YES\"}".formatted(group))
                            .put(flags)
                            .statusCode())
                    .sorted()
                    .toList();
            assertEquals(List.of(200, 412, 412, 412), statuses);
        }
    }

    @Test
    void listsEveryFaultyLineOfMany() {
        var own = Partnership.programme();
        var many = IntStream.range(0, 12_000).mapToObj(number -> "[]").collect(Collectors.joining("\n"));
        var answer = lines(many + "\n" + body(own, "jane", ""));
        refused(answer, 422);
        assertEquals(12_001, answer.<List<String>>path("faults").size());
        refused(lines("{}\n".repeat(20_001)), 413);
    }

    @Test
    void correctsWhatIsKnownOfOneAndKeepsWhatWasSaidBefore() {
        var one = PATH + "/" + Partnership.participant(programme(), newReference(), ", \"place\": \"Basildon\"");
        var correction = "{\"place\": \"Southend\", \"ageBand\": \"25-34\"}";
        refused(as(allowed()).body(correction).put(one), 428);
        as(allowed())
                .header("If-Match", "\"0\"")
                .body(correction)
                .put(one)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("place", is("Southend"))
                .body("ageBand", is("25-34"));
        refused(as(allowed()).header("If-Match", "\"0\"").body(correction).put(one), 412);
        as(allowed())
                .get(one + "/revisions")
                .then()
                .statusCode(200)
                .body("items.version", contains(0))
                .body("items.said.place", contains("Basildon"));
        refused(
                        as(allowed())
                                .header("If-Match", "\"1\"")
                                .body("{\"place\": \"Atlantis\", \"imdDecile\": 11, \"imdEdition\": \"2019\"}")
                                .put(one),
                        422)
                .body("faults.rule", containsInAnyOrder("unknown-place", "form"));
        refused(
                as(Partnership.otherProvider())
                        .header("If-Match", "\"1\"")
                        .body(correction)
                        .put(one),
                404);
        refused(as(Partnership.otherProvider()).get(one + "/revisions"), 404);
        refused(as(Partnership.anchorTeam()).get(one + "/revisions"), 403);
    }

    @Test
    void registersManyAtOnceOrNone() {
        var own = Partnership.programme();
        var lines = body(own, "M-1", "").strip() + "\n" + body(own, "M-2", "").strip();
        lines(lines).then().statusCode(201).body("accepted", is(2)).body("unchanged", is(0));
        lines(lines + "\n" + body(own, "M-3", "").strip())
                .then()
                .statusCode(201)
                .body("accepted", is(1))
                .body("unchanged", is(2));
        var faulty = lines(body(own, "HCA-310190", "").strip() + "\n"
                + body(own, "943 476 5919", ", \"place\": \"Atlantis\"") + "\n{\n"
                + "{\"programme\": \"%s\", \"cohort\": \"autumn\", \"reference\": 5}".formatted(own));
        refused(faulty, 422)
                .body(
                        "faults.at",
                        containsInAnyOrder(
                                "line 1, reference",
                                "line 2, reference",
                                "line 2, place",
                                "line 3",
                                "line 4, reference"))
                .body(
                        "faults.rule",
                        hasItems(
                                "looks-like-a-date-of-birth",
                                "looks-like-an-nhs-number",
                                "unknown-place",
                                "malformed"));
        as(allowed()).get(PATH + "?programme=" + own).then().body("items", hasSize(3));
    }

    /** Whatever the order in which cohorts are locked. */
    @Test
    void takesTheFirstLineOfAReferenceThatIsGivenTwice() {
        var own = Partnership.programme();
        Partnership.cohort(Partnership.provider(), own, "spring");
        var later = body(own, "M-1", "").strip();
        lines(later.replace("autumn", "spring") + "\n" + later)
                .then()
                .statusCode(201)
                .body("accepted", is(1))
                .body("unchanged", is(1));
        as(allowed()).get(PATH + "?programme=" + own).then().body("items.cohort", contains("spring"));
    }

    /** Such a reference is refused since it can be a birthday; the roster in which it stands from before is sent again. */
    @Test
    void takesSixDigitsOfSomebodyWhoHasThemFromBefore() throws SQLException {
        var own = Partnership.programme();
        Partnership.participant(own, "M-1", "");
        var pseudonym = QuarkusTransaction.requiringNew()
                .call(() -> pseudonyms.under(own).of("HCA-310190"));
        Stored.execute(
                database,
                "update participant set pseudonym = '\\x%s' where programme = '%s'"
                        .formatted(HexFormat.of().formatHex(pseudonym), own));
        var known = body(own, "HCA-310190", ", \"place\": \"Basildon\"").strip();
        lines(known + "\n" + body(own, "M-2", "").strip())
                .then()
                .statusCode(201)
                .body("accepted", is(1))
                .body("unchanged", is(1));
        refused(lines(body(own, "HCA-010290", "").strip() + "\n" + known), 422)
                .body("faults.at", contains("line 1, reference"));
        refused(as(allowed()).body(known).post(PATH), 409);
        refused(as(allowed()).body(body(own, "HCA-010290", "")).post(PATH), 422);
    }

    @Test
    void refusesManyOfAForeignProgrammeAsOneOfIt() {
        var foreign = Partnership.programme("eput", "THREE_MONTHS", false);
        var body = Partnership.body(foreign, "P-1", "");
        as(Partnership.provider()).body(body).post(PATH).then().statusCode(404);
        lines(body.strip()).then().statusCode(404);
    }

    private static Response lines(String lines) {
        return as(Partnership.provider())
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post(PATH);
    }

    @Test
    void sharesAReferenceWhereTheProgrammeAgreed() throws SQLException {
        var agreed = Partnership.programme("mse-icb", "THREE_MONTHS", true);
        Partnership.participant(agreed, newReference(), ", \"sharedReference\": \"SHARED-77123\"");
        assertEquals(List.of(), tablesHolding("SHARED-77123"));
    }

    /** Whoever registers with a shared reference would else wait for all who do, in any programme. */
    @Test
    void registersWithASharedReferenceWhileOthersDo() throws SQLException {
        var agreed = Partnership.programme("mse-icb", "THREE_MONTHS", true);
        Partnership.participant(agreed, newReference(), ", \"sharedReference\": \"SHARED-77124\"");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select scope from pseudonym_key where scope = '*shared*' for update");
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> Partnership.participant(agreed, newReference(), ", \"sharedReference\": \"SHARED-77125\""));
            connection.rollback();
        }
    }

    @Test
    void asksTheDatabaseAsOftenForManyParticipantsAsForFew() {
        var agreed = Partnership.programme("mse-icb", "THREE_MONTHS", true);
        assertEquals(statementsOf(agreed, 0, 3), statementsOf(agreed, 3, 60));
        as(allowed()).get(PATH + "?limit=100&programme=" + agreed).then().body("items", hasSize(60));
    }

    /** How many statements it takes to register participants who are recognised in other programmes. */
    private long statementsOf(String agreed, int from, int to) {
        var statistics = sessions.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        lines(IntStream.range(from, to)
                        .mapToObj(number ->
                                body(agreed, "P-" + number, ", \"sharedReference\": \"%s\"".formatted(newReference())))
                        .collect(Collectors.joining("\n")))
                .then()
                .statusCode(201)
                .body("accepted", is(to - from));
        statistics.setStatisticsEnabled(false);
        return statistics.getPrepareStatementCount();
    }

    /** A load holds its cohorts from its start, and says at its end when the programme was last heard of. */
    @Test
    void letsALoadEndWhileParticipantsWaitForItsCohort() throws SQLException {
        try (var load = database.getConnection();
                var statement = load.createStatement()) {
            load.setAutoCommit(false);
            statement.execute("select id from cohort where programme = '%s' for update".formatted(programme()));
            var body = newBody();
            var registered =
                    CompletableFuture.supplyAsync(() -> as(allowed()).body(body).post(PATH));
            awaitWaiting("insert into participant");
            statement.execute("""
                    insert into follow_up (programme, last_at) values ('%s', now())
                    on conflict (programme) do update set last_at = excluded.last_at
                    """.formatted(programme()));
            load.commit();
            registered.join().then().statusCode(201);
        }
    }

    /** Loads take cohorts in the order in which these were made; lines may name them in any. */
    @Test
    void letsALoadEndWhileParticipantsWaitForSeveralCohorts() throws SQLException {
        var several = Partnership.programme();
        Partnership.cohort(allowed(), several, "winter");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var first = database.getConnection();
                var statement = first.createStatement()) {
            first.setAutoCommit(false);
            statement.execute(
                    "select id from cohort where programme = '%s' and key = 'autumn' for update".formatted(several));
            var second = CompletableFuture.runAsync(() -> holdCohorts(several), threads);
            awaitWaiting("select id from cohort where programme");
            var registered = CompletableFuture.supplyAsync(
                    () -> lines(Stream.of("winter", "autumn")
                            .map(cohort -> body(several, newReference(), "")
                                    .replace("\"cohort\": \"autumn\"", "\"cohort\": \"%s\"".formatted(cohort)))
                            .collect(Collectors.joining("\n"))),
                    threads);
            awaitWaiting("insert into participant");
            first.commit();
            second.join();
            registered.join().then().statusCode(201).body("accepted", is(2));
        }
    }

    private void holdCohorts(String programme) {
        try (var load = database.getConnection();
                var statement = load.createStatement()) {
            load.setAutoCommit(false);
            statement.execute(
                    "select id from cohort where programme = '%s' order by id for update".formatted(programme));
            load.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void awaitWaiting(String what) {
        Awaitility.await(what)
                .atMost(Duration.ofMinutes(1))
                .until(() -> Stored.count(database, """
                        pg_stat_activity where wait_event_type = 'Lock' and query like '%%%s%%'""".formatted(what)) > 0);
    }

    private static String programme() {
        return Objects.requireNonNull(programme);
    }

    @Test
    void tellsNobodyOfTheKeysThatOthersUse() {
        var key = "1";
        var other = Tokens.of("provider-academy-too", "mse-icb", Role.PROGRAMME_PROVIDER);
        var first = as(allowed(), key).body(newBody()).post(PATH);
        var second = as(other, key).body(newBody()).post(PATH);
        assertEquals(List.of(201, 201), List.of(first.statusCode(), second.statusCode()));
        assertFalse(first.header("Location").equals(second.header("Location")));
    }

    @Test
    void keepsOfAKeyWhatCannotBeFoundByTrying() throws SQLException {
        var key = "short";
        as(allowed(), key).body(newBody()).post(PATH).then().statusCode(201);
        var kept = Stored.read(
                        database,
                        "select key from idempotency where caller = 'subject-of-provider-academy' order by answered_at desc limit 1")
                .getFirst();
        assertEquals(64, kept.length());
        assertFalse(kept.equals(Sha256.of("subject-of-provider-academy " + key)));
    }

    private static String newReference() {
        return "CANARY-" + System.nanoTime();
    }

    /** The tables of the service's database in which a text stands anywhere. */
    private List<String> tablesHolding(String text) throws SQLException {
        var holding = new ArrayList<String>();
        try (var connection = database.getConnection();
                var tables = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                var table = tables.getString("TABLE_NAME");
                try (var query = connection.prepareStatement(
                        "select 1 from \"%s\" row where row::text ilike ? limit 1".formatted(table))) {
                    query.setString(1, "%" + text + "%");
                    if (query.executeQuery().next()) {
                        holding.add(table);
                    }
                }
            }
        }
        return holding;
    }
}
