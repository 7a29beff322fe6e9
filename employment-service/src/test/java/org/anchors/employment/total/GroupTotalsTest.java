package org.anchors.employment.total;

import static org.anchors.employment.participant.Partnership.as;
import static org.anchors.employment.participant.Partnership.flags;
import static org.anchors.employment.participant.Partnership.programme;
import static org.anchors.employment.participant.Partnership.provider;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.anchors.employment.participant.Partnership;
import org.anchors.employment.participant.Stored;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class GroupTotalsTest {

    @Inject
    GroupTotalsJob job;

    @Inject
    DataSource database;

    @Test
    void tellsOfAGroupByTheNightAndRounded() throws SQLException {
        var programme = started(20, 12);
        assertEquals(List.of(), toldOfVeterans(programme));
        job.run();
        assertEquals(List.of("{\"participants\":10}"), toldOfVeterans(programme));
        job.run();
        assertEquals(1, toldOfVeterans(programme).size());
    }

    /** 9 of 15 veterans are offered a job, and 4 others; then 2 and 5; then one more who began before; then 3 others. */
    @Test
    void tellsOfAGroupAgainOnlyWhenSomethingHasComeOfEightPeople() throws SQLException {
        var programme = started(30, 15);
        offered(programme, 0, 9);
        offered(programme, 15, 19);
        job.run();
        assertEquals(List.of("{\"participants\":15}"), toldOfVeterans(programme));
        offered(programme, 9, 11);
        offered(programme, 19, 24);
        job.run();
        record(programme, people(24, 25), "STARTED", "2022-09-06");
        job.run();
        assertEquals(1, toldOfVeterans(programme).size());
        offered(programme, 24, 27);
        job.run();
        assertEquals(
                List.of("{\"participants\":15}", "{\"participants\":15,\"jobOffers\":10}"), toldOfVeterans(programme));
    }

    /** 12 of 32 and 11 more are 10 and 25: 11 more at least, who would all be veterans, whoever knows that 11 have started. */
    @Test
    void tellsNoCountThatIsAnotherOneForPeopleOfTheGroupOnly() throws SQLException {
        var programme = started(32, 12);
        job.run();
        Partnership.participants(provider(), programme, 51, number -> "");
        ids(programme).subList(32, 43).forEach(id -> flags(id, "{\"veteran\": \"YES\"}"));
        record(programme, people(32, 43), "STARTED", "2022-09-05");
        job.run();
        assertEquals(List.of("{\"participants\":10}"), toldOfVeterans(programme));
        record(programme, people(43, 51), "STARTED", "2022-09-05");
        job.run();
        assertEquals(List.of("{\"participants\":10}", "{\"participants\":25}"), toldOfVeterans(programme));
    }

    /** 6 of 15 are veterans in each of two cohorts: neither could be told by itself. */
    @Test
    void addsUpTheCohortsOfAProgrammeBeforeItRounds() throws SQLException {
        var programme = started(30, 12);
        Stored.execute(database, """
                with spring as (insert into cohort (programme, key, registered_at, version)
                                values ('%1$s', 'spring', now(), 0) returning id),
                     moved as (update participant set cohort = spring.id from spring
                               where programme = '%1$s' and participant.id %% 2 = 0 returning participant.id)
                update participant_state set cohort = spring.id from spring
                where programme = '%1$s' and participant %% 2 = 0""".formatted(programme));
        job.run();
        assertEquals(List.of("{\"participants\":10}"), toldOfVeterans(programme));
    }

    /** Of 8 veterans one has not started after all; of the others the same is said once more. */
    @Test
    void takesNoAnswerThatWasGivenBeforeForSomethingThatHasComeOfSomebody() throws SQLException {
        var programme = started(20, 8);
        job.run();
        withdraw(programme, "P-000");
        for (var id : ids(programme).subList(1, 20)) {
            var flags = "/api/employment/v1/participants/%s/equality-flags".formatted(id);
            var answers = as(Partnership.equalityOfficer()).get(flags);
            as(Partnership.equalityOfficer())
                    .header("If-Match", answers.header("ETag"))
                    .body(answers.asString())
                    .put(flags)
                    .then()
                    .statusCode(200);
        }
        job.run();
        assertEquals(List.of("{\"participants\":10}"), toldOfVeterans(programme));
    }

    /** 7 of 16 who began work are veterans; an eighth does, and 7 others are offered a job. */
    @Test
    void tellsNoCountThatIsAnotherOneForFewPeopleOnly() throws SQLException {
        var programme = started(40, 20);
        record(programme, people(0, 7), "JOB_START", "2022-11-05");
        record(programme, people(20, 29), "JOB_START", "2022-11-05");
        job.run();
        record(programme, people(7, 8), "JOB_START", "2022-11-05");
        record(programme, people(29, 36), "JOB_OFFER", "2022-10-05");
        job.run();
        assertEquals(List.of("{\"participants\":20}"), toldOfVeterans(programme));
    }

    @Test
    void tellsNoCountOfAYearThatIsAnotherOneForFewPeopleOfThatYearOnly() throws SQLException {
        var programme = started(17, 8);
        job.run();
        record(programme, people(0, 7), "JOB_OFFER", "2022-10-05");
        record(programme, people(8, 17), "JOB_OFFER", "2022-10-05");
        job.run();
        Partnership.participants(provider(), programme, 25, number -> "");
        ids(programme).subList(17, 25).forEach(id -> flags(id, "{\"veteran\": \"YES\"}"));
        record(programme, people(17, 24), "STARTED", "2023-09-05");
        record(programme, people(17, 24), "JOB_OFFER", "2023-10-05");
        record(programme, people(7, 8), "JOB_OFFER", "2022-10-05");
        job.run();
        assertEquals(List.of("{\"participants\":10}"), toldOfVeterans(programme));
    }

    /** 12 of 20 are veterans; their starts are corrected, those of 5 and 2 others first, which are few. */
    @Test
    void tellsOfTheYearThatPeopleAreCountedInNoMoreAsOfTheOtherOne() throws SQLException {
        var programme = started(20, 12);
        job.run();
        IntStream.of(0, 1, 2, 3, 4, 12, 13).forEach(number -> startedAYearLater(programme, number, 2022));
        job.run();
        assertEquals(List.of("{\"participants\":10}"), toldOfVeterans(programme));
        IntStream.of(5, 6, 7, 8, 9, 10, 11, 14, 15, 16, 17, 18, 19)
                .forEach(number -> startedAYearLater(programme, number, 2022));
        job.run();
        assertEquals(List.of("2022 -", "2023 10"), veteransByYear(programme));
        assertEquals(0, Stored.count(database, "untold_change where programme = '%s'".formatted(programme)));
    }

    /** 12 of 20 are veterans; all are corrected into the next year, and into the one after that, before anything is told. */
    @Test
    void tellsOfEveryYearThatPeopleWereCountedInSinceItWasTold() throws SQLException {
        var programme = started(20, 12);
        job.run();
        IntStream.range(0, 20).forEach(number -> startedAYearLater(programme, number, 2022));
        IntStream.range(0, 20).forEach(number -> startedAYearLater(programme, number, 2023));
        job.run();
        assertEquals(List.of("2022 -", "2024 10"), veteransByYear(programme));
    }

    /** 20 began in one year, which is told of, and 3 in the next, who are few. */
    @Test
    void writesNothingAboutYearsOfWhichNothingIsToldAsYet() throws SQLException {
        var programme = started(20, 12);
        Partnership.participants(provider(), programme, 23, number -> "");
        record(programme, people(20, 23), "STARTED", "2023-09-05");
        var before = rowVersions(programme);
        assertEquals(3, before.size());
        job.run();
        assertEquals(List.of("2022 10"), veteransByYear(programme));
        assertEquals(before, rowVersions(programme));
    }

    /** Until a later release, one that serves beside a replica of the version before, which notes it in columns that are used no more. */
    @Test
    void tellsWhatTheVersionBeforeHasNotedOfPeople() throws SQLException {
        var programme = started(20, 12);
        Stored.execute(database, """
                with noted as (delete from untold_change where participant in
                                 (select id from participant where programme = '%s' order by id limit 7) returning *)
                update participant_state s set untold_counts = counts, untold_year = noted.year, left_counts = counts, left_year = 2021
                from noted where noted.participant = s.participant""".formatted(programme));
        job.run();
        assertEquals(List.of("2022 10"), veteransByYear(programme));
        assertEquals(
                7, Stored.count(database, "untold_change where programme = '%s' and year = 2021".formatted(programme)));
        assertEquals(0, Stored.count(database, "untold where programme = '%s'".formatted(programme)));
    }

    /** Which transaction wrote each row of those who are few. */
    private List<String> rowVersions(String programme) throws SQLException {
        return Stored.read(
                database,
                "select s.xmin || ' ' || u.xmin from participant_state s join untold_change u using (participant, programme, year)"
                        + " where programme = '%s' and year = 2023".formatted(programme));
    }

    /** A year and the participants that were told last of it. */
    private List<String> veteransByYear(String programme) throws SQLException {
        return Stored.read(database, """
                select year || ' ' || coalesce(cast(participants as text), '-') from group_total
                where programme = '%s' and grp = 'veteran' order by year""".formatted(programme));
    }

    private static void startedAYearLater(String programme, int number, int year) {
        as(provider())
                .body("""
                        {"programme": "%s", "participant": "P-%03d", "kind": "STARTED", "on": "%d-09-05",
                         "corrects": {"on": "%d-09-05"}}""".formatted(programme, number, year + 1, year))
                .post("/api/employment/v1/milestones")
                .then()
                .statusCode(201);
    }

    @Test
    void takesAnAnswerAboutGroupsForSomethingThatHasComeOfSomebody() throws SQLException {
        var programme = started(20, 0);
        job.run();
        assertEquals(List.of(), toldOfVeterans(programme));
        var ids = ids(programme);
        ids.subList(0, 8).forEach(id -> flags(id, "{\"veteran\": \"YES\"}"));
        ids.subList(8, 15).forEach(id -> flags(id, "{\"veteran\": \"NO\"}"));
        job.run();
        assertEquals(List.of(), toldOfVeterans(programme));
        flags(ids.get(15), "{\"veteran\": \"NO\"}");
        job.run();
        assertEquals(List.of("{\"participants\":10}"), toldOfVeterans(programme));
    }

    /** That there is a group in a cohort of one would be that one's flag. */
    @Test
    void tellsNothingOfAGroupThatIsSomebodysFlag() throws SQLException {
        for (var people : List.of(1, 20)) {
            var programme = started(people, 1);
            job.run();
            assertEquals(List.of(), toldOfVeterans(programme));
            assertEquals(0, Stored.count(database, "group_total where programme = '%s'".formatted(programme)));
        }
    }

    @Test
    void tellsNothingOfAGroupToWhichNearlyEverybodyBelongs() throws SQLException {
        for (var everybody : List.of(8, 15)) {
            var programme = started(everybody, 8);
            job.run();
            assertEquals(List.of(), toldOfVeterans(programme));
        }
    }

    /** 8 of 24 are veterans; then starts of 5 of them and of 8 others are withdrawn. */
    @Test
    void tellsThatACountIsNotKnownAnyMore() throws SQLException {
        var programme = started(24, 8);
        job.run();
        IntStream.of(0, 1, 2, 3, 4, 8, 9, 10, 11, 12, 13, 14, 15)
                .forEach(number -> withdraw(programme, "P-%03d".formatted(number)));
        job.run();
        assertEquals(List.of("{\"participants\":10}", "{}"), toldOfVeterans(programme));
    }

    @Test
    void isToldAtOnceWhenAnOperatorSaysSo() throws SQLException {
        var programme = started(20, 12);
        var run = "/api/employment/v1/group-totals/runs";
        as(provider()).post(run).then().statusCode(403);
        as(Tokens.of("machine-operator", null, Role.OPERATOR))
                .post(run)
                .then()
                .statusCode(200)
                .body("totals", greaterThanOrEqualTo(1));
        assertEquals(1, toldOfVeterans(programme).size());
        assertTrue(Stored.count(
                        database,
                        "audit_entry where deed = 'group-totals-told' and object = 'programmes/%s'"
                                .formatted(programme))
                > 0);
    }

    @Test
    void leavesAProgrammeToTheReplicaThatTellsOfIt() throws SQLException {
        var programme = started(20, 12);
        try (var other = database.getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(
                    "select pg_advisory_xact_lock(hashtextextended('group-totals of %s', 0))".formatted(programme));
            job.run();
            other.rollback();
        }
        assertEquals(List.of(), toldOfVeterans(programme));
        job.run();
        assertEquals(List.of("{\"participants\":10}"), toldOfVeterans(programme));
    }

    /** Otherwise a programme that somebody loads into at that moment would be told of a night later, and nobody would know. */
    @Test
    void waitsForWhoeverChangesTheProgramme() throws SQLException, InterruptedException {
        var programme = started(20, 12);
        try (var load = database.getConnection();
                var statement = load.createStatement()) {
            load.setAutoCommit(false);
            statement.execute("select id from cohort where programme = '%s' for update".formatted(programme));
            var ending = Thread.ofVirtual().start(() -> endOnceSomebodyWaits(load));
            job.run();
            ending.join();
        }
        assertEquals(List.of("{\"participants\":10}"), toldOfVeterans(programme));
    }

    private void endOnceSomebodyWaits(Connection load) {
        try {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> Stored.count(database, "pg_stat_activity where wait_event_type = 'Lock'") > 0);
        } finally {
            end(load);
        }
    }

    private static void end(Connection load) {
        try {
            load.rollback();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A new programme in which so many start, all in one load; the first of them are veterans. */
    private String started(int people, int veterans) throws SQLException {
        var programme = programme();
        Partnership.participants(provider(), programme, people, number -> "");
        ids(programme).subList(0, veterans).forEach(id -> flags(id, "{\"veteran\": \"YES\"}"));
        record(programme, people(0, people), "STARTED", "2022-09-05");
        return programme;
    }

    /** The ids of a programme's participants, in the order in which they were registered. */
    private List<String> ids(String programme) throws SQLException {
        return Stored.read(
                database, "select public_id from participant where programme = '%s' order by id".formatted(programme));
    }

    private static List<String> people(int from, int to) {
        return IntStream.range(from, to).mapToObj("P-%03d"::formatted).toList();
    }

    private static void offered(String programme, int from, int to) {
        record(programme, people(from, to), "JOB_OFFER", "2022-10-05");
    }

    private static void record(String programme, List<String> participants, String kind, String on) {
        var lines = new ArrayList<String>();
        for (var participant : participants) {
            lines.add("{\"programme\": \"%s\", \"participant\": \"%s\", \"kind\": \"%s\", \"on\": \"%s\"}"
                    .formatted(programme, participant, kind, on));
        }
        as(provider())
                .body(lines.toString())
                .post("/api/employment/v1/milestones")
                .then()
                .statusCode(201);
    }

    private static void withdraw(String programme, String participant) {
        as(provider())
                .body("""
                        {"programme": "%s", "participant": "%s", "kind": "STARTED", "on": "2022-09-05",
                         "corrects": {"on": "2022-09-05"}, "withdrawn": true}""".formatted(programme, participant))
                .post("/api/employment/v1/milestones")
                .then()
                .statusCode(201);
    }

    private List<String> toldOfVeterans(String programme) throws SQLException {
        return Stored.read(database, """
                select cast(t -> 'totals' as text)
                from (select id, cast(payload as json) t from outbox where key = '%s'
                      and type = 'org.anchors.employment.outcome-totals-changed.v1') told
                where t ->> 'group' = 'veteran' order by id""".formatted(programme));
    }
}
