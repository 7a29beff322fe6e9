package org.anchors.employment.milestone;

import static io.restassured.RestAssured.given;
import static org.anchors.employment.milestone.Sending.PATH;
import static org.anchors.employment.milestone.Sending.json;
import static org.anchors.employment.milestone.Sending.one;
import static org.anchors.employment.milestone.Sending.refused;
import static org.anchors.employment.milestone.Sending.send;
import static org.anchors.employment.milestone.Sending.states;
import static org.anchors.employment.participant.Partnership.anchorTeam;
import static org.anchors.employment.participant.Partnership.as;
import static org.anchors.employment.participant.Partnership.auditor;
import static org.anchors.employment.participant.Partnership.otherProvider;
import static org.anchors.employment.participant.Partnership.participant;
import static org.anchors.employment.participant.Partnership.programme;
import static org.anchors.employment.participant.Partnership.provider;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.anchors.contracts.event.Topic;
import org.anchors.employment.participant.Partnership;
import org.anchors.employment.participant.Stored;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.PublishedEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class MilestonesTest {

    @Inject
    DataSource database;

    @BeforeEach
    void tellOfOrganisations() throws SQLException {
        Partnership.tell(database);
    }

    @Test
    void recordsOneMilestone() throws SQLException {
        var programme = programme();
        participant(programme, "P-1", "");
        var made = json(one(programme, "P-1", "STARTED", "2023-01-09", ""));
        made.then().statusCode(201).body("accepted", is(1)).body("refused", is(0));
        as(provider()).get(made.header("Location")).then().statusCode(200).body("accepted", is(1));
        as(otherProvider()).get(made.header("Location")).then().statusCode(404);
        assertEquals(List.of("2022 2023-01-09 null null"), states(database, programme));
    }

    /** A constant column is mistake enough, and what it costs to fold grows faster than their number. */
    @Test
    void refusesMoreRecordsOfOneParticipantThanAnybodyHas() {
        var programme = programme();
        participant(programme, "P-1", "");
        var rows = IntStream.range(0, Person.MOST_RECORDS + 2)
                .mapToObj(number ->
                        one(programme, "P-1", "JOB_OFFER", "2023-01-09", ", \"recordId\": \"%d\"".formatted(number)))
                .collect(Collectors.joining("\n"));
        refused(send("application/x-ndjson", rows))
                .body("faults.rule", contains("too-many-records", "too-many-records"));
        send("application/x-ndjson?mode=accept-valid", rows)
                .then()
                .statusCode(201)
                .body("accepted", is(Person.MOST_RECORDS))
                .body("refused", is(2));
        refused(json(one(programme, "P-1", "STARTED", "2023-01-09", "")))
                .body("faults.rule", contains("too-many-records"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson", "text/csv"})
    void takesTheSameMilestonesInEveryForm(String type) throws SQLException {
        var programme = programme();
        participant(programme, "P-1", "");
        participant(programme, "P-2", "");
        var body =
                switch (type) {
                    case "text/csv" -> """
                        programme,participant,kind,on,record_id,employer,hours_per_week,real_living_wage,job
                        %1$s,P-1,REFERRED,2023-01-09,1,,,,
                        %1$s,P-1,JOB_START,2023-02-01,2,mseft,37.5,true,APPRENTICESHIP
                        %1$s,P-2,STARTED,2023-05-02,3,,,,
                        """.formatted(programme);
                    case "application/x-ndjson" -> three(programme).stream().collect(Collectors.joining("\n"));
                    default -> three(programme).toString();
                };
        send(type, body).then().statusCode(201).body("accepted", is(3));
        send(type, body).then().statusCode(201).body("accepted", is(0)).body("unchanged", is(3));
        assertEquals(List.of("2022 null 2023-02-01 null", "2023 2023-05-02 null null"), states(database, programme));
    }

    @Test
    void refusesAnotherSayingAboutTheSameRecord() {
        var programme = programme();
        participant(programme, "P-1", "");
        json(one(programme, "P-1", "JOB_START", "2023-01-09", ", \"hoursPerWeek\": 20"))
                .then()
                .statusCode(201);
        refused(json(one(programme, "P-1", "JOB_START", "2023-01-09", ", \"hoursPerWeek\": 30")))
                .body("faults.rule", contains("record-exists"))
                .body("faults.at", contains("/recordId"));
    }

    @Test
    void listsEveryFaultyRowWithPlaceRuleAndValue() throws SQLException {
        var programme = programme();
        participant(programme, "P-1", "");
        var answer = send("text/csv", """
                programme,participant,kind,on,record_id,employer,hours_per_week,reason
                %1$s,P-1,REFERRED,2023-01-09,1,,,
                %1$s,P-77,REFERRED,2023-01-09,1,,,
                %1$s,P-1,HIRED,2023-01-09,2,,,
                %1$s,P-1,STARTED,09.01.2023,3,,,
                %1$s,P-1,STARTED,2223-01-09,3,,,
                %1$s,P-1,JOB_START,2023-02-09,4,acme,0,HEALTH
                nobodys,P-1,STARTED,2023-01-10,5,,,
                %1$s,,STARTED,2023-01-10,6,,,
                %1$s,P-1,STARTED,2023-01-08,7,,,
                """.formatted(programme));
        refused(answer)
                .body(
                        "faults.at",
                        containsInAnyOrder(
                                "row 3, column participant",
                                "row 4, column kind",
                                "row 5, column on",
                                "row 6, column on",
                                "row 7, column employer",
                                "row 7, column hours_per_week",
                                "row 7, column reason",
                                "row 8, column programme",
                                "row 9, column participant",
                                "row 10, column on"))
                .body(
                        "faults.rule",
                        hasItems("unknown-participant", "started-before-referral", "not-for-this-kind", "missing"))
                .body("faults.given", hasItems("HEALTH", "0", "2023-01-08", "•••"));
        assertEquals(List.of(), states(database, programme));
    }

    @Test
    void leavesFaultyOnesOutWhereThatIsWished() throws SQLException {
        var programme = programme();
        participant(programme, "P-1", "");
        send(
                        "application/x-ndjson?mode=accept-valid",
                        String.join(
                                "\n",
                                one(programme, "P-1", "REFERRED", "2023-01-09", ""),
                                one(programme, "P-1", "JOB_START", "2023-01-02", ""),
                                one(programme, "P-2", "REFERRED", "2023-01-09", ""),
                                one(programme, "P-1", "STARTED", "2023-02-01", "")))
                .then()
                .statusCode(201)
                .body("accepted", is(2))
                .body("refused", is(2))
                .body("faults.at", containsInAnyOrder("line 2, on", "line 3, participant"))
                .body("faults.rule", containsInAnyOrder("job-before-referral", "unknown-participant"));
        assertEquals(List.of("2022 2023-02-01 null null"), states(database, programme));
    }

    @Test
    void checksOnlyWhereThatIsWished() throws SQLException {
        var programme = programme();
        participant(programme, "P-1", "");
        send("application/json?dryRun=true", one(programme, "P-1", "STARTED", "2023-01-09", ""))
                .then()
                .statusCode(200)
                .body("accepted", is(1));
        assertEquals(List.of(), states(database, programme));
    }

    @Test
    void asksAboutWhatIsImprobable() {
        var programme = programme();
        participant(programme, "P-1", "");
        json(one(programme, "P-1", "STARTED", "2023-02-01", "")).then().statusCode(201);
        json(one(programme, "P-1", "JOB_START", "2023-01-09", ""))
                .then()
                .statusCode(201)
                .body("queryCount", is(1))
                .body("queries.rule", contains("job-before-start"));
    }

    @Test
    void refusesTheRowThatIsOutOfOrder() {
        var programme = programme();
        participant(programme, "P-1", "");
        json(one(programme, "P-1", "JOB_START", "2023-02-01", "")).then().statusCode(201);
        send(
                        "application/x-ndjson?mode=accept-valid",
                        one(programme, "P-1", "IN_WORK_CONFIRMED", "2023-03-01", "")
                                + "\n"
                                + one(programme, "P-1", "REFERRED", "2023-05-01", ""))
                .then()
                .statusCode(201)
                .body("accepted", is(1))
                .body("faults.at", contains("line 2, on"))
                .body("faults.given", contains("2023-05-01"))
                .body("faults.rule", contains("job-before-referral"));
    }

    @Test
    void isForTheProgrammesOfOnesOwnOrganisation() {
        var programme = programme();
        participant(programme, "P-1", "");
        var body = one(programme, "P-1", "STARTED", "2023-01-09", "");
        var foreign = as(otherProvider()).body(body).post(PATH);
        var nobodys =
                as(otherProvider()).body(body.replace(programme, "nobodys")).post(PATH);
        refused(foreign).body("faults.rule", contains("unknown-programme"));
        assertEquals(foreign.<String>path("faults[0].mend"), nobodys.<String>path("faults[0].mend"));
        as(anchorTeam()).body(body).post(PATH).then().statusCode(403);
        as(auditor()).body(body).post(PATH).then().statusCode(403);
    }

    @Test
    void givesTheFirstAnswerAgain() {
        var programme = programme();
        participant(programme, "P-1", "");
        var key = UUID.randomUUID().toString();
        var body = one(programme, "P-1", "STARTED", "2023-01-09", "");
        var first = withKey(key).body(body).post(PATH);
        first.then().statusCode(201).body("accepted", is(1));
        assertEquals(first.asString(), withKey(key).body(body).post(PATH).asString());
        withKey(key).body(body.replace("09", "10")).post(PATH).then().statusCode(422);
        given().contentType("application/json")
                .auth()
                .oauth2(provider())
                .body(body)
                .post(PATH)
                .then()
                .statusCode(400);
    }

    private static RequestSpecification withKey(String key) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .auth()
                .oauth2(provider());
    }

    @Test
    void tellsTotalsOnceTheyChange() throws IOException, SQLException {
        var programme = programme();
        participant(programme, "P-1", "");
        json(one(programme, "P-1", "STARTED", "2022-09-05", "")).then().statusCode(201);
        json(one(programme, "P-1", "STARTED", "2022-09-05", "")).then().statusCode(201);
        json(one(programme, "P-1", "JOB_START", "2022-11-05", "")).then().statusCode(201);
        json(one(programme, "P-1", "IN_WORK_CONFIRMED", "2022-12-05", ""))
                .then()
                .statusCode(201);
        json(one(programme, "P-1", "IN_WORK_CONFIRMED", "2023-02-10", ""))
                .then()
                .statusCode(201);

        assertEquals(List.of("1 1 0 0 0", "2 1 0 1 0", "3 1 0 1 1"), read("""
                        select concat_ws(' ', t ->> 'version', t -> 'totals' ->> 'participants', t -> 'totals' ->> 'jobOffers',
                                         t -> 'totals' ->> 'inWork', t -> 'totals' ->> 'sustained')
                        from (select id, cast(payload as json) t from outbox where key = '%s'
                              and type = 'org.anchors.employment.outcome-totals-changed.v1') told
                        order by id""".formatted(programme)));
        for (var event : PublishedEvents.await(Topic.EMPLOYMENT, programme)) {
            assertEquals(List.of(), PublishedEvents.schemaFaultsOf(event));
        }
    }

    private List<String> read(String sql) throws SQLException {
        return Stored.read(database, sql);
    }

    private static List<String> three(String programme) {
        return List.of(
                one(programme, "P-1", "REFERRED", "2023-01-09", ", \"recordId\": \"1\""),
                one(programme, "P-1", "JOB_START", "2023-02-01", """
                        , "recordId": "2", "employer": "mseft", "hoursPerWeek": 37.5, "realLivingWage": true,\
                         "job": "APPRENTICESHIP\""""),
                one(programme, "P-2", "STARTED", "2023-05-02", ", \"recordId\": \"3\""));
    }
}
