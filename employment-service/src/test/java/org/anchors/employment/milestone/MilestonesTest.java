package org.anchors.employment.milestone;

import static io.restassured.RestAssured.given;
import static org.anchors.employment.participant.Partnership.anchorTeam;
import static org.anchors.employment.participant.Partnership.as;
import static org.anchors.employment.participant.Partnership.auditor;
import static org.anchors.employment.participant.Partnership.flags;
import static org.anchors.employment.participant.Partnership.otherProvider;
import static org.anchors.employment.participant.Partnership.participant;
import static org.anchors.employment.participant.Partnership.programme;
import static org.anchors.employment.participant.Partnership.provider;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.anchors.contracts.event.Topic;
import org.anchors.contracts.problem.Problem;
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

    private static final String PATH = "/api/employment/v1/milestones";

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
        assertEquals(List.of("2022 2023-01-09 null null"), states(programme));
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
        assertEquals(List.of("2022 null 2023-02-01 null", "2023 2023-05-02 null null"), states(programme));
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
        assertEquals(List.of(), states(programme));
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
        assertEquals(List.of("2022 2023-02-01 null null"), states(programme));
    }

    @Test
    void checksOnlyWhereThatIsWished() throws SQLException {
        var programme = programme();
        participant(programme, "P-1", "");
        send("application/json?dryRun=true", one(programme, "P-1", "STARTED", "2023-01-09", ""))
                .then()
                .statusCode(200)
                .body("accepted", is(1));
        assertEquals(List.of(), states(programme));
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
    void supersedesByACorrectionWhicheverArrivesFirst() throws SQLException {
        var programme = programme();
        participant(programme, "P-1", "");
        participant(programme, "P-2", "");
        var correction = ", \"recordId\": \"12\", \"corrects\": {\"on\": \"2023-01-09\", \"recordId\": \"11\"}";
        for (var who : List.of("P-1", "P-2")) {
            var wrong = one(programme, who, "JOB_START", "2023-01-09", ", \"recordId\": \"11\"");
            var right = one(programme, who, "JOB_START", "2023-03-09", correction);
            (who.equals("P-1") ? List.of(wrong, right) : List.of(right, wrong))
                    .forEach(body -> json(body).then().statusCode(201).body("accepted", is(1)));
        }
        assertEquals(List.of("2022 null 2023-03-09 null", "2022 null 2023-03-09 null"), states(programme));
    }

    @Test
    void keepsTheWholeHistory() {
        var programme = programme();
        var id = participant(programme, "P-1", "");
        json(one(programme, "P-1", "JOB_START", "2023-01-09", ", \"recordId\": \"11\""))
                .then()
                .statusCode(201);
        json(one(programme, "P-1", "JOB_START", "2023-03-09", """
                        , "recordId": "12", "corrects": {"on": "2023-01-09", "recordId": "11"}""")).then().statusCode(201);
        var history = "/api/employment/v1/participants/%s/milestones".formatted(id);
        as(provider())
                .get(history)
                .then()
                .statusCode(200)
                .body("items.on", contains("2023-01-09", "2023-03-09"))
                .body("items.superseded", contains(true, false))
                .body("items[1].corrects.on", is("2023-01-09"));
        as(otherProvider()).get(history).then().statusCode(404);
        as(anchorTeam()).get(history).then().statusCode(403);
    }

    @Test
    void withdrawsARecord() throws SQLException {
        var programme = programme();
        participant(programme, "P-1", "");
        json(one(programme, "P-1", "JOB_START", "2023-01-09", "")).then().statusCode(201);
        json(one(programme, "P-1", "JOB_START", "2023-01-09", """
                        , "corrects": {"on": "2023-01-09"}, "withdrawn": true""")).then().statusCode(201);
        assertEquals(List.of("null null null null"), states(programme));
        refused(json(one(programme, "P-1", "JOB_START", "2023-01-09", ", \"withdrawn\": true")))
                .body("faults.at", contains("/corrects/on"));
    }

    @Test
    void refusesPersonalDataInAnyFieldOfAnyRow() {
        var programme = programme();
        participant(programme, "P-1", "");
        var answer = send("text/csv", """
                programme,participant,kind,on,record_id,employer,reason
                %1$s,943 476 5919,STARTED,2023-01-09,1,,
                %1$s,canary.person1,STARTED,2023-01-09,1,,
                %1$s,P-1,STARTED,2023-01-09,QQ123456C,,
                %1$s,P-1,Canary Person,2023-01-09,1,,
                %1$s,P-1,JOB_START,2023-01-09,1,Canary Person,
                %1$s,P-1,LEFT_EARLY,2023-01-09,1,,lives at CM1 7ET
                """.formatted(programme));
        refused(answer)
                .body(
                        "faults.rule",
                        hasItems(
                                "looks-like-an-nhs-number",
                                "looks-like-a-name",
                                "looks-like-a-national-insurance-number",
                                "looks-like-a-postcode"));
        assertTellsNothing(answer);
        var unknown = json(one(programme, "P-1", "STARTED", "2023-01-09", ", \"fullName\": \"Canary Person\""));
        refused(unknown).body("faults.rule", contains("looks-like-a-name"));
        assertTellsNothing(unknown);
        var column = send(
                "text/csv",
                "programme,participant,kind,on,Canary Person\n%s,P-1,STARTED,2023-01-09,x".formatted(programme));
        refused(column)
                .body("faults.rule", contains("unknown-column"))
                .body("faults.at", contains("row 1, column number 5"));
        assertTellsNothing(column);
        var headless = send("text/csv", "Canary,9434765919,STARTED,2023-01-09");
        refused(headless).body("faults.rule", hasItems("unknown-column", "column-missing"));
        assertTellsNothing(headless);
        var surname = json(one(programme, "P-1", "STARTED", "2023-01-09", ", \"Canary\": 1"));
        refused(surname).body("faults.at", contains("/•••")).body("faults.rule", contains("unknown-field"));
        assertTellsNothing(surname);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv|programme,participant,kind,on,mood",
                "text/csv|programme,participant,kind,on",
                "application/x-ndjson|",
                "application/json|[]"
            })
    void refusesWhatHoldsNoMilestoneInEitherMode(String sent) {
        var parts = sent.split("\\|", -1);
        for (var mode : List.of("all-or-nothing", "accept-valid")) {
            refused(send(parts[0] + "?mode=" + mode, parts[1]));
        }
    }

    /** A surname alone is like any other word, and a date of birth like any other day: so nothing of the kind is repeated. */
    @Test
    void keepsAndRepeatsNothingThatIsNoKnownValue() throws SQLException {
        var programme = programme();
        participant(programme, "P-1", "");
        var answer = send("text/csv?mode=accept-valid", """
                programme,participant,kind,on,employer,reason
                %1$s,P-1,Canaryson,2023-01-09,,
                %1$s,P-1,STARTED,3 May 1998,,
                %1$s,P-1,STARTED,1998-05-03,,
                %1$s,P-1,JOB_START,2023-01-09,Canaryson,
                %1$s,P-1,LEFT_EARLY,2023-01-09,,Canaryson
                """.formatted(programme));
        answer.then().statusCode(201).body("refused", is(5));
        assertTellsNothing(answer);
        assertEquals(List.of("0"), read("""
                        select count(*) from milestone_load
                        where outcome like '%anaryson%' or outcome like '%1998%'"""));
        assertEquals(List.of("0"), read("select count(*) from idempotency where body like '%anaryson%'"));
    }

    @Test
    void asksAboutRecordsOfWhichNoneHolds() {
        var programme = programme();
        participant(programme, "P-1", "");
        json(one(programme, "P-1", "STARTED", "2022-09-05", """
                        , "recordId": "1", "corrects": {"on": "2022-09-06", "recordId": "2"}""")).then().statusCode(201);
        json(one(programme, "P-1", "STARTED", "2022-09-06", """
                        , "recordId": "2", "corrects": {"on": "2022-09-05", "recordId": "1"}"""))
                .then()
                .statusCode(201)
                .body("queries.rule", contains("superseded-already"));
        var offer = one(programme, "P-1", "JOB_OFFER", "2022-10-05", ", \"recordId\": \"3\"");
        var withdrawal = one(programme, "P-1", "JOB_OFFER", "2022-10-05", """
                        , "recordId": "4", "corrects": {"on": "2022-10-05", "recordId": "3"}, "withdrawn": true""");
        json("[%s, %s]".formatted(offer, withdrawal)).then().statusCode(201).body("queryCount", is(0));
        json("[%s, %s]".formatted(offer, withdrawal)).then().statusCode(201).body("queryCount", is(0));
        json(offer)
                .then()
                .statusCode(201)
                .body("unchanged", is(1))
                .body("queries.rule", contains("superseded-already"));
    }

    @Test
    void correctsARecordThatHasNoIdOfItsOwn() throws SQLException {
        var programme = programme();
        participant(programme, "P-1", "");
        json(one(programme, "P-1", "JOB_START", "2023-01-09", "")).then().statusCode(201);
        json(one(programme, "P-1", "JOB_START", "2023-03-09", """
                        , "recordId": "2", "corrects": {"on": "2023-01-09", "recordId": null}"""))
                .then()
                .statusCode(201)
                .body("queryCount", is(0));
        assertEquals(List.of("2022 null 2023-03-09 null"), states(programme));
    }

    @Test
    void refusesACorrectionOfItself() {
        var programme = programme();
        participant(programme, "P-1", "");
        refused(json(one(programme, "P-1", "JOB_START", "2023-01-09", ", \"corrects\": {\"on\": \"2023-01-09\"}")))
                .body("faults.rule", contains("corrects-itself"))
                .body("faults.at", contains("/corrects/on"));
    }

    @Test
    void asksAboutACorrectionOfNothing() {
        var programme = programme();
        participant(programme, "P-1", "");
        json(one(programme, "P-1", "JOB_START", "2023-03-09", """
                        , "recordId": "2", "corrects": {"on": "2023-01-09"}"""))
                .then()
                .statusCode(201)
                .body("queries.rule", contains("corrects-nothing"));
    }

    @Test
    void takesABrokenLineForOneFaultyRow() throws SQLException {
        var programme = programme();
        participant(programme, "P-1", "");
        var sound = one(programme, "P-1", "STARTED", "2023-01-09", "");
        send(
                        "application/x-ndjson?mode=accept-valid",
                        String.join("\n", "{\"programme\": ", sound + sound, "[1]", "", sound, "nonsense"))
                .then()
                .statusCode(201)
                .body("accepted", is(1))
                .body("refused", is(4))
                .body("faults.at", hasItems("line 1", "line 2", "line 3", "line 6"));
        assertEquals(List.of("2022 2023-01-09 null null"), states(programme));
    }

    @Test
    void tellsAFewFaultsOfOneObjectHoweverManyItHas() {
        var programme = programme();
        var fields = IntStream.range(0, 50_000)
                .mapToObj(number -> "\"a%d\": 1".formatted(number))
                .collect(Collectors.joining(", ", "{", "}"));
        var answer = json("[%s, %s]".formatted(fields, one(programme, "P-7", "STARTED", "2023-01-09", "")));
        refused(answer).body("faults.at", hasItems("/0/•••", "/1/participant"));
        assertTrue(answer.<List<String>>path("faults.at").size() < 50);
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
    void refusesARowWithMoreCellsThanThereAreColumns() {
        var programme = programme();
        participant(programme, "P-1", "");
        refused(send("text/csv", """
                        programme,participant,kind,on,record_id
                        %1$s,P-1,STARTED,2023-01-09,1,5
                        """.formatted(programme)))
                .body("faults.at", contains("row 2"))
                .body("faults.rule", contains("cell-without-column"));
    }

    /** That there is a group in a cohort of one would be that one's flag. */
    @Test
    void tellsNothingOfAGroupThatIsSomebodysFlag() throws SQLException {
        var programme = programme();
        flags(participant(programme, "P-1", ""), "{\"veteran\": \"YES\"}");
        json(one(programme, "P-1", "STARTED", "2022-09-05", "")).then().statusCode(201);
        assertEquals(List.of(), toldOfVeterans(programme));
        assertEquals(
                List.of("0"),
                read("select count(*) from outcome_total where grp <> '' and programme = '%s'".formatted(programme)));
    }

    /** 8 of 16 are veterans; then 9; then a veteran's start is withdrawn, and once more. */
    @Test
    void tellsOfAGroupRoundedCountsThatAreNotSmallAndThatTheyAreNotKnownAnyMore() throws SQLException {
        var programme = programme();
        started(programme, 16, 8);
        json(one(programme, "P-1", "JOB_OFFER", "2022-10-05", "")).then().statusCode(201);
        var ninth = participant(programme, "P-16", "");
        flags(ninth, "{\"veteran\": \"YES\"}");
        json(one(programme, "P-16", "STARTED", "2022-09-05", "")).then().statusCode(201);
        withdraw(programme, "P-1");
        withdraw(programme, "P-2");
        assertEquals(List.of("{\"participants\":10}", "{}"), toldOfVeterans(programme));
    }

    @Test
    void tellsNothingOfAGroupToWhichNearlyEverybodyBelongs() throws SQLException {
        for (var everybody : List.of(8, 15)) {
            var programme = programme();
            started(programme, everybody, 8);
            assertEquals(List.of(), toldOfVeterans(programme));
        }
    }

    /** So many start, all in one load; the first of them are veterans. */
    private void started(String programme, int people, int veterans) {
        for (var number = 0; number < people; number++) {
            var id = participant(programme, "P-" + number, "");
            if (number < veterans) {
                flags(id, "{\"veteran\": \"YES\"}");
            }
        }
        json(IntStream.range(0, people)
                        .mapToObj(number -> one(programme, "P-" + number, "STARTED", "2022-09-05", ""))
                        .collect(Collectors.joining(", ", "[", "]")))
                .then()
                .statusCode(201);
    }

    private void withdraw(String programme, String participant) {
        json(one(programme, participant, "STARTED", "2022-09-05", """
                        , "corrects": {"on": "2022-09-05"}, "withdrawn": true""")).then().statusCode(201);
    }

    private List<String> toldOfVeterans(String programme) throws SQLException {
        return read("""
                select cast(t -> 'totals' as text)
                from (select id, cast(payload as json) t from outbox where key = '%s'
                      and type = 'org.anchors.employment.outcome-totals-changed.v1') told
                where t ->> 'group' = 'veteran' order by id""".formatted(programme));
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

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "{\"programme\"", "[1]", "{} {}", "nonsense"})
    void refusesWhatIsNoMilestone(String body) {
        var status = json(body).then().contentType(Problem.MEDIA_TYPE).extract().statusCode();
        assertEquals(4, status / 100);
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

    /** Sent in any order, in pieces, twice, with mistakes that are corrected, a cohort comes to what it came to in truth. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void comesToTheSameHoweverMilestonesArrive(long seed) throws SQLException {
        var random = new Random(seed);
        var clean = programme();
        var disturbed = programme();
        var truth = new ArrayList<String>();
        var stream = new ArrayList<String>();
        for (var number = 0; number < 30; number++) {
            var who = "P-%03d".formatted(number);
            participant(clean, who, "");
            participant(disturbed, who, "");
            for (var line : life(who, random)) {
                truth.add(line.formatted(clean, ""));
                disturb(line, disturbed, stream, random);
            }
        }
        stream.addAll(stream.stream().filter(line -> random.nextBoolean()).toList());
        Collections.shuffle(stream, random);
        send("application/x-ndjson", String.join("\n", truth)).then().statusCode(201);
        for (var from = 0; from < stream.size(); from += 40) {
            send("application/x-ndjson", String.join("\n", stream.subList(from, Math.min(from + 40, stream.size()))))
                    .then()
                    .statusCode(201);
        }
        assertEquals(states(clean), states(disturbed));
        assertEquals(totals(clean), totals(disturbed));
        as(provider())
                .get("/api/employment/v1/outcomes?policy=NONE&programme=" + disturbed)
                .then()
                .body("funnel.people", equalTo(recount(disturbed)));
    }

    /** The stages of the funnel, counted from the records that nothing supersedes, by nothing of what the service counts with. */
    private List<Integer> recount(String programme) throws SQLException {
        var holding = """
                select m.* from milestone m join participant p on p.id = m.participant
                where p.programme = '%s' and not m.withdrawn and not exists (
                  select from milestone c where c.participant = m.participant and c.corrects_kind = m.kind
                    and c.corrects_on = m.happened_on and c.corrects_record = m.record)""".formatted(programme);
        var counts = new ArrayList<Integer>();
        for (var kind : List.of("REFERRED", "STARTED", "COMPLETED", "JOB_OFFER", "JOB_START")) {
            counts.add(Integer.valueOf(
                    read("select count(distinct participant) from (%s) m where kind = '%s'".formatted(holding, kind))
                            .getFirst()));
        }
        counts.add(Integer.valueOf(read("""
                        with holding as (%s)
                        select count(distinct start.participant) from holding start join holding seen
                          on seen.participant = start.participant and seen.kind in ('IN_WORK_CONFIRMED', 'JOB_END')
                        where start.kind = 'JOB_START'
                          and seen.happened_on >= least(start.happened_on + 91, start.happened_on + interval '3 months')""".formatted(holding)).getFirst()));
        return counts;
    }

    private static List<String> life(String who, Random random) {
        var day = LocalDate.of(2022, 4, 4).plusDays(random.nextInt(400));
        var lines = new ArrayList<String>();
        var kinds =
                List.of("REFERRED", "STARTED", "COMPLETED", "JOB_OFFER", "JOB_START", "IN_WORK_CONFIRMED", "JOB_END");
        for (var kind : kinds.subList(0, 1 + random.nextInt(kinds.size()))) {
            lines.add(
                    "{\"programme\": \"%%s\", \"participant\": \"%s\", \"kind\": \"%s\", \"on\": \"%s\", \"recordId\": \"%d\"%%s}"
                            .formatted(who, kind, day, lines.size()));
            day = day.plusDays(5 + random.nextInt(90));
        }
        return lines;
    }

    /** A true line, or one of a day or two later and the true one correcting it; and jobs that never were, withdrawn. */
    private static void disturb(String line, String programme, List<String> stream, Random random) {
        var later = at(line, day(line).plusDays(1 + random.nextInt(2)));
        if (random.nextInt(3) == 0) {
            stream.add(record(later, "wrong").formatted(programme, ""));
            stream.add(line.formatted(programme, corrects(later, "wrong")));
        } else {
            stream.add(line.formatted(programme, ""));
        }
        if (line.contains("JOB_START") && random.nextBoolean()) {
            var invented = record(later, "invented").formatted(programme, "%s");
            stream.add(invented.formatted(""));
            stream.add(invented.formatted(corrects(later, "invented") + ", \"withdrawn\": true"));
        }
    }

    private static LocalDate day(String line) {
        return LocalDate.parse(line.replaceAll(".*\"on\": \"([0-9-]+)\".*", "$1"));
    }

    private static String at(String line, LocalDate day) {
        return line.replaceAll("\"on\": \"[0-9-]+\"", "\"on\": \"%s\"".formatted(day));
    }

    private static String record(String line, String prefix) {
        return line.replaceAll("\"recordId\": \"(\\d+)\"", "\"recordId\": \"%s-$1\"".formatted(prefix));
    }

    private static String corrects(String line, String prefix) {
        return ", \"corrects\": {\"on\": \"%s\", \"recordId\": \"%s-%s\"}"
                .formatted(day(line), prefix, line.replaceAll(".*\"recordId\": \"(\\d+)\".*", "$1"));
    }

    private static void assertTellsNothing(Response answer) {
        for (var personal : List.of("anary", "9434765919", "943 476", "QQ123456", "7ET", "1998")) {
            assertFalse(answer.asString().contains(personal), answer.asString());
        }
    }

    private List<String> states(String programme) throws SQLException {
        return read("""
                select concat_ws(' ', coalesce(year::text, 'null'), coalesce(started_on::text, 'null'),
                                 coalesce(work_on::text, 'null'), coalesce(sustained_on::text, 'null'))
                from participant_state s join participant p on p.id = s.participant
                where s.programme = '%s' order by p.id""".formatted(programme));
    }

    private List<String> totals(String programme) throws SQLException {
        return read("""
                select concat_ws(' ', year, grp, participants, job_offers, in_work, sustained)
                from outcome_total where programme = '%s' and participants + job_offers + in_work + sustained > 0
                order by year, grp""".formatted(programme));
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

    private static String one(String programme, String participant, String kind, String on, String more) {
        return "{\"programme\": \"%s\", \"participant\": \"%s\", \"kind\": \"%s\", \"on\": \"%s\"%s}"
                .formatted(programme, participant, kind, on, more);
    }

    private static Response json(String body) {
        return as(provider()).body(body).post(PATH);
    }

    /** @param type media type, with the query behind it */
    private static Response send(String type, String body) {
        var query = type.indexOf('?') < 0 ? "" : type.substring(type.indexOf('?'));
        return as(provider())
                .contentType(type.replace(query, ""))
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(PATH + query);
    }

    private static ValidatableResponse refused(Response answer) {
        return answer.then().statusCode(422).contentType(Problem.MEDIA_TYPE);
    }
}
