package org.anchors.socialvalue.award;

import static org.anchors.socialvalue.procurement.Tender.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.anchors.contracts.problem.Problem;
import org.anchors.kit.testing.Engines;
import org.anchors.socialvalue.evaluation.Example;
import org.anchors.socialvalue.procurement.Tender;
import org.junit.jupiter.api.Test;

/** docs/decisions/0019: what stands between an award and its contracts. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class NoticeTest {

    @Inject
    DataSource database;

    @Test
    void waitsForTheEndOfTheStandstill() {
        var race = Race.awarded(database, Example.ofToday());
        refused(Race.confirm(race.tender(), Race.signed(Race.today())), 409)
                .body("type", is("/problems/notice-missing"));
        refused(announce(race.tender(), Race.today().minusDays(1)), 422).body("faults.at", hasItem("/publishedOn"));
        announce(race.tender(), Race.today())
                .then()
                .statusCode(200)
                .body("notice.standstillRule", is("Procurement Act 2023, section 51"));
        refused(announce(race.tender(), Race.today()), 409);
        refused(Race.confirm(race.tender(), Race.signed(Race.today())), 409)
                .body("type", is("/problems/standstill-lasts"));
        decidedDaysAgo(race.tender(), 20)
                .change(
                        database,
                        "update award_notice set standstill_ends = (clock_timestamp() at time zone 'Europe/London')::date - 1"
                                + " where procurement = ?");
        refused(Race.confirm(race.tender(), Race.signed(Race.today().minusDays(1))), 422)
                .body("faults.rule", contains("in-the-standstill"));
        Race.confirm(race.tender(), Race.signed(Race.today())).then().statusCode(201);
    }

    /** When somebody goes to court they are what was told. */
    @Test
    void summariesStayReadableWhenAnAnnouncedAwardIsCancelled() {
        var race = Race.awarded(database, Example.ofToday());
        announce(race.tender(), Race.today()).then().statusCode(200);
        var place = race.tender().at("summaries/" + race.acme());
        var told = as(Tender.BUYER).get(place);
        told.then().statusCode(200).body("cancelledAt", nullValue());
        race.tender()
                .step(Tender.BUYER, "cancellation", "{\"reason\": \"Objected to\"}")
                .then()
                .statusCode(200);
        for (var token : List.of(Tender.BUYER, Tender.AUDITOR)) {
            as(token)
                    .get(place)
                    .then()
                    .statusCode(200)
                    .body("bid", is((Object) told.path("bid")))
                    .body("winner", is((Object) told.path("winner")))
                    .body("cancelledAt", notNullValue());
        }
        refused(as(Tender.OTHER_BUYER).get(place), 404);
    }

    @Test
    void aProcurementCancelledBeforeItsAwardSaysSo() {
        var race = Race.marked(database, Example.ofToday());
        race.tender()
                .step(Tender.BUYER, "cancellation", "{\"reason\": \"No budget\"}")
                .then()
                .statusCode(200);
        refused(as(Tender.BUYER).get(race.tender().at("summaries/" + race.acme())), 409)
                .body("type", is("/problems/not-decided"))
                .body("detail", containsString("cancelled"));
    }

    private Tender decidedDaysAgo(Tender tender, int days) {
        return tender.change(database, """
                update procurement set awarded_at =
                  (awarded_at at time zone 'Europe/London' - interval '%d days') at time zone 'Europe/London'
                where id = ?""".formatted(days));
    }

    private static Response announce(Tender tender, LocalDate on) {
        return tender.step(Tender.BUYER, "award/notice", """
                {"notice": "2026/S 000-1", "publishedOn": "%s", "summariesSentOn": "%s"}""".formatted(on, on));
    }

    /** Section 50 of the Procurement Act 2023. */
    @Test
    void asksForTheSummariesToBeSentBeforeTheNotice() {
        var tender = Race.awarded(database, Example.ofToday()).tender();
        refused(tender.step(Tender.BUYER, "award/notice", """
                        {"notice": "2026/S 000-1", "publishedOn": "%s"}""".formatted(Race.today())), 422)
                .body("faults.at", contains("/summariesSentOn"));
        decidedDaysAgo(tender, 5);
        refused(
                        tender.step(Tender.BUYER, "award/notice", """
                        {"notice": "2026/S 000-1", "publishedOn": "%s", "summariesSentOn": "%s"}""".formatted(
                                        Race.today().minusDays(2), Race.today().minusDays(1))),
                        422)
                .body("faults.rule", contains("out-of-range"));
    }

    /** Whatever day the notice is said to be of. */
    @Test
    void countsTheStandstillFromTheDayOnWhichTheNoticeIsRecorded() {
        var tender = decidedDaysAgo(Race.awarded(database, Example.ofToday()).tender(), 40);
        var recorded = announce(tender, Race.today().minusDays(40));
        recorded.then()
                .statusCode(200)
                .body("notice.publishedOn", is(Race.today().minusDays(40).toString()));
        var ends = LocalDate.parse(recorded.jsonPath().getString("notice.standstillEnds"));
        assertTrue(ends.isAfter(Race.today().plusDays(7)), ends::toString);
    }

    @Test
    void holdsContractsUntilWhatIsObjectedToTheAwardIsAnswered() {
        var tender = Race.awarded(database, Race.belowThreshold()).tender();
        refused(receive(tender, Race.today().minusDays(1)), 422).body("faults.at", contains("/receivedOn"));
        receive(tender, Race.today())
                .then()
                .statusCode(201)
                .body("representations.from", contains("Cheap"))
                .body("representations[0].answeredOn", nullValue());
        refused(Race.confirm(tender, Race.signed(Race.today())), 409)
                .body("type", is("/problems/representations-unanswered"));
        var answer = "{\"answeredOn\": \"%s\", \"answer\": \"The decision stands\"}".formatted(Race.today());
        refused(tender.step(Tender.BUYER, "award/representations/2/answer", answer), 404);
        tender.step(Tender.BUYER, "award/representations/1/answer", answer)
                .then()
                .statusCode(200)
                .body("representations[0].answer", is("The decision stands"));
        refused(tender.step(Tender.BUYER, "award/representations/1/answer", answer), 409);
        Race.confirm(tender, Race.signed(Race.today())).then().statusCode(201);
    }

    private static Response receive(Tender tender, LocalDate on) {
        return tender.step(
                Tender.BUYER,
                "award/representations",
                "{\"from\": \"Cheap\", \"receivedOn\": \"%s\", \"about\": \"The gate\"}".formatted(on));
    }

    private static ValidatableResponse refused(Response answer, int status) {
        return answer.then().statusCode(status).contentType(Problem.MEDIA_TYPE);
    }
}
