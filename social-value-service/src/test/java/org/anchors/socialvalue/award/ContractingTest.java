package org.anchors.socialvalue.award;

import static org.anchors.socialvalue.marking.Marking.agree;
import static org.anchors.socialvalue.marking.Marking.agreed;
import static org.anchors.socialvalue.marking.Marking.bids;
import static org.anchors.socialvalue.procurement.Tender.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.List;
import javax.sql.DataSource;
import org.anchors.contracts.event.Topic;
import org.anchors.contracts.problem.Problem;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.PublishedEvents;
import org.anchors.socialvalue.bid.Lodged;
import org.anchors.socialvalue.marking.Marking;
import org.anchors.socialvalue.procurement.Tender;
import org.junit.jupiter.api.Test;

/** scoring.md, "After the award": what the winners promised becomes contracts. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class ContractingTest {

    @Inject
    DataSource database;

    @Test
    void refusesContractsThatWereSignedBeforeTheAward() {
        var tender = Race.awarded(database, Race.belowThreshold()).tender();
        refused(Race.confirm(tender, Race.signed(Race.today().minusDays(1))), 422)
                .body("faults.rule", contains("before-the-award"));
        Race.confirm(tender, Race.signed(Race.today())).then().statusCode(201);
    }

    @Test
    void makesContractsOfWhatTheWinnersPromised() throws IOException {
        var example = Race.belowThreshold()
                .with("/methodology/criteria/0/weight", "10")
                .with("/methodology/criteria/1/weight", "80");
        var tender = Tender.published(Tender.body(Instant.now().plusSeconds(600), example))
                .appoint("evaluator-one");
        var acme = Lodged.reference(tender, Lodged.body("Acme", "2170000.50", Race.OFFER));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, acme);
        agree(tender, bids(agreed(acme, 66, 100, 66, 75)));
        tender.step("consensus").then().statusCode(200);
        tender.step("evaluation").then().statusCode(200);
        Race.decide(tender, acme).then().statusCode(200);
        var body = "{\"signedOn\": \"%s\", \"startsOn\": \"%s\"}".formatted(Race.today(), Race.today());
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
        refused(Race.confirm(tender, body), 409);

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
                        ReportingYear.of(Race.today()).toString(),
                        ReportingYear.of(Race.today().plusYears(1)).toString()),
                event.path("commitments").findValuesAsText("year"));
        assertEquals(
                List.of("80000.00", "14880.00"),
                event.path("commitments").findValuesAsText("amount").stream()
                        .map(amount -> new BigDecimal(amount).setScale(2).toPlainString())
                        .toList());
    }

    @Test
    void awardsALotToNobodyWithAReason() {
        var race = Race.marked(database, Race.belowThreshold());
        race.tender().step("evaluation").then().statusCode(200);
        race.tender()
                .step(Tender.BUYER, "award", "{\"lots\": [{\"lot\": \"whole\", \"reason\": \"Above the budget\"}]}")
                .then()
                .statusCode(200)
                .body("lots[0].bid", nullValue());
        refused(
                        Race.confirm(
                                race.tender(),
                                "{\"signedOn\": \"%s\", \"startsOn\": \"%s\"}".formatted(Race.today(), Race.today())),
                        409)
                .body("type", is("/problems/nothing-awarded"));
        as(Tender.BUYER).get(race.tender().at("contracts")).then().body("contracts", empty());
    }

    @Test
    void takesTheValueOfTheLotWhereNoPriceWasBid() {
        var example = Race.belowThreshold().with("/methodology/tieBreak", "[]").with("/methodology/criteria", """
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
        refused(
                        Race.confirm(
                                tender,
                                Race.signed(Race.today())
                                        .replaceFirst("\\{", "{\"values\": {\"north\": {\"value\": 5}}, ")),
                        422)
                .body("faults.at", contains("/values/north/reason"));
        Race.confirm(tender, Race.signed(Race.today()))
                .then()
                .statusCode(201)
                .body("contracts[0].contract.value", is(1000000f))
                .body("contracts[0].contract", not(hasKey("valueReason")));
    }

    @Test
    void decidesOnEachLotByItself() {
        var example = Race.belowThreshold();
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
        Race.confirm(
                        tender,
                        "{\"signedOn\": \"%s\", \"startsOn\": \"%s\", \"values\": {\"north\": {\"value\": 7.25, \"reason\": \"Clarified\"}}}"
                                .formatted(Race.today(), Race.today()))
                .then()
                .statusCode(201)
                .body("contracts", hasSize(1))
                .body("contracts[0].contract.title", is("North"))
                .body("contracts[0].contract.valueReason", is("Clarified"))
                .body("contracts[0].contract.key", containsString("/north"))
                .body("contracts[0].contract.key", not(containsString("south")));
    }

    private static ValidatableResponse refused(Response answer, int status) {
        return answer.then().statusCode(status).contentType(Problem.MEDIA_TYPE);
    }
}
