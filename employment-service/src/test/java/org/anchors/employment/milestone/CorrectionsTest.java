package org.anchors.employment.milestone;

import static org.anchors.employment.milestone.Sending.json;
import static org.anchors.employment.milestone.Sending.one;
import static org.anchors.employment.milestone.Sending.refused;
import static org.anchors.employment.milestone.Sending.states;
import static org.anchors.employment.participant.Partnership.anchorTeam;
import static org.anchors.employment.participant.Partnership.as;
import static org.anchors.employment.participant.Partnership.otherProvider;
import static org.anchors.employment.participant.Partnership.participant;
import static org.anchors.employment.participant.Partnership.programme;
import static org.anchors.employment.participant.Partnership.provider;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.anchors.employment.participant.Partnership;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** employment.md, What it owns: corrections are new records that supersede; the history stays. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class CorrectionsTest {

    @Inject
    DataSource database;

    @BeforeEach
    void tellOfOrganisations() throws SQLException {
        Partnership.tell(database);
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
        assertEquals(List.of("2022 null 2023-03-09 null", "2022 null 2023-03-09 null"), states(database, programme));
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
        assertEquals(List.of("null null null null"), states(database, programme));
        refused(json(one(programme, "P-1", "JOB_START", "2023-01-09", ", \"withdrawn\": true")))
                .body("faults.at", contains("/corrects/on"));
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
        assertEquals(List.of("2022 null 2023-03-09 null"), states(database, programme));
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
}
