package org.anchors.socialvalue.delivery;

import static org.anchors.socialvalue.marking.Marking.agree;
import static org.anchors.socialvalue.marking.Marking.agreed;
import static org.anchors.socialvalue.marking.Marking.bids;
import static org.anchors.socialvalue.procurement.Tender.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.anchors.contracts.event.Topic;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.testing.PublishedEvents;
import org.anchors.socialvalue.bid.Lodged;
import org.anchors.socialvalue.evaluation.Example;
import org.anchors.socialvalue.marking.Marking;
import org.anchors.socialvalue.procurement.Tender;

/** A contract of mseft that came of a procurement, and what is done with it. */
public final class Contracted {

    public static final LocalDate TODAY = LocalDate.ofInstant(Instant.now(), ZoneId.of("Europe/London"));
    static final String GOOD = "{\"rating\": \"GOOD\"}";
    private static final String CONTRACTS = "/api/social-value/v1/contracts/";

    private final Tender tender;
    private final String path;
    private final String key;

    private Contracted(Tender tender, String path, String key) {
        this.tender = tender;
        this.path = path;
        this.key = key;
    }

    /** A contract of a value that begins today, with one bidder who promised what is given; with indicators above 5,000,000. */
    public static Contracted worth(String value, String commitments, DataSource database) {
        var tender = decided(value, commitments, database);
        var needed = new BigDecimal(value).compareTo(new BigDecimal(5_000_000)) > 0;
        var confirmed =
                confirm(tender, needed ? ", \"indicators\": {\"whole\": %s}".formatted(indicators("a", "b", "c")) : "");
        confirmed.then().statusCode(201);
        return new Contracted(
                tender,
                CONTRACTS + confirmed.jsonPath().getString("contracts[0].contract.id"),
                confirmed.jsonPath().getString("contracts[0].contract.key"));
    }

    /** A contract worth 2,500,000 with six jobs, four of them in its first year, and 120 hours promised. */
    static Contracted ofJobs(DataSource database) {
        return worth("2500000", """
                [{"measure": "M1", "quantity": 4, "year": 1}, {"measure": "M1", "quantity": 2, "year": 2},
                 {"measure": "M3", "quantity": 120, "year": 1}]""", database);
    }

    static String indicators(String... keys) {
        return Arrays.stream(keys)
                .map("{\"key\": \"%s\", \"title\": \"Local jobs\", \"target\": \"4 a year\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Confirms that the contract begins today, with whatever else is said of it. */
    static Response confirm(Tender tender, String more) {
        return tender.step(
                Tender.BUYER,
                "contracts",
                "{\"signedOn\": \"%1$s\", \"startsOn\": \"%1$s\"%2$s}".formatted(TODAY, more));
    }

    /** The procurement of such a contract, which has not been entered into. */
    public static Tender decided(String value, String commitments, DataSource database) {
        var example = Example.ofToday()
                .with("/methodology/regime", "\"BELOW_THRESHOLD\"")
                .with("/methodology/contractValue", value)
                .with("/methodology/contractValueWithVat", value);
        var tender = Tender.published(Tender.body(Instant.now().plusSeconds(600), example))
                .appoint("evaluator-one");
        var acme = Lodged.reference(tender, Lodged.body("Acme", value, commitments));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, acme);
        agree(tender, bids(agreed(acme, 66, 100, 66, 75))).then().statusCode(200);
        tender.step("consensus").then().statusCode(200);
        tender.step("evaluation").then().statusCode(200);
        tender.step(Tender.BUYER, "award", "{\"lots\": [{\"lot\": \"whole\", \"bid\": \"%s\"}]}".formatted(acme))
                .then()
                .statusCode(200);
        return tender;
    }

    public Tender tender() {
        return tender;
    }

    public String key() {
        return key;
    }

    public String at(String below) {
        return path + below;
    }

    public Response read(String token) {
        return as(token).get(path);
    }

    /** As if it had begun six days before {@link #lastDay()}. */
    Contracted begunInTime(DataSource database) {
        return begunDaysAgo((int) ChronoUnit.DAYS.between(lastDay().minusDays(6), TODAY), database);
    }

    /** As if it had begun some days before. */
    public Contracted begunDaysAgo(int days, DataSource database) {
        tender.change(database, "update contract set starts_on = starts_on - %d where procurement = ?".formatted(days));
        return this;
    }

    /** The latest day that is over, or today, with six days before it in the same reporting year. */
    static LocalDate lastDay() {
        var first = LocalDate.of(ReportingYear.of(TODAY).start(), Month.APRIL, 1);
        return TODAY.isBefore(first.plusDays(6)) ? first.minusDays(1) : TODAY;
    }

    /** States what was delivered today. */
    public Response state(String lines) {
        return stateOn(TODAY, lines);
    }

    public Response stateOn(LocalDate day, String lines) {
        return stateAnything("""
                {"from": "%1$s", "to": "%1$s", "lines": [%2$s], "evidence": [{"text": "Register of the supplier"}]}""".formatted(day, lines));
    }

    public Response stateAnything(String body) {
        return as(Tender.BUYER).body(body).post(at("/deliveries"));
    }

    public Response approve(int number, String body) {
        return decide(number, "approval", body);
    }

    public Response decide(int number, String what, String body) {
        return decideAs(Tender.SECOND_BUYER, number, what, body);
    }

    Response decideAs(String token, int number, String what, String body) {
        return as(token).header("If-Match", "\"0\"").body(body).post(at("/deliveries/%d/%s".formatted(number, what)));
    }

    /** What is delivered of its first obligation, and of all by value. */
    void hasDelivered(String quantity, String value) {
        var read = read(Tender.BUYER);
        read.then().statusCode(200);
        same(quantity, read.jsonPath().getString("progress.obligations[0].delivered"));
        same(value, read.jsonPath().getString("progress.total.delivered"));
        same("120000", read.jsonPath().getString("progress.total.committed"));
    }

    static void same(String expected, String found) {
        assertEquals(0, new BigDecimal(expected).compareTo(new BigDecimal(found)), found);
    }

    /** What was told of its deliveries; with what was told of its award there are so many messages. */
    List<JsonNode> toldOf(int messages) throws IOException {
        var found = new ArrayList<JsonNode>();
        for (var message : PublishedEvents.await(Topic.SOCIAL_VALUE, key, messages)) {
            if ("org.anchors.social-value.delivery-approved.v1"
                    .equals(PublishedEvents.headersOf(message).get("ce_type"))) {
                assertEquals(List.of(), PublishedEvents.schemaFaultsOf(message));
                found.add(Example.JSON.readTree(message.value()));
            }
        }
        return found;
    }
}
