package org.anchors.socialvalue.opendata;

import static org.anchors.socialvalue.procurement.Tender.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.anchors.kit.caller.Role;
import org.anchors.kit.platform.Sha256;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.anchors.socialvalue.evaluation.Example;
import org.anchors.socialvalue.procurement.Tender;
import org.junit.jupiter.api.Test;

/** scoring.md, "Open data". */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class OcdsTest {

    @Inject
    DataSource database;

    private Sold evaluated() {
        return Sold.evaluated(Example.ofToday().with("/methodology/regime", "\"BELOW_THRESHOLD\""), database);
    }

    @Test
    void validatesAgainstTheStandardAtEveryStage() {
        var sold = evaluated().awarded();
        assertValid(sold.read());
        var contract = sold.contracted();
        assertValid(sold.read());
        deliver(contract, "1.25");
        approve(contract, 1);
        assertValid(sold.read());
    }

    @Test
    void validatesWhereTheAwardWasCancelled() {
        var sold = evaluated().awarded().announced();
        sold.tender()
                .step(Tender.BUYER, "cancellation", "{\"reason\": \"The budget was cut\"}")
                .then()
                .statusCode(200);
        var document = sold.read();
        assertValid(document);
        var release = document.path("releases").get(0);
        assertEquals(List.of("tenderCancellation", "awardCancellation"), texts(release.path("tag")));
        assertEquals(
                List.of("cancelled", "unsuccessful"), release.path("awards").findValuesAsText("status"));
        assertEquals("cancelled", release.at("/tender/status").asText());
    }

    /** The test itself: the schema does refuse what the standard refuses, and fields of extensions that are not declared. */
    @Test
    void doesNotValidateWithoutWhatTheStandardRequires() {
        var document = evaluated().awarded().read();
        var bare = (ObjectNode) document.deepCopy();
        bare.putArray("extensions");
        assertFalse(OcdsSchema.closed(bare).faultsOf(bare).isEmpty());
        var dated = (ObjectNode) document.deepCopy();
        dated.put("publishedDate", "yesterday");
        assertFalse(OcdsSchema.standard().faultsOf(dated).isEmpty());
        ((ObjectNode) document.path("releases").get(0)).remove("ocid");
        assertFalse(OcdsSchema.standard().faultsOf(document).isEmpty());
    }

    @Test
    void tellsOfBidsThatLostNothingButTheirNumber() {
        var sold = evaluated().awarded();
        var contract = sold.contracted();
        deliver(contract, "1.25");
        approve(contract, 1);
        var text = sold.export(Tender.REPORTER).asString();
        sold.secrets().forEach(secret -> assertFalse(text.contains(secret), () -> secret + " is in " + text));
        var statistics = sold.release().at("/bids/statistics");
        assertEquals(
                List.of("north bids 3", "north validBids 2", "south bids 0", "south validBids 0"),
                StreamSupport.stream(statistics.spliterator(), false)
                        .map(one -> "%s %s %s"
                                .formatted(
                                        one.path("relatedLot").asText(),
                                        one.path("measure").asText(),
                                        one.path("value").asText()))
                        .toList());
    }

    @Test
    void isNotThereBeforeTheAward() {
        var draft = Tender.drafted(Tender.body());
        for (var token : List.of(Tender.BUYER, Tender.OTHER_BUYER, Tender.REPORTER, Tender.AUDITOR)) {
            as(token).get(draft.at("ocds")).then().statusCode(404);
        }
        var sold = evaluated();
        for (var token : List.of(Tender.BUYER, Tender.OTHER_BUYER, Tender.REPORTER, Tender.AUDITOR)) {
            sold.export(token).then().statusCode(404);
        }
    }

    /** Bidders are told before the notice; to others a decision that is not announced is none. */
    @Test
    void isTheBuyersAloneUntilTheAwardIsAnnounced() {
        var sold = Sold.evaluated(Example.ofToday(), database);
        var before = sold.export(Tender.OTHER_BUYER);
        sold.awarded();
        assertEquals(detail(before), detail(sold.export(Tender.OTHER_BUYER)));
        assertEquals(404, before.statusCode());
        sold.export(Tender.REPORTER).then().statusCode(404);
        sold.export(Tokens.of("reporter-mseft", "mseft", Role.PARTNER_REPORTER))
                .then()
                .statusCode(404);
        sold.export(Tender.EVALUATOR_TWO).then().statusCode(404);
        sold.export(Tender.EVALUATOR_ONE).then().statusCode(200);
        sold.export(Tender.BUYER).then().statusCode(200);
        sold.export(Tender.AUDITOR).then().statusCode(200);
        sold.announced();
        assertEquals(
                1,
                Stream.of(Tender.BUYER, Tender.OTHER_BUYER, Tender.REPORTER, Tender.AUDITOR)
                        .map(token -> sold.export(token).asString())
                        .distinct()
                        .count());
        assertEquals(200, sold.export(Tender.REPORTER).statusCode());
        assertEquals(
                "pending",
                sold.release().at("/awards/0/status").asText(),
                "the standstill lasts, and nothing is signed");
    }

    @Test
    void answersAForeignIdLikeOneThatDoesNotExist() {
        as(Tender.BUYER)
                .get(Tender.PATH + "/" + UUID.randomUUID() + "/ocds")
                .then()
                .statusCode(404);
        as(Tender.BUYER).get(Tender.PATH + "/none/ocds").then().statusCode(404);
    }

    @Test
    void saysWhoWonWhatForHowMuch() {
        var sold = evaluated().awarded();
        sold.contracted();
        var release = sold.release();
        assertEquals("Beta", release.at("/awards/0/suppliers/0/name").asText());
        assertEquals("2319999.5", release.at("/awards/0/value/amount").asText());
        assertEquals(List.of("active", "unsuccessful"), release.path("awards").findValuesAsText("status"));
        assertEquals(List.of("buyer", "supplier", "tenderer"), texts(release.findValues("roles").stream()));
        assertEquals("GB-COH", release.at("/parties/1/identifier/scheme").asText());
        assertEquals("north", release.at("/contracts/0/awardID").asText());
        assertEquals("2500000", release.at("/tender/value/amount").asText(), "both lots together are worth this");
        assertEquals("1000000", release.at("/tender/lots/0/value/amount").asText());
        assertEquals("1500000", release.at("/tender/lots/1/value/amount").asText());
        assertTrue(release.at("/tender/hasSustainability").asBoolean());
        assertEquals(
                List.of("social", "environmental.carbonEmissionsReduction"),
                release.at("/tender/sustainability").findValuesAsText("goal"));
        assertEquals(
                List.of("awardCriteria", "contractPerformanceConditions", "selectionCriteria"),
                texts(release.at("/tender/sustainability").findValues("strategies").stream()));
    }

    @Test
    void namesCommitmentsAsAgreedMetrics() {
        var sold = evaluated().awarded();
        sold.contracted();
        var metrics = sold.release().at("/contracts/0/agreedMetrics");
        assertEquals(List.of("M1", "M4", "M5"), texts(each(metrics).map(metric -> metric.path("id"))));
        assertEquals(
                List.of("8", "2.5"),
                texts(each(metrics.at("/0/observations")).map(observation -> observation.path("measure"))));
        assertEquals("FTE-year", metrics.at("/0/observations/0/unit/name").asText());
        assertTrue(metrics.at("/1/observations").isMissingNode(), "what is described only has no figure");
        assertEquals("1234.5", metrics.at("/2/observations/0/value/amount").asText());
        assertTrue(metrics.at("/0/observations/1/period/startDate")
                .asText()
                .startsWith(Sold.TODAY.plusYears(1).toString()));
    }

    @Test
    void tellsWhatWasDeliveredOnceItIsApproved() {
        var sold = evaluated().awarded();
        var contract = sold.contracted();
        sold.tender().change(database, "update contract set starts_on = starts_on - 7 where procurement = ?");
        deliver(contract, "1.25");
        var before = sold.release();
        assertTrue(before.at("/contracts/0/implementation").isMissingNode());
        assertEquals(List.of("tender", "award", "contract"), texts(before.path("tag")));
        approve(contract, 1);
        state(contract, Sold.TODAY.minusDays(1), "0.75", "");
        assertEquals("1.25", delivered(sold), "the second statement is not approved");
        approve(contract, 2);
        assertEquals("2", delivered(sold));
        correct(contract, 2, "0.25");
        assertEquals("2", delivered(sold), "the correction is not approved");
        approve(contract, 3);
        assertEquals("1.5", delivered(sold));
        assertTrue(texts(sold.release().path("tag")).contains("implementation"));
        assertNotEquals(before.path("id"), sold.release().path("id"));
    }

    @Test
    void leadsToThePublishedIndicatorsOfAContract() {
        var sold = evaluated().awarded();
        var contract = sold.contracted();
        var before = sold.release();
        assertTrue(before.at("/contracts/0/documents").isMissingNode());
        as(Tender.BUYER)
                .body("{\"indicators\": [{\"key\": \"jobs\", \"title\": \"Local jobs\", \"target\": \"4 a year\"}]}")
                .post(contract + "/indicators")
                .then()
                .statusCode(201);
        assertValid(sold.read());
        var url = sold.release().at("/contracts/0/documents/0/url").asText();
        assertTrue(url.endsWith(contract + "/indicators"), url);
        as(Tender.REPORTER).get(contract + "/indicators").then().statusCode(200);
        assertNotEquals(before.path("id"), sold.release().path("id"));
    }

    @Test
    void givesTheSameBytesForTheSameState() {
        var sold = evaluated().awarded();
        var one = sold.export(Tender.BUYER);
        assertEquals(one.asString(), sold.export(Tender.AUDITOR).asString());
        assertEquals("\"" + Sha256.of(one.asString()) + "\"", one.header("ETag"));
        assertEquals(sold.tender().id(), sold.release().path("ocid").asText().replace("unregistered-", ""));
        sold.contracted();
        assertNotEquals(one.asString(), sold.export(Tender.BUYER).asString());
    }

    private static String detail(Response refused) {
        return refused.jsonPath().getString("detail");
    }

    private static String delivered(Sold sold) {
        return each(sold.release().at("/contracts/0/implementation/metrics/0/observations"))
                .map(observation -> observation.path("measure").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    private static void deliver(String contract, String quantity) {
        state(contract, Sold.TODAY, quantity, "");
    }

    private static void correct(String contract, int statement, String quantity) {
        state(
                contract,
                Sold.TODAY.minusDays(1),
                quantity,
                ", \"corrects\": %d, \"reason\": \"Counted twice\"".formatted(statement));
    }

    private static void state(String contract, LocalDate day, String quantity, String more) {
        as(Tender.BUYER)
                .body("""
                        {"from": "%1$s", "to": "%1$s", "lines": [{"obligation": 1, "quantity": %2$s}],
                         "evidence": [{"text": "Words about somebody"}]%3$s}""".formatted(day, quantity, more))
                .post(contract + "/deliveries")
                .then()
                .statusCode(201);
    }

    private static void approve(String contract, int statement) {
        as(Tender.SECOND_BUYER)
                .header("If-Match", "\"0\"")
                .body("{\"rating\": \"GOOD\"}")
                .post(contract + "/deliveries/" + statement + "/approval")
                .then()
                .statusCode(200);
    }

    private static void assertValid(JsonNode document) {
        assertEquals(List.of(), OcdsSchema.standard().faultsOf(document));
        assertEquals(List.of(), OcdsSchema.closed(document).faultsOf(document));
    }

    private static List<String> texts(JsonNode list) {
        return texts(each(list));
    }

    private static List<String> texts(Stream<JsonNode> nodes) {
        return nodes.flatMap(node -> node.isArray() ? each(node) : Stream.of(node))
                .map(JsonNode::asText)
                .toList();
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
