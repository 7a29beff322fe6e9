package org.anchors.employment.milestone;

import static io.restassured.RestAssured.given;
import static org.anchors.employment.milestone.Sending.PATH;
import static org.anchors.employment.milestone.Sending.one;
import static org.anchors.employment.milestone.Sending.refused;
import static org.anchors.employment.milestone.Sending.send;
import static org.anchors.employment.milestone.Sending.states;
import static org.anchors.employment.participant.Partnership.as;
import static org.anchors.employment.participant.Partnership.otherProvider;
import static org.anchors.employment.participant.Partnership.participant;
import static org.anchors.employment.participant.Partnership.programme;
import static org.anchors.employment.participant.Partnership.provider;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.anchors.employment.participant.Partnership;
import org.anchors.employment.participant.Stored;
import org.anchors.kit.bulk.LoadMode;
import org.anchors.kit.caller.Role;
import org.anchors.kit.rows.Rows;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** employment.md, Taking records in: every faulty row is listed, however many there are. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class LoadFaultsTest {

    private static final int ROWS = 250;
    private static final int FAULTS_OF_ONE = 5;
    private static final String LINES = "application/x-ndjson";

    @Inject
    DataSource database;

    @Inject
    Rows rows;

    @Inject
    Loads loads;

    @BeforeEach
    void tellOfOrganisations() throws SQLException {
        Partnership.tell(database);
    }

    @Test
    void answersWithTheFirstFaultsAndListsEveryOneByPages() throws SQLException {
        var programme = programme();
        participant(programme, "P-1", "");
        var answer =
                send(LINES + "?mode=accept-valid", faulty(ROWS) + one(programme, "P-1", "STARTED", "2023-01-09", ""));
        answer.then()
                .statusCode(201)
                .body("accepted", is(1))
                .body("refused", is(ROWS))
                .body("faultCount", is(ROWS * FAULTS_OF_ONE))
                .body("faults", hasSize(1_000));
        assertEquals(lines(ROWS), lines(all(answer.path("allFaults"))));
        assertEquals(List.of("2022 2023-01-09 null null"), states(database, programme));
        assertEquals(
                answer.asString(), as(provider()).get(answer.header("Location")).asString());
    }

    @Test
    void listsEveryFaultOfAFileThatIsRefusedAndStoresNothingElse() throws SQLException {
        var programme = programme();
        participant(programme, "P-1", "");
        var sound = one(programme, "P-1", "STARTED", "2023-01-09", "");
        var key = UUID.randomUUID().toString();
        var answer = withKey(key, faulty(ROWS) + sound);
        refused(answer).body("faults", hasSize(1_000)).body("detail", containsString("1,250 faults, of which 1,000"));
        String list = answer.path("allFaults");
        var all = all(list);
        assertEquals(ROWS * FAULTS_OF_ONE, all.size());
        assertEquals(lines(ROWS), lines(all));
        as(provider())
                .get(list.replace("/faults", ""))
                .then()
                .statusCode(200)
                .body("accepted", is(0))
                .body("unchanged", is(0))
                .body("refused", is(ROWS + 1));
        assertEquals(List.of(), states(database, programme));
        withKey(key, sound).then().statusCode(201).body("accepted", is(1));
    }

    @Test
    void keepsNothingOfARefusalThatTellsEveryFault() throws SQLException {
        var before = loads();
        refused(send(LINES, faulty(3)))
                .body("faults", hasSize(3 * FAULTS_OF_ONE))
                .body("allFaults", nullValue());
        assertEquals(before, loads());
    }

    @Test
    void keepsOneListOfAFileHoweverOftenItIsSent() throws SQLException {
        var sender = Tokens.of("provider-of-lists", "lists", Role.PROGRAMME_PROVIDER);
        var first = refusedList(sender, "", ROWS);
        var checked = refusedList(sender, "?dryRun=true", ROWS);
        var other = refusedList(sender, "", ROWS + 1);
        var again = refusedList(sender, "", ROWS);
        assertEquals(2, lists("lists"));
        as(sender).get(first).then().statusCode(404);
        as(sender).get(checked).then().statusCode(404);
        as(sender).get(other).then().statusCode(200);
        as(sender).get(again).then().statusCode(200).body("items", hasSize(50));
    }

    @Test
    void keepsTheListsOfTheLastTenFilesThatWereRefusedAndEverythingThatWasLoaded() throws SQLException {
        var sender = Tokens.of("provider-of-many-lists", "many-lists", Role.PROGRAMME_PROVIDER);
        as(sender)
                .contentType(LINES)
                .body(faulty(ROWS).getBytes(StandardCharsets.UTF_8))
                .post(PATH + "?mode=accept-valid")
                .then()
                .statusCode(201);
        var all = IntStream.range(ROWS, ROWS + 12)
                .mapToObj(rows -> refusedList(sender, "", rows))
                .toList();
        assertEquals(11, lists("many-lists"));
        as(sender).get(all.get(1)).then().statusCode(404);
        as(sender).get(all.get(2)).then().statusCode(200);
        refusedList(sender, "", ROWS + 11);
        assertEquals(11, lists("many-lists"));
        as(sender).get(all.get(2)).then().statusCode(200);
    }

    private static String refusedList(String sender, String query, int rows) {
        return refused(as(sender)
                        .contentType(LINES)
                        .body(faulty(rows).getBytes(StandardCharsets.UTF_8))
                        .post(PATH + query))
                .extract()
                .path("allFaults");
    }

    private int lists(String organisation) throws SQLException {
        return Stored.count(database, "milestone_load where organisation = '%s'".formatted(organisation));
    }

    @Test
    void keepsNothingOfACheckThatTellsEveryFault() throws SQLException {
        var before = loads();
        refused(send(LINES + "?dryRun=true", faulty(ROWS - 50))).body("faults", hasSize(1_000));
        send(LINES + "?dryRun=true&mode=accept-valid", faulty(ROWS - 50))
                .then()
                .statusCode(200)
                .body("dryRun", is(true))
                .body("faultCount", is(1_000))
                .body("faults", hasSize(1_000))
                .body("id", nullValue())
                .body("allFaults", nullValue());
        assertEquals(before, loads());
    }

    @Test
    void listsEveryFaultOfACheckAndStoresNothingElse() throws SQLException {
        var programme = programme();
        participant(programme, "P-1", "");
        var file = faulty(ROWS) + one(programme, "P-1", "STARTED", "2023-01-09", "");
        var strict = send(LINES + "?dryRun=true", file);
        refused(strict).body("faults", hasSize(1_000)).body("detail", containsString("nothing would be stored"));
        assertEquals(lines(ROWS), lines(all(strict.path("allFaults"))));
        var tolerant = send(LINES + "?dryRun=true&mode=accept-valid", file);
        tolerant.then()
                .statusCode(200)
                .body("accepted", is(1))
                .body("faultCount", is(ROWS * FAULTS_OF_ONE))
                .body("faults", hasSize(1_000));
        assertEquals(ROWS * FAULTS_OF_ONE, all(tolerant.path("allFaults")).size());
        as(provider())
                .get(tolerant.<String>path("allFaults").replace("/faults", ""))
                .then()
                .statusCode(200)
                .body("dryRun", is(true));
        assertEquals(List.of(), states(database, programme));
    }

    /** What is checked at the end of a transaction is checked while the audit trail is held, and everybody who writes waits for it. */
    @Test
    void leavesNothingToBeCheckedWhenTheAuditTrailIsHeld() throws SQLException {
        var before = loads();
        QuarkusTransaction.begin();
        try {
            rows.change(
                    "insert into milestone_load_fault (load, number, place, rule, mend) values (?, 1, '', 'rule', '')",
                    UUID.randomUUID());
            var outcome = new LoadOutcome(
                    UUID.randomUUID(), LoadMode.ACCEPT_VALID, false, 0, 0, 0, 0, List.of(), null, 0, List.of());
            assertThrows(RuntimeException.class, () -> loads.add(UUID.randomUUID(), outcome));
        } finally {
            QuarkusTransaction.rollback();
        }
        assertEquals(before, loads());
    }

    /** Faults that are found once everything has been read, among people whose other rows are taken. */
    @Test
    void listsEveryRowThatIsFoundToBeOutOfOrder() throws SQLException {
        var programme = programme();
        participant(programme, "P-1", "");
        participant(programme, "P-2", "");
        var rows = IntStream.rangeClosed(1, 1_300)
                .mapToObj(number -> one(
                        programme,
                        number <= 650 ? "P-1" : "P-2",
                        number % 650 == 1 ? "REFERRED" : "JOB_START",
                        number % 650 == 1 ? "2023-05-02" : "2023-01-09",
                        ", \"recordId\": \"%d\"".formatted(number)))
                .collect(Collectors.joining("\n"));
        var answer = send(LINES + "?mode=accept-valid", rows);
        answer.then()
                .statusCode(201)
                .body("accepted", is(2))
                .body("refused", is(1_298))
                .body("faults", hasSize(1_000));
        assertEquals(1_298, lines(all(answer.path("allFaults"))).size());
    }

    /** The version before wrote no list, and may answer while this one begins. */
    @Test
    void listsFaultsThatStandInWhatWasAnsweredOnly() throws SQLException {
        var answer = send(LINES + "?mode=accept-valid", faulty(3));
        String list = answer.path("allFaults");
        var before = as(provider()).get(list + "?limit=1000").asString();
        Stored.execute(
                database,
                "delete from milestone_load_fault where load = '%s'".formatted(answer.<String>path("id")),
                "update milestone_load set outcome = cast(cast(outcome as jsonb) - 'allFaults' as text) where id = '%s'"
                        .formatted(answer.<String>path("id")));
        assertEquals(before, as(provider()).get(list + "?limit=1000").asString());
        var page = as(provider()).get(list + "?limit=10");
        page.then().body("items", hasSize(10));
        as(provider())
                .get(list + "?limit=10&after=" + page.path("next"))
                .then()
                .body("items", hasSize(5))
                .body("next", nullValue());
    }

    @Test
    void showsTheListToTheOrganisationThatSentTheFileOnly() {
        var answer = send(LINES + "?mode=accept-valid", faulty(1));
        String list = answer.path("allFaults");
        as(provider()).get(list).then().statusCode(200).body("items", hasSize(FAULTS_OF_ONE));
        as(otherProvider()).get(list).then().statusCode(404);
        as(provider()).get(list + "?limit=1001").then().statusCode(422);
        as(provider()).get(list + "?after=x").then().statusCode(422);
    }

    private static Response withKey(String key, String body) {
        return given().contentType(LINES)
                .header("Idempotency-Key", key)
                .auth()
                .oauth2(provider())
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(PATH);
    }

    private static String faulty(int rows) {
        return "{\"x\": 1}\n".repeat(rows);
    }

    private List<String> loads() throws SQLException {
        return Stored.read(
                database,
                "select concat((select count(*) from milestone_load), ' ', (select count(*) from milestone_load_fault))");
    }

    private static List<Map<String, String>> all(String list) {
        var all = new ArrayList<Map<String, String>>();
        var after = "";
        while (after != null) {
            var page = as(provider()).get("%s?limit=700%s".formatted(list, after));
            page.then().statusCode(200);
            all.addAll(page.path("items"));
            String next = page.path("next");
            after = next == null ? null : "&after=" + next;
        }
        return all;
    }

    private static List<String> lines(List<Map<String, String>> faults) {
        return faults.stream()
                .map(fault -> String.valueOf(fault.get("at")).replaceAll(",.*", ""))
                .distinct()
                .toList();
    }

    private static List<String> lines(int rows) {
        return IntStream.rangeClosed(1, rows).mapToObj("line %d"::formatted).toList();
    }
}
