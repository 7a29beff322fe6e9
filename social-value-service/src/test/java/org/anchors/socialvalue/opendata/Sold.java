package org.anchors.socialvalue.opendata;

import static org.anchors.socialvalue.marking.Marking.agree;
import static org.anchors.socialvalue.marking.Marking.agreed;
import static org.anchors.socialvalue.marking.Marking.bids;
import static org.anchors.socialvalue.procurement.Tender.as;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.anchors.socialvalue.bid.Lodged;
import org.anchors.socialvalue.evaluation.Example;
import org.anchors.socialvalue.marking.Marking;
import org.anchors.socialvalue.procurement.Tender;

/** A procurement of two lots: Beta wins north over Acme, and Cheap fails the gate; nobody bids for south. */
record Sold(Tender tender, String acme, String beta, String cheap) {

    static final LocalDate TODAY = LocalDate.ofInstant(Instant.now(), ZoneId.of("Europe/London"));
    private static final String PROMISED = """
            [{"measure": "M1", "quantity": 8, "year": 1, "beneficiary": "Kept Secret"}, {"measure": "M1", "quantity": 2.5, "year": 2},
             {"measure": "M4", "text": "Words about somebody", "year": 1}, {"measure": "M5", "quantity": 1234.5, "year": 1}]""";

    /** Up to the evaluation. */
    static Sold evaluated(Example example, DataSource database) {
        example.with("/catalogue/measures/0/proxy", "20123.45")
                .with("/catalogue/measures/3", "{\"code\": \"M4\", \"kind\": \"TEXT\", \"unit\": \"text\"}")
                .with("/catalogue/measures/4", """
                        {"code": "M5", "unit": "GBP", "proxy": 1, "priceYear": 2024, "source": "s"}""");
        var lots = "\"lots\": [{\"key\": \"north\", \"title\": \"North\", \"contractValue\": 1000000},"
                + " {\"key\": \"south\", \"title\": \"South\", \"contractValue\": 1500000}], \"title\"";
        var tender = Tender.published(
                        Tender.body(Instant.now().plusSeconds(600), example).replaceFirst("\"title\"", lots))
                .appoint("evaluator-one");
        var acme = north(tender, "Acme", "2170001.37", "[{\"measure\": \"M2\", \"quantity\": 77.125, \"year\": 1}]");
        var beta = north(tender, "Beta", "2319999.5", PROMISED);
        var cheap = north(tender, "Cheap", "1000003.9", "[]");
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, acme, beta, cheap);
        var failed = """
                {"bid": "%s", "gates": {"carbon-reduction-plan": {"passed": false, "reason": "No plan was sent"}}}""".formatted(cheap);
        agree(tender, bids(agreed(acme, 66, 100, 66, 75), agreed(beta, 100, 66, 100, 50), failed))
                .then()
                .statusCode(200);
        tender.step("consensus").then().statusCode(200);
        tender.step("evaluation").then().statusCode(200);
        return new Sold(tender, acme, beta, cheap);
    }

    private static String north(Tender tender, String supplier, String price, String commitments) {
        return Lodged.reference(
                tender, Lodged.body(supplier, price, commitments).replaceFirst("\\{", "{\"lot\": \"north\", "));
    }

    Sold awarded() {
        tender.step(Tender.BUYER, "award", """
                        {"lots": [{"lot": "north", "bid": "%s"}, {"lot": "south", "reason": "No bids"}]}""".formatted(beta)).then().statusCode(200);
        return this;
    }

    Sold announced() {
        tender.step(Tender.BUYER, "award/notice", """
                        {"notice": "2026/S 000-1", "publishedOn": "%1$s", "summariesSentOn": "%1$s"}""".formatted(TODAY)).then().statusCode(200);
        return this;
    }

    /** The path of its contract, entered into today. */
    String contracted() {
        var confirmed = tender.step(
                Tender.BUYER, "contracts", "{\"signedOn\": \"%1$s\", \"startsOn\": \"%1$s\"}".formatted(TODAY));
        confirmed.then().statusCode(201);
        return "/api/social-value/v1/contracts/" + confirmed.jsonPath().getString("contracts[0].contract.id");
    }

    Response export(String token) {
        return as(token).get(tender.at("ocds"));
    }

    /** The release package, as the buyer reads it. */
    JsonNode read() {
        var answer = export(Tender.BUYER);
        answer.then().statusCode(200);
        try {
            return Example.JSON.readTree(answer.asString());
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException(noJson);
        }
    }

    JsonNode release() {
        return read().path("releases").get(0);
    }

    /** What nobody is to learn from the export. */
    List<String> secrets() {
        return List.of(
                acme,
                beta,
                cheap,
                "Acme",
                "Cheap",
                "2170001",
                "1000003",
                "77.125",
                "Reason for",
                "No plan",
                "No bids",
                "Kept Secret",
                "Words about",
                "evaluator-one",
                "buyer-mseft",
                "20123.45",
                "160987.6");
    }
}
