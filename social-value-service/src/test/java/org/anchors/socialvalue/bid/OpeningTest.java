package org.anchors.socialvalue.bid;

import static org.anchors.socialvalue.procurement.Tender.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.anchors.contracts.problem.Problem;
import org.anchors.kit.testing.Engines;
import org.anchors.socialvalue.procurement.Tender;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** docs/decisions/0018: bids are opened by two people after the deadline, without their prices. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class OpeningTest {

    @Inject
    DataSource database;

    @Test
    void isOpenedByTwoPeopleAfterTheDeadline() {
        var tender = Tender.published();
        Lodged.reference(tender, Lodged.body("Acme", "2170000.50", Lodged.COMMITMENTS));
        refused(tender.step("opening"), 409).body("type", is("/problems/deadline-not-passed"));
        tender.passDeadline(database);
        refused(tender.step(Tender.MACHINE, "opening", ""), 403).body("type", is("/problems/person-needed"));
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

    /** docs/decisions/0032: no request holds more bids at once than a few megabytes; together these take more. */
    @Test
    void opensAndShowsLargeBidsAFewAtATime() {
        var tender = Tender.published();
        var answer = "\u20ac".repeat(20_000);
        var lodged = new TreeSet<String>();
        for (var i = 0; i < 20; i++) {
            lodged.add(Lodged.reference(
                    tender,
                    Lodged.body("Supplier " + i, "3").replaceFirst("\"answers\": \\{[^}]*}", """
                                    "answers": {"q1": "%1$s", "q2": "%1$s", "account": "%1$s", "sv1": "%1$s"}""".formatted(answer))));
        }
        tender.open(database);
        var read = new ArrayList<String>();
        @Nullable String after = "";
        while (after != null) {
            var page = as(Tender.BUYER).get(tender.at("bids?limit=200" + after));
            page.then().statusCode(200).body("items.answers.sv1", everyItem(is(answer)));
            assertTrue(page.asByteArray().length < 4_500_000, "A page is bounded by bytes");
            read.addAll(page.jsonPath().getList("items.reference"));
            String next = page.path("next");
            after = next == null ? null : "&after=" + next;
        }
        assertEquals(List.copyOf(lodged), read);
    }

    private static ValidatableResponse refused(Response answer, int status) {
        return answer.then().statusCode(status).contentType(Problem.MEDIA_TYPE);
    }
}
