package org.anchors.socialvalue.procurement;

import static org.anchors.socialvalue.marking.Marking.agree;
import static org.anchors.socialvalue.marking.Marking.agreed;
import static org.anchors.socialvalue.marking.Marking.bids;
import static org.anchors.socialvalue.procurement.Tender.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import javax.sql.DataSource;
import org.anchors.kit.testing.Engines;
import org.anchors.socialvalue.bid.Lodged;
import org.anchors.socialvalue.evaluation.Example;
import org.anchors.socialvalue.marking.Marking;
import org.junit.jupiter.api.Test;

/** Each lot has a value of its own; which policy and gates there are follows from what all are worth together. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class LotsTest {

    @Inject
    DataSource database;

    private static String body(Example example, String lots) {
        return Tender.body(Instant.parse("2099-01-01T00:00:00Z"), example)
                .replaceFirst("\"title\"", "\"lots\": [%s], \"title\"".formatted(lots));
    }

    private static String lot(String key, String rest) {
        return "{\"key\": \"%1$s\", \"title\": \"%1$s\"%2$s}".formatted(key, rest);
    }

    private static String worth(String key, int value) {
        return lot(key, ", \"contractValue\": " + value);
    }

    private static ValidatableResponse refused(String body) {
        return Tender.drafted(body).step("publication").then().statusCode(422);
    }

    @Test
    void asksWhatEachLotIsWorthWhereSeveralShareAMethodology() {
        var example = Example.ofToday();
        refused(body(example, lot("north", "") + "," + worth("south", 1_500_000)))
                .body("faults.at", contains("/lots/0/contractValue"))
                .body("faults.rule", contains("missing"));
        refused(body(example, worth("north", 1_000_001) + "," + worth("south", 1_500_000)))
                .body("faults.at", contains("/methodology/contractValue"))
                .body("faults.rule", contains("not-the-sum-of-its-lots"));
        var own = ", \"contractValue\": 1, \"methodology\": " + example.at("/methodology");
        refused(body(example, lot("north", "") + "," + lot("south", own)))
                .body("faults.at", contains("/lots/1/contractValue"))
                .body("faults.rule", contains("said-twice"));
        Tender.published(body(example, lot("north", "")));
    }

    /** What a methodology says is not to be overlooked, nor what all lots are worth to be made up. */
    @Test
    void refusesAMethodologyThatJudgesNothingAndAWorthThatIsNotTheSum() {
        var example = Example.ofToday();
        var own = ", \"methodology\": " + example.at("/methodology");
        refused(body(example, lot("north", own))).body("faults.rule", contains("judges-nothing"));
        refused(body(Example.ofToday().with("/methodology/allLotsWithVat", "9000000"), lot("north", "")))
                .body("faults.rule", contains("not-the-sum"));
    }

    @Test
    void freezesEachLotWithItsOwnValueAndThatOfAll() {
        Tender.published(body(Example.ofToday(), worth("north", 1_000_000) + "," + worth("south", 1_500_000)))
                .read(Tender.REPORTER)
                .then()
                .body("lots.methodology.contractValue", contains(1_000_000, 1_500_000))
                .body("lots.methodology.contractValueWithVat", contains(1_200_000, 1_800_000))
                .body("lots.methodology.allLotsWithVat", everyItem(is(3_000_000)));
    }

    @Test
    void scoresALotByItsOwnValue() {
        var example = Example.ofToday()
                .with("/methodology/contractValue", "1000000")
                .with("/methodology/criteria/2/quantitative", "{\"method\": \"SHARE_OF_CONTRACT\"}");
        var tender = Tender.published(body(example, worth("north", 400_000) + "," + worth("south", 600_000)))
                .appoint("evaluator-one");
        var offer = Lodged.body("Acme", "5", "[{\"measure\": \"M1\", \"quantity\": 5, \"year\": 1}]");
        var north = Lodged.reference(tender, offer.replaceFirst("\\{", "{\"lot\": \"north\", "));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, north);
        agree(tender, bids(agreed(north, 66, 66, 66, 66))).then().statusCode(200);
        tender.step("consensus").then().statusCode(200);
        tender.step("evaluation").then().statusCode(200);
        var stored = as(Tender.BUYER).get(tender.at("evaluation/north"));
        stored.then().body("bids[0].criteria[2].working", containsString("100000 / 400000"));
        assertEquals(
                stored.asString(),
                as(Tender.BUYER)
                        .body(as(Tender.BUYER)
                                .get(tender.at("evaluation/north/request"))
                                .asString())
                        .post("/api/social-value/v1/evaluations")
                        .asString());
    }

    /** A fault of one lot keeps no other from being warned of. */
    @Test
    void warnsOfALotBesideOneWhoseTermCannotBe() {
        var endless = Example.ofToday().with("/methodology/termYears", "0").at("/methodology");
        Tender.drafted(body(Example.ofToday(), lot("north", "") + "," + lot("south", ", \"methodology\": " + endless)))
                .check()
                .body("faults.at", contains("/lots/1/methodology/termYears"))
                .body("warnings.methodology", hasItem("/methodology"));
    }

    /** Under bounds for the whole every bid for half of it would have all marks for its price. */
    @Test
    void refusesAmountsInAMethodologyThatSeveralLotsShare() {
        var bounds = Example.ofToday()
                .with("/methodology/criteria/0/formula", "\"LINEAR_FIXED_BOUNDS\"")
                .with("/methodology/criteria/0/bounds", "{\"lower\": 2000000, \"upper\": 3000000}");
        refused(body(bounds, worth("north", 1_250_000) + "," + worth("south", 1_250_000)))
                .body("faults.at", contains("/methodology/criteria/0/bounds"))
                .body("faults.rule", contains("shared-by-lots"));
        Tender.published(body(bounds, lot("north", "")));
        var worth = Example.ofToday()
                .with("/methodology/criteria/0/formula", "\"MONETISED_QUALITY\"")
                .with("/methodology/criteria/0/weight", "")
                .with("/methodology/criteria/0/qualityWorth", "1000000")
                .with("/methodology/criteria/1/weight", "90");
        refused(body(worth, worth("north", 1_250_000) + "," + worth("south", 1_250_000)))
                .body("faults.at", contains("/methodology/criteria/0/qualityWorth"));
    }

    /** From 5,000,000 GBP a year on, however it is divided. */
    @Test
    void callsForGatesByWhatAYearOfAllLotsIsWorth() {
        var example = Example.ofToday()
                .with("/methodology/contractValue", "9000000")
                .with("/methodology/gates", "[\"modern-slavery-assessment\"]");
        var alone = Tender.drafted(Tender.body(Instant.now().plusSeconds(60), example));
        alone.check()
                .body("warnings.at", hasItem("net-zero-commitment"))
                .body("warnings.at", not(hasItem("carbon-reduction-plan")));
        var own = ", \"methodology\": " + example.at("/methodology");
        Tender.drafted(body(example, lot("north", "") + "," + lot("south", own)))
                .check()
                .body(
                        "warnings.findAll { it.at == 'carbon-reduction-plan' }.methodology",
                        contains("/methodology", "/lots/1/methodology"))
                .body("warnings.at", not(hasItem("net-zero-commitment")));
    }
}
