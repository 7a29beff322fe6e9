package org.anchors.employment.retention;

import static org.anchors.employment.participant.Partnership.as;
import static org.anchors.employment.participant.Partnership.participant;
import static org.anchors.employment.participant.Partnership.programme;
import static org.anchors.employment.participant.Partnership.provider;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.anchors.employment.participant.Partnership;
import org.anchors.employment.participant.Stored;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class RetentionTest {

    private static final String BASE = "/api/employment/v1";
    private static final String OPERATOR = Tokens.of("machine-operator", null, Role.OPERATOR);

    @Inject
    Retention retention;

    @Inject
    DataSource database;

    @Test
    void keepsEverythingForAYear() {
        var programme = recorded();
        var almost = retention.today().plusMonths(12).minusDays(1);
        assertFalse(retention.wouldGo(almost).keys().contains(programme));
        assertTrue(retention.wouldGo(almost.plusDays(1)).keys().contains(programme));
        assertFalse(retention.wouldGo(almost.plusDays(1)).rows().stream()
                .anyMatch(due -> due.programme().equals(programme)));
    }

    @Test
    void saysWhatWouldGoAndLetsNothingGo() throws SQLException {
        var programme = recorded();
        as(OPERATOR)
                .get(BASE + "/retention?on=" + retention.today().plusYears(3))
                .then()
                .statusCode(200)
                .body("keys", hasItem(programme))
                .body("rows.find { it.programme == '%s' }.participants".formatted(programme), is(1));
        assertEquals(1, count("participant where programme = '%s'".formatted(programme)));
        as(OPERATOR).get(BASE + "/retention").then().statusCode(200).body("keys", not(hasItem(programme)));
        as(provider()).get(BASE + "/retention").then().statusCode(403);
        for (var day : List.of("then", "+9999999-01-01", "2027-02-30", "-0001-01-01")) {
            as(OPERATOR).queryParam("on", day).get(BASE + "/retention").then().statusCode(422);
        }
    }

    @Test
    void destroysTheKeyAndThenTheRowsAndLeavesTotals() throws SQLException {
        var programme = recorded();
        retention.letGo(retention.today().plusMonths(12));
        assertEquals(
                1,
                count("pseudonym_key where scope = '%s' and wrapped is null and destroyed_at is not null"
                        .formatted(programme)));
        assertEquals(1, count("participant where programme = '%s'".formatted(programme)));
        milestone(programme, "COMPLETED").then().statusCode(422).body("faults.rule", contains("programme-sealed"));
        as(provider())
                .body(Partnership.body(programme, "P-2", ""))
                .post(BASE + "/participants")
                .then()
                .statusCode(409);

        var milestones = "milestone where participant in (%s)".formatted(numbers(programme));
        assertEquals(1, count(milestones));
        retention.letGo(retention.today().plusYears(3));
        assertEquals(0, count("participant where programme = '%s'".formatted(programme)));
        assertEquals(0, count(milestones));
        assertEquals(1, count("outcome_total where programme = '%s' and participants = 1".formatted(programme)));
        assertEquals(1, count("cohort where programme = '%s' and sealed_at is not null".formatted(programme)));
        assertEquals(
                1,
                count("audit_entry where deed = 'participants-deleted' and object = 'programmes/%s'"
                        .formatted(programme)));
        as(provider())
                .get(BASE + "/outcomes?policy=NONE&programme=" + programme)
                .then()
                .statusCode(200)
                .body("returns.participants", contains(1))
                .body("returns.basis", contains("SEALED"));
    }

    @Test
    void letsNothingGoWhileAnotherReplicaDoes() throws SQLException {
        var programme = recorded();
        try (var other = database.getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtextextended('retention', 0))");
            assertEquals(
                    List.of(), retention.letGo(retention.today().plusMonths(12)).keys());
            other.rollback();
        }
        assertEquals(0, count("pseudonym_key where scope = '%s' and wrapped is null".formatted(programme)));
        assertTrue(retention.letGo(retention.today().plusMonths(12)).keys().contains(programme));
    }

    /** Records came after it, and their totals stay. */
    @Test
    void showsNoReturnOfAYearOfWhichTotalsWereCountedFromRecords() {
        var programme = programme();
        as(provider())
                .body("""
                        {"programme": "%s", "period": "2022-23", "quality": "EXACT", "totals": {"participants": 107}}""".formatted(programme))
                .post(BASE + "/returns")
                .then()
                .statusCode(201);
        participant(programme, "P-1", "");
        milestone(programme, "STARTED").then().statusCode(201);
        retention.letGo(retention.today().plusYears(3));
        as(provider())
                .get(BASE + "/outcomes?policy=NONE&programme=" + programme)
                .then()
                .statusCode(200)
                .body("returns.basis", contains("SEALED"));
    }

    /** They had been kept as they were before; the migration is run once more over such rows. */
    @Test
    void roundsWhatWasKeptOfGroupsInCohortsWhoseRecordsHaveGone() throws SQLException, IOException {
        var programme = recorded();
        retention.letGo(retention.today().plusYears(3));
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var migration = getClass().getResourceAsStream("/db/migration/V1150__groups_of_sealed_cohorts.sql")) {
            statement.execute(
                    "update outcome_total set participants = 30, in_work = 20, sustained = 8 where programme = '%s'"
                            .formatted(programme));
            statement.execute("""
                    insert into outcome_total
                    select programme, cohort, year, 'veteran', 12, 0, 13, 7, 1 from outcome_total where programme = '%s'
                    """.formatted(programme));
            statement.execute(new String(Objects.requireNonNull(migration).readAllBytes(), StandardCharsets.UTF_8));
        }
        assertEquals(
                1,
                count(
                        "outcome_total where programme = '%s' and grp = 'veteran' and participants = 10 and job_offers is null"
                                        .formatted(programme)
                                + " and in_work is null and sustained is null"));
        assertEquals(
                1,
                count("outcome_total where programme = '%s' and grp = '' and participants = 30".formatted(programme)));
    }

    @Test
    void forgetsByWhatPeopleWereRecognisedElsewhere() throws SQLException {
        var programme = programme("mse-icb", "THREE_MONTHS", true);
        participant(programme, "P-1", ", \"sharedReference\": \"SHARED-1\"");
        var shared = "participant where programme = '%s' and shared_pseudonym is not null".formatted(programme);
        assertEquals(1, count(shared));
        retention.letGo(retention.today().plusMonths(12));
        assertEquals(0, count(shared));
        assertEquals(0, count("pseudonym_key where scope = '*shared*' and wrapped is not null"));
        participant(programme("mse-icb", "THREE_MONTHS", true), "P-1", ", \"sharedReference\": \"SHARED-1\"");
        assertEquals(1, count("pseudonym_key where scope = '*shared*' and wrapped is not null"));
    }

    @Test
    void destroysTheKeyOfAProgrammeOfWhichNobodyIsLeft() {
        var programme = recorded();
        var id = as(provider())
                .body("{\"programme\": \"%s\", \"reference\": \"P-1\"}".formatted(programme))
                .post(BASE + "/participants/lookup")
                .<String>path("id");
        as(provider())
                .header("If-Match", "\"0\"")
                .delete(BASE + "/participants/" + id)
                .then()
                .statusCode(200);
        var inAYear = retention.today().plusMonths(12);
        assertTrue(retention.wouldGo(inAYear).keys().contains(programme));
        assertFalse(retention.wouldGo(inAYear.minusDays(1)).keys().contains(programme));
    }

    @Test
    void tellsFor90DaysWhatCameOfALoad() throws SQLException {
        recorded();
        as(provider())
                .body("[{}]")
                .post(BASE + "/milestones?mode=accept-valid")
                .then()
                .statusCode(201);
        var loads = count("milestone_load");
        var noted = "audit_entry where deed = 'loads-deleted'";
        var before = count(noted);
        retention.letGo(retention.today().plusDays(90));
        assertEquals(loads, count("milestone_load"));
        assertEquals(before, count(noted));
        assertTrue(count("milestone_load_fault") > 0);
        assertEquals(loads, retention.wouldGo(retention.today().plusDays(91)).loads());
        retention.letGo(retention.today().plusDays(91));
        assertEquals(0, count("milestone_load"));
        assertEquals(0, count("milestone_load_fault"));
        assertEquals(
                List.of("{\"loads\":%d}".formatted(loads)),
                Stored.read(
                        database,
                        "select detail from audit_entry where deed = 'loads-deleted' order by seq desc limit 1"));
        retention.letGo(retention.today().plusDays(91));
        assertEquals(before + 1, count(noted));
    }

    @Test
    void erasesAParticipantAndLeavesWhatWasTold() throws SQLException {
        var programme = recorded();
        var lookup = as(provider())
                .body("{\"programme\": \"%s\", \"reference\": \"P-1\"}".formatted(programme))
                .post(BASE + "/participants/lookup");
        var participant = BASE + "/participants/" + lookup.path("id");
        as(Partnership.otherProvider())
                .header("If-Match", "\"0\"")
                .delete(participant)
                .then()
                .statusCode(404);
        as(provider())
                .delete(participant + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("milestones", is(1))
                .body("size()", is(2));
        as(provider()).delete(participant).then().statusCode(428);
        as(provider()).header("If-Match", "\"0\"").delete(participant).then().statusCode(200);
        as(provider()).get(participant).then().statusCode(404);
        assertEquals(0, count("participant where programme = '%s'".formatted(programme)));
        assertEquals(0, count("participant_state where programme = '%s'".formatted(programme)));
        assertEquals(0, count("idempotency where location = '%s'".formatted(participant)));
        assertEquals(1, count("outcome_total where programme = '%s' and participants = 1".formatted(programme)));
        assertEquals(
                1, count("outbox where key = '%s' and type like '%%outcome-totals-changed%%'".formatted(programme)));
        assertEquals(
                1,
                count("audit_entry where deed = 'participant-erased' and object = '%s'"
                        .formatted(participant.substring(BASE.length() + 1))));
    }

    private static String recorded() {
        var programme = programme();
        participant(programme, "P-1", "");
        milestone(programme, "STARTED").then().statusCode(201);
        return programme;
    }

    private static Response milestone(String programme, String kind) {
        return as(provider())
                .body("{\"programme\": \"%s\", \"participant\": \"P-1\", \"kind\": \"%s\", \"on\": \"2023-01-09\"}"
                        .formatted(programme, kind))
                .post(BASE + "/milestones");
    }

    /** The numbers of a programme's participants, which are not given to anybody else when they are gone. */
    private String numbers(String programme) throws SQLException {
        return String.join(
                ",", Stored.read(database, "select id from participant where programme = '%s'".formatted(programme)));
    }

    private int count(String from) throws SQLException {
        return Stored.count(database, from);
    }
}
