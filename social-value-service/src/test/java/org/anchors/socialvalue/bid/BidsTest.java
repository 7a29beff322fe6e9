package org.anchors.socialvalue.bid;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.anchors.socialvalue.procurement.Tender.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.anchors.contracts.problem.Problem;
import org.anchors.kit.testing.Engines;
import org.anchors.socialvalue.evaluation.Example;
import org.anchors.socialvalue.procurement.Tender;
import org.junit.jupiter.api.Test;

/** scoring.md, "Evaluators": bids are sealed until the deadline, by the database's clock, and opened by two people. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class BidsTest {

    @Inject
    DataSource database;

    @Test
    void givesAReceiptThatSaysNothingOfTheBid() {
        var tender = Tender.published();
        var received = Lodged.in(tender, Lodged.body("Acme", "2170000.50", Lodged.COMMITMENTS));
        received.then().statusCode(201).header("ETag", is("\"0\""));
        assertEquals(
                Set.of("procurement", "reference", "receivedAt"),
                received.jsonPath().getMap("").keySet());
        assertTrue(received.jsonPath().getString("reference").matches("[2-9A-HJ-NP-Z]{16}"));
    }

    @Test
    void answersTheSameKeyWithTheSameReceiptEvenAfterTheDeadline() {
        var tender = Tender.published();
        var key = UUID.randomUUID().toString();
        var body = Lodged.body("Acme", "2170000");
        var first = under(key).body(body).post(tender.at("bids"));
        first.then().statusCode(201);
        tender.passDeadline(database);
        assertEquals(
                first.asString(), under(key).body(body).post(tender.at("bids")).asString());
        tender.open(database);
        assertEquals(
                first.asString(), under(key).body(body).post(tender.at("bids")).asString());
        refused(Lodged.in(tender, body), 409);
        tender.step(Tender.BUYER, "cancellation", "{\"reason\": \"No budget\"}")
                .then()
                .statusCode(200);
        var again = under(key).body(body).post(tender.at("bids"));
        assertEquals(201, again.statusCode(), again::asString);
        assertEquals(first.asString(), again.asString());
    }

    private static RequestSpecification under(String key) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .auth()
                .oauth2(Tender.MACHINE);
    }

    @Test
    void namesEveryFaultOfABidAtOnce() {
        var tender = Tender.published();
        refused(Lodged.in(tender, """
                                {"lot": "north", "supplierId": "1234", "price": 0, "colour": 1,
                                 "commitments": [{"measure": "M1", "quantity": 1}]}"""), 422)
                .body(
                        "faults.at",
                        containsInAnyOrder("/supplier", "/supplierId", "/colour", "/commitments/0/year", "/lot"));
        refused(Lodged.in(tender, """
                                {"supplier": "Acme", "supplierId": "GB-COH-1", "answers": {"q9": "x"},
                                 "commitments": [{"measure": "M9", "quantity": 1, "year": 1},
                                                 {"measure": "M1", "quantity": 1, "year": 4}]}"""), 422)
                .body(
                        "faults.at",
                        containsInAnyOrder("/price", "/answers/q9", "/commitments/0/measure", "/commitments/1/year"));
    }

    /** docs/decisions/0032: they stand in every evaluation, and nobody can shorten them once they are sealed. */
    @Test
    void refusesCommitmentsThatAreTooLongTogetherWhileTheBidderCanShortenThem() {
        var tender = Tender.published();
        var most = commitments(200, 130);
        Lodged.in(tender, Lodged.body("Acme", "2170000", most)).then().statusCode(201);
        refused(Lodged.in(tender, Lodged.body("Beta", "2170000", commitments(35, 2_000))), 422)
                .body("faults.at", contains("/commitments"))
                .body("faults.rule", contains("too-long"))
                .body("faults.given", contains(matchesPattern("7\\d,\\d{3} bytes")));
    }

    private static String commitments(int number, int length) {
        return IntStream.range(0, number)
                .mapToObj(i ->
                        "{\"measure\": \"M1\", \"quantity\": 1, \"year\": 1, \"beneficiary\": \"post %d\", \"text\": \"%s\"}"
                                .formatted(i, "y".repeat(length)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void takesBidsFromTheBuyersOfficersAndPortalOnly() {
        var tender = Tender.published();
        var body = Lodged.body("Acme", "2170000");
        as(Tender.BUYER).body(body).post(tender.at("bids")).then().statusCode(201);
        refused(as(Tender.OTHER_BUYER).body(body).post(tender.at("bids")), 404);
        for (var token : List.of(Tender.EVALUATOR_ONE, Tender.AUDITOR, Tender.REPORTER)) {
            refused(as(token).body(body).post(tender.at("bids")), 403);
        }
        refused(Lodged.in(Tender.drafted(Tender.body()), body), 409).body("type", is("/problems/stage-does-not-allow"));
    }

    /** By the database's clock, whatever the client's says. */
    @Test
    void refusesABidThatComesAfterTheDeadline() {
        var deadline = Instant.now().plusSeconds(12);
        var tender = Tender.published(Tender.body(deadline, Example.ofToday()));
        refused(tender.step("opening"), 409).body("type", is("/problems/deadline-not-passed"));
        var patience = Instant.now().plus(Duration.ofSeconds(30));
        Response answer;
        do {
            answer = Lodged.in(tender, Lodged.body("Acme", "2170000"));
            if (answer.statusCode() == 201) {
                var receivedAt = Instant.parse(answer.jsonPath().getString("receivedAt"));
                assertTrue(receivedAt.isBefore(deadline), () -> receivedAt + " is not before " + deadline);
            }
        } while (answer.statusCode() == 201 && Instant.now().isBefore(patience));
        refused(answer, 409).body("type", is("/problems/bids-closed"));
        tender.step("opening").then().statusCode(200);
    }

    @Test
    void answersForEveryBidAsForOneThatWasNeverLodgedUntilTheyAreOpened() {
        var tender = Tender.published();
        tender.appoint("evaluator-one", "evaluator-two");
        var reference = Lodged.reference(tender, Lodged.body("Acme", "2170000"));
        for (var token : List.of(Tender.BUYER, Tender.MACHINE, Tender.EVALUATOR_ONE, Tender.AUDITOR)) {
            var lodged = as(token).get(tender.at("bids/" + reference));
            var never = as(token).get(tender.at("bids/2222222222222222"));
            refused(lodged, 409).body("type", is("/problems/bids-sealed"));
            assertEquals(plain(never, "2222222222222222"), plain(lodged, reference));
            refused(as(token).get(tender.at("bids")), 409).body("type", is("/problems/bids-sealed"));
        }
        refused(as(Tender.EVALUATOR_THREE).get(tender.at("bids")), 404);
        refused(as(Tender.OTHER_BUYER).get(tender.at("bids/" + reference)), 404);
    }

    /** What nobody can read cannot leak: neither in clear nor by a count, in no table, audit entry, answer kept or figure. */
    @Test
    void leavesNothingOfABidAnywhereBeforeTheOpening() throws SQLException {
        var tender = Tender.published();
        var canary = "Canary" + UUID.randomUUID().toString().replace("-", "");
        var price = "1234567.89";
        var etag = tender.etag();
        var entries = entries();
        var reference = Lodged.reference(tender, Lodged.body(canary, price, Lodged.COMMITMENTS));
        Lodged.reference(tender, Lodged.body(canary + "2", price));

        assertEquals(List.of(), tablesThatHold(canary));
        assertEquals(List.of(), tablesThatHold(HexFormat.of().formatHex(canary.getBytes(UTF_8))));
        assertEquals(List.of(), tablesThatHold(price));
        assertEquals(entries, entries());
        assertEquals(etag, tender.etag());
        var metrics = given().get("/q/metrics").asString();
        assertTrue(metrics.contains("http_server_requests"), "There are metrics");
        assertFalse(metrics.contains("/bids"), metrics);
        assertFalse(metrics.contains(reference), metrics);

        tender.open(database);
        assertTrue(tablesThatHold(canary).contains("bid"), "The search finds what is there");
        assertEquals(List.of(), tablesThatHold(price));
    }

    private List<String> tablesThatHold(String text) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = database.getConnection();
                var tables = connection.createStatement();
                var names = tables.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
            while (names.next()) {
                var table = names.getString(1);
                try (var search = connection.prepareStatement(
                        "select count(*) from \"%s\" as one where one::text like '%%' || ? || '%%'".formatted(table))) {
                    search.setString(1, text);
                    try (var count = search.executeQuery()) {
                        count.next();
                        if (count.getInt(1) > 0) {
                            found.add(table);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static int entries() {
        return as(Tender.AUDITOR)
                .get("/api/social-value/v1/audit/verification")
                .jsonPath()
                .getInt("entries");
    }

    @Test
    void withdrawsAndReplacesByTheReceiptAndLeavesNothing() {
        var tender = Tender.published();
        var withdrawn = Lodged.reference(tender, Lodged.body("Acme", "1"));
        var replaced = Lodged.reference(tender, Lodged.body("Beta", "2"));
        refused(as(Tender.BUYER).noContentType().post(tender.at("bids/" + withdrawn + "/withdrawal")), 428);
        receipt(Tender.BUYER)
                .noContentType()
                .post(tender.at("bids/" + withdrawn + "/withdrawal"))
                .then()
                .statusCode(200);
        refused(receipt(Tender.BUYER).noContentType().post(tender.at("bids/" + withdrawn + "/withdrawal")), 404);
        refused(receipt(Tender.OTHER_BUYER).noContentType().post(tender.at("bids/" + replaced + "/withdrawal")), 404);
        var newer = receipt(Tender.BUYER)
                .body(Lodged.body("Beta", "3"))
                .post(tender.at("bids/" + replaced + "/replacement"));
        newer.then().statusCode(201);
        tender.open(database);
        as(Tender.BUYER)
                .get(tender.at("bids"))
                .then()
                .body("items.reference", contains(newer.jsonPath().getString("reference")));
        refused(receipt(Tender.BUYER).noContentType().post(tender.at("bids/" + replaced + "/withdrawal")), 409);
    }

    private static RequestSpecification receipt(String token) {
        return as(token).header("If-Match", "\"0\"");
    }

    private static String plain(Response answer, String reference) {
        return answer.asString().replace(reference, "R").replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    private static ValidatableResponse refused(Response answer, int status) {
        return answer.then().statusCode(status).contentType(Problem.MEDIA_TYPE);
    }
}
