package org.anchors.socialvalue.bid;

import static org.anchors.socialvalue.procurement.Tender.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.anchors.contracts.problem.Problem;
import org.anchors.kit.testing.Engines;
import org.anchors.socialvalue.procurement.Tender;
import org.junit.jupiter.api.Test;

/** docs/decisions/0018: that bids were lodged is told when nothing is hidden any more. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class LodgedInHistoryTest {

    @Inject
    DataSource database;

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

    private static RequestSpecification receipt(String token) {
        return as(token).header("If-Match", "\"0\"");
    }

    private static ValidatableResponse refused(Response answer, int status) {
        return answer.then().statusCode(status).contentType(Problem.MEDIA_TYPE);
    }
}
