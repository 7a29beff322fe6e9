package org.anchors.socialvalue.bid;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.anchors.socialvalue.procurement.Tender.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
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
import javax.sql.DataSource;
import org.anchors.contracts.problem.Problem;
import org.anchors.kit.testing.Engines;
import org.anchors.socialvalue.evaluation.Example;
import org.anchors.socialvalue.marking.Marking;
import org.anchors.socialvalue.procurement.Tender;
import org.junit.jupiter.api.Test;

/** scoring.md, "Evaluators": bids are sealed until the deadline, by the database's clock, and opened by two people. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class BidsTest {

    private static final String COMMITMENTS = """
            [{"measure": "M1", "posts": {"people": 6, "hoursPerWeek": 25, "fullTimeHours": 37.5, "weeks": 52}, "year": 1},
             {"measure": "M3", "quantity": 120.5, "year": 2}]""";

    @Inject
    DataSource database;

    @Test
    void givesAReceiptThatSaysNothingOfTheBid() {
        var tender = Tender.published();
        var received = Lodged.in(tender, Lodged.body("Acme", "2170000.50", COMMITMENTS));
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
        var deadline = Instant.now().plusSeconds(3);
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
        var reference = Lodged.reference(tender, Lodged.body(canary, price, COMMITMENTS));
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

    @Test
    void isOpenedByTwoPeopleAfterTheDeadline() {
        var tender = Tender.published();
        Lodged.reference(tender, Lodged.body("Acme", "2170000.50", COMMITMENTS));
        refused(tender.step("opening"), 409).body("type", is("/problems/deadline-not-passed"));
        tender.passDeadline(database);
        refused(tender.step(Tender.MACHINE, "opening", ""), 403).body("type", is("/problems/opened-by-people"));
        tender.step("opening")
                .then()
                .statusCode(200)
                .body("state", is("PUBLISHED"))
                .body("openers.who", contains("buyer-mseft"));
        refused(as(Tender.BUYER).get(tender.at("bids")), 409).body("type", is("/problems/bids-sealed"));
        refused(tender.step("opening"), 409).body("type", is("/problems/opened-by-you"));
        tender.step(Tender.SECOND_BUYER, "opening", "")
                .then()
                .statusCode(200)
                .body("state", is("OPENED"))
                .body("openers.who", contains("buyer-mseft", "buyer-mseft-two"));
        as(Tender.BUYER)
                .get(tender.at("bids"))
                .then()
                .statusCode(200)
                .body("items.supplier", contains("Acme"))
                .body("items[0].lot", is("whole"))
                .body("items[0].answers.q1", is("How we do it: Acme"))
                .body("items[0].commitments[0].posts.hoursPerWeek", is(25))
                .body("items[0].bodyHash", nullValue());
        refused(tender.step(Tender.SECOND_BUYER, "opening", ""), 409);
    }

    @Test
    void keepsPricesSealedWhenBidsAreOpened() {
        var tender = Tender.published();
        tender.appoint("evaluator-one", "evaluator-two");
        var reference = Lodged.reference(tender, Lodged.body("Acme", "7654321.98"));
        tender.open(database);
        for (var token : List.of(Tender.BUYER, Tender.EVALUATOR_ONE, Tender.AUDITOR)) {
            as(token)
                    .get(tender.at("bids/" + reference))
                    .then()
                    .statusCode(200)
                    .body("supplier", is("Acme"))
                    .body("price", nullValue());
            as(token).get(tender.at("bids")).then().body(not(containsString("7654321")));
        }
        refused(as(Tender.EVALUATOR_THREE).get(tender.at("bids")), 404);
        refused(as(Tender.OTHER_BUYER).get(tender.at("bids")), 404);
    }

    /** Anybody can write a rival's identifier on a bid; a second bid cannot be refused without telling that there is a first. */
    @Test
    void dropsNoBidForAnotherUnderTheSameIdentifierUnlessTwoPeopleSayWhichCounts() {
        var tender = Tender.published().appoint("evaluator-one");
        var real = Lodged.reference(tender, Lodged.body("Acme", "3"));
        var junk = Lodged.reference(tender, Lodged.body("Acme", "2").replace("\"Acme\"", "\"Somebody\""));
        var other = Lodged.reference(tender, Lodged.body("Beta", "3"));
        tender.open(database);
        standing(tender, real).body("standing", is("UNDECIDED")).body("supplier", is("Acme"));
        standing(tender, junk).body("standing", is("UNDECIDED")).body("answers.q1", is("How we do it: Acme"));
        standing(tender, other).body("standing", is("COUNTS"));
        refused(Marking.give(tender, Tender.EVALUATOR_ONE, Marking.bids(Marking.bid(other, 66, 66, 66, 66))), 409)
                .body("type", is("/problems/bids-undecided"))
                .body("detail", containsString(real));

        refused(aside(tender, Tender.BUYER, other), 409).body("type", is("/problems/bid-stands"));
        refused(aside(tender, Tender.MACHINE, junk), 403);
        aside(tender, Tender.BUYER, junk)
                .then()
                .statusCode(200)
                .header("ETag", is(tender.etag()))
                .body("standing", is("UNDECIDED"))
                .body("settingAside.who", contains("buyer-mseft"));
        refused(aside(tender, Tender.BUYER, junk), 409).body("type", is("/problems/decided-by-you"));
        aside(tender, Tender.SECOND_BUYER, junk)
                .then()
                .statusCode(200)
                .body("standing", is("SET_ASIDE"))
                .body("settingAside.reason", contains("Acme knows nothing of it", "Acme knows nothing of it"));
        refused(aside(tender, Tender.BUYER, real), 409).body("type", is("/problems/bid-stands"));

        standing(tender, real).body("standing", is("COUNTS"));
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, real, other);
        as(Tender.AUDITOR)
                .get(tender.at("history"))
                .then()
                .body("items.deed", hasItems("bid-setting-aside-begun", "bid-set-aside"));
    }

    @Test
    void letsTwoPeopleConfirmThatBidsUnderOneIdentifierAreOfTwoBidders() {
        var tender = Tender.published().appoint("evaluator-one");
        var one = Lodged.reference(tender, Lodged.body("Acme", "3"));
        var other = Lodged.reference(tender, Lodged.body("Acme", "2").replace("\"Acme\"", "\"Acme North\""));
        tender.open(database);
        confirmed(tender, Tender.BUYER, one).then().statusCode(200).body("standing", is("UNDECIDED"));
        refused(confirmed(tender, Tender.BUYER, one), 409).body("type", is("/problems/decided-by-you"));
        confirmed(tender, Tender.SECOND_BUYER, one)
                .then()
                .statusCode(200)
                .body("standing", is("COUNTS"))
                .body("confirmations.who", contains("buyer-mseft", "buyer-mseft-two"));
        standing(tender, other).body("standing", is("COUNTS"));
        refused(aside(tender, Tender.BUYER, one), 409);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, one, other);
    }

    @Test
    void bringsBackABidThatWasSetAsideUntilSomebodyMarks() {
        var tender = Tender.published().appoint("evaluator-one");
        var one = Lodged.reference(tender, Lodged.body("Acme", "3"));
        var other = Lodged.reference(tender, Lodged.body("Acme", "2"));
        var third = Lodged.reference(tender, Lodged.body("Acme", "1"));
        tender.open(database);
        for (var token : List.of(Tender.BUYER, Tender.SECOND_BUYER)) {
            aside(tender, token, other).then().statusCode(200);
            aside(tender, token, third).then().statusCode(200);
        }
        confirmed(tender, Tender.BUYER, other).then().statusCode(200).body("standing", is("SET_ASIDE"));
        confirmed(tender, Tender.SECOND_BUYER, other).then().statusCode(200).body("standing", is("COUNTS"));
        standing(tender, one).body("standing", is("COUNTS"));
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, one, other);
        refused(confirmed(tender, Tender.BUYER, third), 409).body("type", is("/problems/bids-marked"));
    }

    private static Response confirmed(Tender tender, String token, String reference) {
        return tender.step(token, "bids/" + reference + "/confirmation", "{\"reason\": \"Two companies\"}");
    }

    @Test
    void tellsIdentifiersApartByTheirHyphens() {
        var tender = Tender.published();
        var body = Lodged.body("Acme", "3");
        var one = Lodged.reference(tender, body.replaceFirst("GB-COH-\\w+", "GB-NHS-1-23"));
        Lodged.reference(tender, body.replaceFirst("GB-COH-\\w+", "GB-NHS-12-3"));
        tender.open(database);
        standing(tender, one).body("standing", is("COUNTS"));
    }

    @Test
    void takesIdentifiersThatDifferInLeadingZerosForTheSame() {
        var tender = Tender.published();
        var body = Lodged.body("Acme", "3");
        var one = Lodged.reference(tender, body.replaceFirst("GB-COH-\\w+", "GB-COH-01234567"));
        var other = Lodged.reference(tender, body.replaceFirst("GB-COH-\\w+", "GB-COH-1234567"));
        tender.open(database);
        standing(tender, one).body("standing", is("UNDECIDED"));
        standing(tender, other).body("standing", is("UNDECIDED"));
    }

    @Test
    void countsABidThatReplacesAnotherWithoutADecision() {
        var tender = Tender.published();
        var earlier = Lodged.reference(tender, Lodged.body("Acme", "3"));
        var later = receipt(Tender.MACHINE)
                .body(Lodged.body("Acme", "2"))
                .post(tender.at("bids/" + earlier + "/replacement"))
                .jsonPath()
                .getString("reference");
        tender.open(database);
        as(Tender.BUYER)
                .get(tender.at("bids"))
                .then()
                .body("items.reference", contains(later))
                .body("items.standing", contains("COUNTS"));
    }

    private static ValidatableResponse standing(Tender tender, String reference) {
        return as(Tender.BUYER).get(tender.at("bids/" + reference)).then().statusCode(200);
    }

    private static Response aside(Tender tender, String token, String reference) {
        return tender.step(token, "bids/" + reference + "/setting-aside", "{\"reason\": \"Acme knows nothing of it\"}");
    }

    @Test
    void notesWhoLodgedWhatInTheAuditTrailAtTheOpening() throws SQLException {
        var tender = Tender.published();
        var reference = Lodged.reference(tender, Lodged.body("Acme", "3"));
        tender.open(database);
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select detail from audit_entry where object = ? and deed = 'bid-lodged'")) {
            query.setString(1, "procurements/" + tender.id());
            try (var row = query.executeQuery()) {
                assertTrue(row.next());
                var detail = row.getString(1);
                assertTrue(
                        detail.contains(reference) && detail.contains("service-account-machine-buyer-mseft"), detail);
                assertFalse(row.next());
            }
        }
        as(Tender.AUDITOR).get("/api/social-value/v1/audit/verification").then().body("intact", is(true));
    }

    @Test
    void notesWhoReplacedAndWithdrewBidsAtTheOpening() {
        var tender = Tender.published();
        var replaced = Lodged.reference(tender, Lodged.body("Acme", "3"));
        receipt(Tender.BUYER)
                .body(Lodged.body("Acme", "2"))
                .post(tender.at("bids/" + replaced + "/replacement"))
                .then()
                .statusCode(201);
        var withdrawn = Lodged.reference(tender, Lodged.body("Beta", "3"));
        receipt(Tender.SECOND_BUYER)
                .post(tender.at("bids/" + withdrawn + "/withdrawal"))
                .then()
                .statusCode(200);
        tender.open(database);
        var told = history(tender);
        assertTrue(told.matches("(?s).*\"endedBy\":\"buyer-mseft\".*\"endedBy\":\"buyer-mseft-two\".*"), told);
    }

    @Test
    void tellsNoCountOfBidsByACancellationBeforeTheDeadline() {
        var tender = Tender.published();
        Lodged.reference(tender, Lodged.body("Acme", "3"));
        Lodged.reference(tender, Lodged.body("Beta", "3"));
        tender.step(Tender.BUYER, "cancellation", "{\"reason\": \"No budget\"}")
                .then()
                .statusCode(200);
        as(Tender.AUDITOR)
                .get(tender.at("history"))
                .then()
                .body("items.deed", contains("procurement-drafted", "procurement-published", "procurement-cancelled"));
    }

    @Test
    void notesAtACancellationAfterTheDeadlineWhatWasLodgedBefore() {
        var tender = Tender.published();
        var reference = Lodged.reference(tender, Lodged.body("Acme", "3"));
        assertFalse(history(tender).contains("bid-lodged"));
        tender.passDeadline(database)
                .step(Tender.BUYER, "cancellation", "{\"reason\": \"No budget\"}")
                .then()
                .statusCode(200);
        assertTrue(history(tender).contains("bid-lodged"), () -> history(tender));
        assertTrue(history(tender).contains(reference), () -> history(tender));
    }

    private static String history(Tender tender) {
        return as(Tender.AUDITOR).get(tender.at("history")).asString();
    }

    @Test
    void showsInTheHistoryThatBidsWereLodgedOnlyFromTheOpeningOn() {
        var tender = Tender.published();
        Lodged.reference(tender, Lodged.body("Acme", "3"));
        var history = tender.at("history");
        as(Tender.BUYER)
                .get(history)
                .then()
                .body("items.deed", contains("procurement-drafted", "procurement-published"));
        tender.open(database);
        as(Tender.AUDITOR)
                .get(history)
                .then()
                .body(
                        "items.deed",
                        contains(
                                "procurement-drafted",
                                "procurement-published",
                                "bids-opening-begun",
                                "bid-lodged",
                                "bids-opened"));
        refused(as(Tender.OTHER_BUYER).get(history), 404);
        refused(as(Tender.EVALUATOR_ONE).get(history), 403);
    }

    @Test
    void neverOpensTheBidsOfACancelledProcurement() {
        var tender = Tender.published();
        Lodged.reference(tender, Lodged.body("Acme", "3"));
        tender.step(Tender.BUYER, "cancellation", "{\"reason\": \"No budget\"}")
                .then()
                .statusCode(200);
        tender.passDeadline(database);
        refused(tender.step("opening"), 409);
        as(Tender.BUYER).get(tender.at("bids")).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void readsOpenedBidsPageByPage() {
        var tender = Tender.published();
        for (var i = 0; i < 5; i++) {
            Lodged.reference(tender, Lodged.body("Supplier " + i, "3"));
        }
        tender.open(database);
        var page = as(Tender.BUYER).get(tender.at("bids?limit=3"));
        page.then().body("items", hasSize(3)).body("items.lot", everyItem(is("whole")));
        as(Tender.BUYER)
                .get(tender.at("bids?limit=3&after=" + page.jsonPath().getString("next")))
                .then()
                .body("items", hasSize(2))
                .body("next", nullValue());
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
