package org.anchors.socialvalue.bid;

import static org.anchors.socialvalue.procurement.Tender.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.anchors.contracts.problem.Problem;
import org.anchors.kit.testing.Engines;
import org.anchors.socialvalue.marking.Marking;
import org.anchors.socialvalue.procurement.Tender;
import org.junit.jupiter.api.Test;

/** docs/decisions/0018: which of several bids under one bidder's identifier count. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class BidDecisionsTest {

    @Inject
    DataSource database;

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
    void tellsWhoeverLodgedABidThatItWasSetAsideAndWhy() {
        var tender = Tender.published().appoint("evaluator-one");
        var real = Lodged.reference(tender, Lodged.body("Acme", "3"));
        var junk = Lodged.reference(tender, Lodged.body("Acme", "2").replace("\"Acme\"", "\"Somebody\""));
        tender.open(database);
        aside(tender, Tender.BUYER, junk).then().statusCode(200);
        aside(tender, Tender.SECOND_BUYER, junk).then().statusCode(200);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, real);
        Marking.agree(tender, Marking.bids(Marking.agreed(real, 66, 66, 66, 66)))
                .then()
                .statusCode(200);
        tender.step("consensus").then().statusCode(200);
        tender.step("evaluation").then().statusCode(200);
        tender.step(Tender.BUYER, "award", "{\"lots\": [{\"lot\": \"whole\", \"bid\": \"%s\"}]}".formatted(real))
                .then()
                .statusCode(200);
        as(Tender.BUYER)
                .get(tender.at("summaries/" + junk))
                .then()
                .statusCode(200)
                .body("outcome", is("SET_ASIDE"))
                .body("bid.supplier", is("Somebody"))
                .body("bid.setAside", contains("Acme knows nothing of it", "Acme knows nothing of it"))
                .body("bid", not(hasKey("price")))
                .body("$", not(hasKey("winner")));
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

    /** Nobody has said anything of the other one; its price would set the scale for all. */
    @Test
    void setsABidAsideBesideOneThatWasConfirmedUntilSomebodyMarks() {
        var tender = Tender.published().appoint("evaluator-one");
        var real = Lodged.reference(tender, Lodged.body("Acme", "3"));
        var junk = Lodged.reference(tender, Lodged.body("Acme", "0.01"));
        var late = Lodged.reference(tender, Lodged.body("Acme", "0.02"));
        tender.open(database);
        for (var token : List.of(Tender.BUYER, Tender.SECOND_BUYER)) {
            confirmed(tender, token, real).then().statusCode(200);
        }
        standing(tender, junk).body("standing", is("UNDECIDED"));
        for (var token : List.of(Tender.BUYER, Tender.SECOND_BUYER)) {
            aside(tender, token, junk).then().statusCode(200);
        }
        standing(tender, junk).body("standing", is("SET_ASIDE"));
        standing(tender, late).body("standing", is("COUNTS"));
        aside(tender, Tender.BUYER, late).then().statusCode(200);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, real, late);
        refused(aside(tender, Tender.SECOND_BUYER, late), 409).body("type", is("/problems/bids-marked"));
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

    private static String history(Tender tender) {
        return as(Tender.AUDITOR).get(tender.at("history")).asString();
    }

    private static RequestSpecification receipt(String token) {
        return as(token).header("If-Match", "\"0\"");
    }

    private static ValidatableResponse refused(Response answer, int status) {
        return answer.then().statusCode(status).contentType(Problem.MEDIA_TYPE);
    }
}
