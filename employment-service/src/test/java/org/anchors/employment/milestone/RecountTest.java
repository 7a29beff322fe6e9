package org.anchors.employment.milestone;

import static org.anchors.employment.participant.Partnership.as;
import static org.anchors.employment.participant.Partnership.auditor;
import static org.anchors.employment.participant.Partnership.cohort;
import static org.anchors.employment.participant.Partnership.participant;
import static org.anchors.employment.participant.Partnership.programme;
import static org.anchors.employment.participant.Partnership.provider;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.anchors.employment.outcome.Journey;
import org.anchors.employment.participant.Partnership;
import org.anchors.employment.participant.Stored;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class RecountTest {

    private static final String PATH = "/api/employment/v1/recounts";
    private static final String OPERATOR = Tokens.of("machine-operator", null, Role.OPERATOR);

    @Inject
    RecountJob job;

    @Inject
    DataSource database;

    @BeforeEach
    void nothingWaits() {
        job.run();
    }

    @Test
    void findsThatPeopleAreStoredAsTheirRecordsComeTo() {
        checked(recorded())
                .body("items.cohort", contains("autumn"))
                .body("items.people", contains(2))
                .body("items.differing", contains(0))
                .body("items.waiting", contains(false));
    }

    @Test
    void foldsAnewWhatAnOlderVersionFoldedAndTellsTheTotals() throws SQLException {
        var programme = recorded();
        foldedByAnOlderVersion(programme);
        checked(programme).body("items.differing", contains(1)).body("items.waiting", contains(true));
        assertEquals(1, count("participant_state where programme = '%s' and work_on is not null".formatted(programme)));

        job.run();
        checked(programme).body("items.differing", contains(0)).body("items.waiting", contains(false));
        assertEquals(2, count("participant_state where programme = '%s' and work_on is not null".formatted(programme)));
        assertEquals(List.of("2", "2"), told(programme));
        assertEquals(List.of("{\"differing\":1,\"version\":%d}".formatted(Journey.VERSION)), noted(programme));
    }

    @Test
    void leavesAloneWhatThePresentVersionFolded() throws SQLException {
        var programme = recorded();
        assertEquals(List.of(), job.waiting());
        assertEquals(List.of(), noted(programme));
        assertEquals(List.of("2"), told(programme));
    }

    @Test
    void recountsWhateverVersionFoldedItWhenAnOperatorSaysSo() throws SQLException {
        var programme = recorded();
        Stored.execute(database, "delete from participant_state where programme = '%s'".formatted(programme));
        checked(programme).body("items.differing", contains(2)).body("items.waiting", contains(false));
        as(OPERATOR)
                .post(PATH + "?programme=" + programme)
                .then()
                .statusCode(200)
                .body("cohorts", is(1));
        checked(programme).body("items.waiting", contains(true));
        job.run();
        checked(programme).body("items.differing", contains(0));
        assertEquals(
                1,
                count("audit_entry where deed = 'recount-ordered' and object = 'programmes/%s'".formatted(programme)));
    }

    @Test
    void forgetsAStateOfWhichThereIsNoRecord() throws SQLException {
        var programme = recorded();
        Stored.execute(
                database,
                "delete from milestone m using participant p where p.id = m.participant and p.programme = '%s'"
                        .formatted(programme));
        checked(programme).body("items.people", contains(0)).body("items.differing", contains(2));
        as(OPERATOR).post(PATH + "?programme=" + programme).then().statusCode(200);
        job.run();
        checked(programme).body("items.differing", contains(0));
    }

    @Test
    void tellsTotalsThatWereToldOtherwiseThoughPeopleAreRight() throws SQLException {
        var programme = recorded();
        checked(programme).body("items.toldOtherwise", contains(false));
        spoilTotals(programme);
        checked(programme).body("items.differing", contains(0)).body("items.toldOtherwise", contains(true));
        as(OPERATOR).post(PATH + "?programme=" + programme).then().statusCode(200);
        job.run();
        checked(programme).body("items.toldOtherwise", contains(false));
        assertEquals(List.of("2", "2"), told(programme));
    }

    /** Totals that were told before an erasure stay until the cohort's records change. */
    @Test
    void leavesAloneWhatWasToldBeforeAnErasure() throws SQLException {
        var programme = recorded();
        var id = participant(programme, "P-3", "");
        record(programme, "P-3", "JOB_START", "2022-11-01");
        as(provider())
                .header("If-Match", "\"0\"")
                .delete("/api/employment/v1/participants/" + id)
                .then()
                .statusCode(200);
        checked(programme).body("items.toldOtherwise", contains(false));
        as(OPERATOR).post(PATH + "?programme=" + programme).then().statusCode(200);
        job.run();
        assertEquals(List.of("2", "3"), told(programme));

        Stored.execute(
                database,
                "update participant_state set ended_on = first_start where programme = '%s'".formatted(programme));
        checked(programme).body("items.differing", contains(2)).body("items.toldOtherwise", contains(false));
        as(OPERATOR).post(PATH + "?programme=" + programme).then().statusCode(200);
        job.run();
        checked(programme).body("items.differing", contains(0));
        assertEquals(List.of("2", "3"), told(programme));

        record(programme, "P-1", "COMPLETED", "2022-10-05");
        assertEquals(List.of("2", "3", "2"), told(programme));
        spoilTotals(programme);
        checked(programme).body("items.toldOtherwise", contains(true));
    }

    @Test
    void goesOnWhereItWasStopped() throws SQLException {
        var programme = recorded();
        cohort(provider(), programme, "spring");
        as(provider())
                .body(Partnership.body(programme, "P-9", "").replace("autumn", "spring"))
                .post("/api/employment/v1/participants")
                .then()
                .statusCode(201);
        record(programme, "P-9", "STARTED", "2023-02-06");
        foldedByAnOlderVersion(programme);
        job.recount(job.waiting().getFirst());
        checked(programme).body("items.findAll { it.waiting }.cohort", contains("spring"));
        job.run();
        checked(programme).body("items.findAll { it.waiting }", empty());
    }

    @Test
    void recountsEachCohortOnceHoweverManyDoSo() throws SQLException {
        var programmes = IntStream.range(0, 6).mapToObj(number -> recorded()).toList();
        for (var programme : programmes) {
            foldedByAnOlderVersion(programme);
        }
        try (var replicas = Executors.newFixedThreadPool(3)) {
            IntStream.range(0, 3).forEach(number -> replicas.execute(job::run));
        }
        for (var programme : programmes) {
            checked(programme).body("items.differing", contains(0)).body("items.waiting", contains(false));
            assertEquals(1, noted(programme).size());
        }
    }

    /** Of a rule that this version does not know, as one would be of a later one. */
    @Test
    void recountsTheOthersWhereOneCannotBe() throws SQLException {
        var counted = "programme set outcome_rule_version = %d where key = '%s'";
        var first = recorded();
        var second = recorded();
        foldedByAnOlderVersion(first);
        foldedByAnOlderVersion(second);
        Stored.execute(database, "update " + counted.formatted(99, first));
        try {
            job.run();
            checked(second).body("items.waiting", contains(false));
        } finally {
            Stored.execute(database, "update " + counted.formatted(1, first));
        }
        checked(first).body("items.waiting", contains(true)).body("items.differing", contains(1));
        job.run();
        checked(first).body("items.waiting", contains(false)).body("items.differing", contains(0));
    }

    @Test
    void isMadeByOneAtATimeWhileTheyWait() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('recount', 0))");
            as(OPERATOR).get(PATH).then().statusCode(409).body("type", endsWith("recount-under-way"));
            statement.execute("select pg_advisory_unlock(hashtextextended('recount', 0))");
        }
        as(OPERATOR).get(PATH).then().statusCode(200);
    }

    @Test
    void isOfProgrammesThatAreKnown() throws SQLException {
        var before = count("audit_entry where deed = 'recount-ordered'");
        as(OPERATOR).post(PATH + "?programme=Jane%20Smith").then().statusCode(404);
        as(OPERATOR).get(PATH + "?programme=nobodys").then().statusCode(404);
        assertEquals(before, count("audit_entry where deed = 'recount-ordered'"));
    }

    /** A replica of the version before may still take records in while the next one has begun. */
    @Test
    void recountsACohortThatAnOlderVersionAddedTo() throws SQLException {
        var programme = recorded();
        var version = "select f.version from cohort_fold f join cohort c on c.id = f.cohort where c.programme = '%s'"
                .formatted(programme);
        foldedBy(Journey.VERSION + 1, programme);
        record(programme, "P-1", "COMPLETED", "2022-12-05");
        assertEquals(List.of(Integer.toString(Journey.VERSION)), Stored.read(database, version));
        foldedBy(0, programme);
        record(programme, "P-2", "COMPLETED", "2022-12-05");
        assertEquals(List.of("0"), Stored.read(database, version));
    }

    @Test
    void isForOperatorsAndCanBeReadByAuditors() {
        as(auditor()).get(PATH).then().statusCode(200);
        as(auditor()).post(PATH).then().statusCode(403);
        as(provider()).get(PATH).then().statusCode(403);
        as(OPERATOR).get(PATH + "?limit=0").then().statusCode(422);
        as(OPERATOR).get(PATH + "?limit=21").then().statusCode(422);
    }

    /** Two people started and began work. */
    private static String recorded() {
        var programme = programme();
        for (var who : List.of("P-1", "P-2")) {
            participant(programme, who, "");
        }
        as(provider())
                .body("""
                        [{"programme": "%1$s", "participant": "P-1", "kind": "STARTED", "on": "2022-09-05"},
                         {"programme": "%1$s", "participant": "P-1", "kind": "JOB_START", "on": "2022-11-01"},
                         {"programme": "%1$s", "participant": "P-2", "kind": "JOB_START", "on": "2022-11-01"}]""".formatted(programme))
                .post("/api/employment/v1/milestones")
                .then()
                .statusCode(201);
        return programme;
    }

    private static void record(String programme, String participant, String kind, String on) {
        as(provider())
                .body("{\"programme\": \"%s\", \"participant\": \"%s\", \"kind\": \"%s\", \"on\": \"%s\"}"
                        .formatted(programme, participant, kind, on))
                .post("/api/employment/v1/milestones")
                .then()
                .statusCode(201);
    }

    /** One for which the first participant's job did not count, and which told so. */
    private void foldedByAnOlderVersion(String programme) throws SQLException {
        foldedBy(0, programme);
        Stored.execute(
                database,
                "update participant_state set work_on = null where participant = (select min(participant) from participant_state where programme = '%s')"
                        .formatted(programme));
        spoilTotals(programme);
    }

    private void spoilTotals(String programme) throws SQLException {
        Stored.execute(
                database,
                "update outcome_total set in_work = 1 where programme = '%s' and in_work = 2".formatted(programme));
    }

    private void foldedBy(int version, String programme) throws SQLException {
        Stored.execute(
                database,
                "update cohort_fold set version = %d where cohort in (select id from cohort where programme = '%s')"
                        .formatted(version, programme));
    }

    private static ValidatableResponse checked(String programme) {
        return as(OPERATOR).get(PATH + "?programme=" + programme).then().statusCode(200);
    }

    /** How many were told to be in work, by each event. */
    private List<String> told(String programme) throws SQLException {
        return Stored.read(database, """
                select cast(payload as json) -> 'totals' ->> 'inWork' from outbox where key = '%s'
                  and type = 'org.anchors.employment.outcome-totals-changed.v1' order by id""".formatted(programme));
    }

    private List<String> noted(String programme) throws SQLException {
        return Stored.read(
                database,
                "select detail from audit_entry where deed = 'cohort-recounted' and object = 'cohorts/%s/autumn' order by seq"
                        .formatted(programme));
    }

    private int count(String from) throws SQLException {
        return Stored.count(database, from);
    }
}
