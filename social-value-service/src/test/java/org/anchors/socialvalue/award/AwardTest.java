package org.anchors.socialvalue.award;

import static org.anchors.socialvalue.marking.Marking.agree;
import static org.anchors.socialvalue.marking.Marking.agreed;
import static org.anchors.socialvalue.marking.Marking.bids;
import static org.anchors.socialvalue.procurement.Tender.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.anchors.contracts.event.Topic;
import org.anchors.contracts.problem.Problem;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.platform.Sha256;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.PublishedEvents;
import org.anchors.socialvalue.bid.Lodged;
import org.anchors.socialvalue.evaluation.Example;
import org.anchors.socialvalue.marking.Marking;
import org.anchors.socialvalue.procurement.Tender;
import org.junit.jupiter.api.Test;

/** scoring.md, "The result" and "After the award"; section 50 of the Procurement Act 2023. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class AwardTest {

    private static final String OFFER = """
            [{"measure": "M1", "posts": {"people": 6, "hoursPerWeek": 25, "fullTimeHours": 37.5, "weeks": 52}, "year": 1},
             {"measure": "M2", "sessions": {"sessions": 40, "hoursEach": 2, "attendees": 12}, "year": 2},
             {"measure": "M3", "quantity": 120.5, "year": 2}]""";

    @Inject
    DataSource database;

    /** Three bids: Beta wins, Acme comes second, Cheap fails the gate. */
    private record Race(Tender tender, String acme, String beta, String cheap) {}

    private Race marked(Example example) {
        var tender = Tender.published(Tender.body(Instant.now().plusSeconds(600), example))
                .appoint("evaluator-one");
        var acme = Lodged.reference(tender, Lodged.body("Acme", "2170000", OFFER));
        var beta = Lodged.reference(
                tender, Lodged.body("Beta", "2320000", "[{\"measure\": \"M1\", \"quantity\": 8, \"year\": 1}]"));
        var cheap = Lodged.reference(tender, Lodged.body("Cheap", "1000000"));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, acme, beta, cheap);
        var failed = """
                {"bid": "%s", "gates": {"carbon-reduction-plan": {"passed": false, "reason": "No plan was sent"}}}""".formatted(cheap);
        agree(tender, bids(agreed(acme, 66, 100, 66, 75), agreed(beta, 100, 66, 100, 50), failed))
                .then()
                .statusCode(200);
        tender.step("consensus").then().statusCode(200);
        return new Race(tender, acme, beta, cheap);
    }

    private Race awarded(Example example) {
        var race = marked(example);
        race.tender().step("evaluation").then().statusCode(200);
        decide(race.tender(), race.beta()).then().statusCode(200);
        return race;
    }

    private static Response decide(Tender tender, String winner) {
        return tender.step(
                Tender.BUYER, "award", "{\"lots\": [{\"lot\": \"whole\", \"bid\": \"%s\"}]}".formatted(winner));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), ZoneId.of("Europe/London"));
    }

    private static Example belowThreshold() {
        return Example.ofToday().with("/methodology/regime", "\"BELOW_THRESHOLD\"");
    }

    @Test
    void givesTheSameBytesAsTheStatelessEvaluation() {
        var race = marked(Example.ofToday());
        race.tender()
                .step("evaluation")
                .then()
                .statusCode(200)
                .body("state", is("EVALUATED"))
                .body("lots.lot", contains("whole"))
                .body("lots[0].winner", is(race.beta()));
        var stored = as(Tender.BUYER).get(race.tender().at("evaluation/whole"));
        var request = as(Tender.BUYER)
                .get(race.tender().at("evaluation/whole/request"))
                .asString();
        var stateless = as(Tender.BUYER).body(request).post("/api/social-value/v1/evaluations");
        assertEquals(200, stateless.statusCode());
        assertEquals(stateless.asString(), stored.asString());
        assertEquals("\"" + Sha256.of(stored.asString()) + "\"", stored.header("ETag"));
        assertEquals(
                race.tender().read(Tender.BUYER).jsonPath().getString("lots[0].methodologyHash"),
                stored.jsonPath().getString("hashes.methodology"));
        stored.then()
                .body("ineligible.bid", contains(race.cheap()))
                .body("ineligible[0].reasons.cause", contains("GATE_FAILED"));
    }

    @Test
    void neverChangesAnEvaluation() {
        var race = marked(Example.ofToday());
        race.tender().step("evaluation").then().statusCode(200);
        refused(race.tender().step("evaluation"), 409);
        for (var change : List.of(
                "update lot_evaluation set winner = null where procurement = ?",
                "delete from lot_evaluation where procurement = ?")) {
            assertThrows(IllegalStateException.class, () -> race.tender().change(database, change));
        }
    }

    /** By the time at which the database received them. */
    @Test
    void letsTheEarliestBidWinWhereTheMethodologySaysSo() {
        var tie = Example.ofToday().with("/methodology/tieBreak", "[\"EARLIEST_BID\"]");
        var tender = Tender.published(Tender.body(Instant.now().plusSeconds(600), tie))
                .appoint("evaluator-one");
        var first = Lodged.reference(tender, Lodged.body("Zeta", "5"));
        var second = Lodged.reference(tender, Lodged.body("Alpha", "5"));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, first, second);
        agree(tender, bids(agreed(first, 66, 66, 66, 66), agreed(second, 66, 66, 66, 66)));
        tender.step("consensus").then().statusCode(200);
        tender.step("evaluation").then().body("lots[0].winner", is(first));
    }

    @Test
    void awardsToTheBidOfTheFirstRank() {
        var race = marked(Example.ofToday());
        refused(decide(race.tender(), race.beta()), 409);
        race.tender().step("evaluation").then().statusCode(200);
        refused(decide(race.tender(), race.acme()), 422).body("faults.rule", contains("not-of-the-first-rank"));
        refused(race.tender().step(Tender.BUYER, "award", "{\"lots\": [{\"lot\": \"north\"}]}"), 422)
                .body("faults.rule", contains("unknown-lot", "undecided"));
        refused(race.tender().step(Tender.BUYER, "award", "{\"lots\": [{\"lot\": \"whole\"}]}"), 422)
                .body("faults.at", contains("/lots/0/reason"));
        refused(as(Tender.BUYER).get(race.tender().at("summaries/" + race.acme())), 409);
        decide(race.tender(), race.beta())
                .then()
                .statusCode(200)
                .body("state", is("AWARDED"))
                .body("lots[0].supplier", is("Beta"));
    }

    @Test
    void tellsABidderItsOwnMarksAndTheWinners() {
        var race = awarded(Example.ofToday());
        var summary = as(Tender.BUYER).get(race.tender().at("summaries/" + race.acme()));
        summary.then()
                .statusCode(200)
                .body("outcome", is("UNSUCCESSFUL"))
                .body("bid.rank", is(2))
                .body("bid.criteria.key", contains("price", "technical", "social-value"))
                .body("bid.criteria[1].parts[0].parts[0].working", is("marked 66 of 100; 80 × 66 / 100 = 52.8"))
                .body("bid.criteria[1].parts[0].parts[0].reason", is("Reason for q1 of " + race.acme()))
                .body("winner.supplier", is("Beta"))
                .body("winner.criteria[1].parts[0].parts[0].reason", is("Reason for q1 of " + race.beta()));
        assertTrue(summary.asString().contains("\"total\":81.76"), summary.asString());
        assertTrue(summary.asString().contains("\"total\":92.87"), summary.asString());
        as(Tender.BUYER)
                .get(race.tender().at("summaries/" + race.beta()))
                .then()
                .body("outcome", is("AWARDED"))
                .body("winner", nullValue());
        as(Tender.BUYER)
                .get(race.tender().at("summaries/" + race.cheap()))
                .then()
                .body("outcome", is("INELIGIBLE"))
                .body("bid.ineligible.at", contains("carbon-reduction-plan"))
                .body("bid.gates.carbon-reduction-plan.reason", is("No plan was sent"));
    }

    @Test
    void showsResultsToTheBuyersTeamAndTheAuditorOnly() {
        var race = awarded(Example.ofToday());
        for (var place : List.of("evaluation", "evaluation/whole", "evaluation/whole/request", "award", "contracts")) {
            as(Tender.EVALUATOR_ONE).get(race.tender().at(place)).then().statusCode(200);
            as(Tender.AUDITOR).get(race.tender().at(place)).then().statusCode(200);
            refused(as(Tender.EVALUATOR_TWO).get(race.tender().at(place)), 404);
            refused(as(Tender.OTHER_BUYER).get(race.tender().at(place)), 404);
            refused(as(Tender.REPORTER).get(race.tender().at(place)), 403);
        }
        refused(as(Tender.OTHER_BUYER).get(race.tender().at("summaries/" + race.acme())), 404);
        refused(as(Tender.EVALUATOR_ONE).get(race.tender().at("summaries/" + race.acme())), 403);
    }

    @Test
    void waitsForTheEndOfTheStandstill() {
        var race = awarded(Example.ofToday());
        refused(confirm(race.tender(), signed(today())), 409).body("type", is("/problems/notice-missing"));
        refused(announce(race.tender(), today().minusDays(1)), 422).body("faults.at", hasItem("/publishedOn"));
        announce(race.tender(), today())
                .then()
                .statusCode(200)
                .body("notice.standstillRule", is("Procurement Act 2023, section 51"));
        refused(announce(race.tender(), today()), 409);
        refused(confirm(race.tender(), signed(today())), 409).body("type", is("/problems/standstill-lasts"));
        decidedDaysAgo(race.tender(), 20)
                .change(
                        database,
                        "update award_notice set standstill_ends = (clock_timestamp() at time zone 'Europe/London')::date - 1"
                                + " where procurement = ?");
        refused(confirm(race.tender(), signed(today().minusDays(1))), 422)
                .body("faults.rule", contains("in-the-standstill"));
        confirm(race.tender(), signed(today())).then().statusCode(201);
    }

    private Tender decidedDaysAgo(Tender tender, int days) {
        return tender.change(
                database,
                "update procurement set awarded_at = awarded_at - interval '%d days' where id = ?".formatted(days));
    }

    private static String signed(LocalDate on) {
        return "{\"signedOn\": \"%s\", \"startsOn\": \"%s\"}".formatted(on, on.plusMonths(1));
    }

    private static Response announce(Tender tender, LocalDate on) {
        return tender.step(Tender.BUYER, "award/notice", """
                {"notice": "2026/S 000-1", "publishedOn": "%s", "summariesSentOn": "%s"}""".formatted(on, on));
    }

    /** Section 50 of the Procurement Act 2023. */
    @Test
    void asksForTheSummariesToBeSentBeforeTheNotice() {
        var tender = awarded(Example.ofToday()).tender();
        refused(tender.step(Tender.BUYER, "award/notice", """
                        {"notice": "2026/S 000-1", "publishedOn": "%s"}""".formatted(today())), 422)
                .body("faults.at", contains("/summariesSentOn"));
        decidedDaysAgo(tender, 5);
        refused(
                        tender.step(Tender.BUYER, "award/notice", """
                        {"notice": "2026/S 000-1", "publishedOn": "%s", "summariesSentOn": "%s"}""".formatted(
                                        today().minusDays(2), today().minusDays(1))),
                        422)
                .body("faults.rule", contains("out-of-range"));
    }

    /** Whatever day the notice is said to be of. */
    @Test
    void countsTheStandstillFromTheDayOnWhichTheNoticeIsRecorded() {
        var tender = decidedDaysAgo(awarded(Example.ofToday()).tender(), 40);
        var recorded = announce(tender, today().minusDays(40));
        recorded.then()
                .statusCode(200)
                .body("notice.publishedOn", is(today().minusDays(40).toString()));
        var ends = LocalDate.parse(recorded.jsonPath().getString("notice.standstillEnds"));
        assertTrue(ends.isAfter(today().plusDays(7)), ends::toString);
    }

    @Test
    void holdsContractsUntilWhatIsObjectedToTheAwardIsAnswered() {
        var tender = awarded(belowThreshold()).tender();
        refused(receive(tender, today().minusDays(1)), 422).body("faults.at", contains("/receivedOn"));
        receive(tender, today())
                .then()
                .statusCode(201)
                .body("representations.from", contains("Cheap"))
                .body("representations[0].answeredOn", nullValue());
        refused(confirm(tender, signed(today())), 409).body("type", is("/problems/representations-unanswered"));
        var answer = "{\"answeredOn\": \"%s\", \"answer\": \"The decision stands\"}".formatted(today());
        refused(tender.step(Tender.BUYER, "award/representations/2/answer", answer), 404);
        tender.step(Tender.BUYER, "award/representations/1/answer", answer)
                .then()
                .statusCode(200)
                .body("representations[0].answer", is("The decision stands"));
        refused(tender.step(Tender.BUYER, "award/representations/1/answer", answer), 409);
        confirm(tender, signed(today())).then().statusCode(201);
    }

    private static Response receive(Tender tender, LocalDate on) {
        return tender.step(
                Tender.BUYER,
                "award/representations",
                "{\"from\": \"Cheap\", \"receivedOn\": \"%s\", \"about\": \"The gate\"}".formatted(on));
    }

    @Test
    void refusesContractsThatWereSignedBeforeTheAward() {
        var tender = awarded(belowThreshold()).tender();
        refused(confirm(tender, signed(today().minusDays(1))), 422).body("faults.rule", contains("before-the-award"));
        confirm(tender, signed(today())).then().statusCode(201);
    }

    @Test
    void makesContractsOfWhatTheWinnersPromised() throws IOException {
        var example = belowThreshold()
                .with("/methodology/criteria/0/weight", "10")
                .with("/methodology/criteria/1/weight", "80");
        var tender = Tender.published(Tender.body(Instant.now().plusSeconds(600), example))
                .appoint("evaluator-one");
        var acme = Lodged.reference(tender, Lodged.body("Acme", "2170000.50", OFFER));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, acme);
        agree(tender, bids(agreed(acme, 66, 100, 66, 75)));
        tender.step("consensus").then().statusCode(200);
        tender.step("evaluation").then().statusCode(200);
        decide(tender, acme).then().statusCode(200);
        var body = "{\"signedOn\": \"%s\", \"startsOn\": \"%s\"}".formatted(today(), today());
        var etag = tender.etag();
        var confirmed = as(Tender.BUYER).header("If-Match", etag).body(body).post(tender.at("contracts"));
        confirmed
                .then()
                .statusCode(201)
                .body("state", is("CONTRACTED"))
                .body("contracts[0].contract.supplier.name", is("Acme"))
                .body("contracts[0].contract.term.years", is(3))
                .body("contracts[0].obligations.measure", contains("M1", "M2", "M3"))
                .body("contracts[0].obligations.counted", contains(true, true, true));
        var text = confirmed.asString();
        for (var figure : List.of(
                "\"value\":2170000.50",
                "\"quantity\":4.000000",
                "\"value\":80000.00",
                "\"quantity\":960.000000",
                "\"value\":14880.00")) {
            assertTrue(text.contains(figure), () -> figure + " is not in " + text);
        }
        assertEquals(text, as(Tender.BUYER).get(confirmed.header("Location")).asString());
        refused(confirm(tender, body), 409);

        var contract = confirmed.jsonPath().getString("contracts[0].contract.key");
        var told = PublishedEvents.await(Topic.SOCIAL_VALUE, contract);
        assertEquals(1, told.size());
        assertEquals(List.of(), PublishedEvents.schemaFaultsOf(told.getFirst()));
        var event = new ObjectMapper().readTree(told.getFirst().value());
        assertEquals("mseft", event.path("buyer").asText());
        assertEquals(
                0, new BigDecimal("2170000.5").compareTo(event.path("value").decimalValue()));
        assertEquals(10, event.path("socialValueWeight").asInt());
        assertEquals(
                List.of(
                        ReportingYear.of(today()).toString(),
                        ReportingYear.of(today().plusYears(1)).toString()),
                event.path("commitments").findValuesAsText("year"));
        assertEquals(
                List.of("80000.00", "14880.00"),
                event.path("commitments").findValuesAsText("amount").stream()
                        .map(amount -> new BigDecimal(amount).setScale(2).toPlainString())
                        .toList());
    }

    @Test
    void awardsALotToNobodyWithAReason() {
        var race = marked(belowThreshold());
        race.tender().step("evaluation").then().statusCode(200);
        race.tender()
                .step(Tender.BUYER, "award", "{\"lots\": [{\"lot\": \"whole\", \"reason\": \"Above the budget\"}]}")
                .then()
                .statusCode(200)
                .body("lots[0].bid", nullValue());
        refused(confirm(race.tender(), "{\"signedOn\": \"%s\", \"startsOn\": \"%s\"}".formatted(today(), today())), 409)
                .body("type", is("/problems/nothing-awarded"));
        as(Tender.BUYER).get(race.tender().at("contracts")).then().body("contracts", empty());
    }

    @Test
    void takesTheValueOfTheLotWhereNoPriceWasBid() {
        var example = belowThreshold().with("/methodology/tieBreak", "[]").with("/methodology/criteria", """
                        [{"key": "technical", "kind": "QUALITY", "weight": 90, "parts": [
                           {"key": "q1", "weight": 40}, {"key": "q2", "weight": 30}, {"key": "account", "weight": 30}]},
                         {"key": "social-value", "kind": "SOCIAL_VALUE", "weight": 10, "method": "QUALITATIVE",
                          "parts": [{"key": "sv1", "weight": 100}]}]""");
        var lots = """
                "lots": [{"key": "north", "title": "North", "contractValue": 1000000},
                 {"key": "south", "title": "South", "contractValue": 1500000}], "title\"""";
        var tender = Tender.published(
                        Tender.body(Instant.now().plusSeconds(600), example).replaceFirst("\"title\"", lots))
                .appoint("evaluator-one");
        var north = Lodged.reference(tender, Lodged.body("Acme", "null").replaceFirst("\\{", "{\"lot\": \"north\", "));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, north);
        agree(tender, bids(agreed(north, 66, 66, 66, 66))).then().statusCode(200);
        tender.step("consensus").then().statusCode(200);
        tender.step("evaluation").then().statusCode(200);
        tender.step(Tender.BUYER, "award", """
                        {"lots": [{"lot": "north", "bid": "%s"}, {"lot": "south", "reason": "No bids"}]}""".formatted(north)).then().statusCode(200);
        refused(confirm(tender, signed(today()).replaceFirst("\\{", "{\"values\": {\"north\": {\"value\": 5}}, ")), 422)
                .body("faults.at", contains("/values/north/reason"));
        confirm(tender, signed(today()))
                .then()
                .statusCode(201)
                .body("contracts[0].contract.value", is(1000000f))
                .body("contracts[0].contract", not(hasKey("valueReason")));
    }

    @Test
    void decidesOnEachLotByItself() {
        var example = belowThreshold();
        var lots = """
                "lots": [{"key": "north", "title": "North", "contractValue": 1000000},
                 {"key": "south", "title": "South", "contractValue": 1500000}], "title\"""";
        var tender = Tender.published(
                        Tender.body(Instant.now().plusSeconds(600), example).replaceFirst("\"title\"", lots))
                .appoint("evaluator-one");
        var north = Lodged.reference(tender, Lodged.body("Acme", "5").replaceFirst("\\{", "{\"lot\": \"north\", "));
        Lodged.in(tender, Lodged.body("Acme", "5")).then().statusCode(422).body("faults.at", contains("/lot"));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, north);
        agree(tender, bids(agreed(north, 66, 66, 66, 66)));
        tender.step("consensus").then().statusCode(200);
        tender.step("evaluation").then().body("lots.lot", contains("north"));
        tender.step(Tender.BUYER, "award", """
                        {"lots": [{"lot": "north", "bid": "%s"}, {"lot": "south", "reason": "No bids"}]}""".formatted(north)).then().statusCode(200);
        confirm(
                        tender,
                        "{\"signedOn\": \"%s\", \"startsOn\": \"%s\", \"values\": {\"north\": {\"value\": 7.25, \"reason\": \"Clarified\"}}}"
                                .formatted(today(), today()))
                .then()
                .statusCode(201)
                .body("contracts", hasSize(1))
                .body("contracts[0].contract.title", is("North"))
                .body("contracts[0].contract.valueReason", is("Clarified"))
                .body("contracts[0].contract.key", containsString("/north"))
                .body("contracts[0].contract.key", not(containsString("south")));
    }

    private static Response confirm(Tender tender, String body) {
        return tender.step(Tender.BUYER, "contracts", body);
    }

    private static ValidatableResponse refused(Response answer, int status) {
        return answer.then().statusCode(status).contentType(Problem.MEDIA_TYPE);
    }
}
