package org.anchors.socialvalue.review;

import static org.anchors.socialvalue.marking.Marking.agree;
import static org.anchors.socialvalue.marking.Marking.agreed;
import static org.anchors.socialvalue.marking.Marking.bids;
import static org.anchors.socialvalue.procurement.Tender.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.anchors.kit.platform.Sha256;
import org.anchors.kit.testing.Engines;
import org.anchors.socialvalue.bid.Lodged;
import org.anchors.socialvalue.bundle.VerifyEvaluation;
import org.anchors.socialvalue.delivery.Contracted;
import org.anchors.socialvalue.evaluation.Example;
import org.anchors.socialvalue.marking.Marking;
import org.anchors.socialvalue.procurement.Tender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be asked of a stored evaluation. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class ReviewTest {

    private static final String FOR_POSTS = """
            [{"measure": "M1", "quantity": 1, "year": 1, "beneficiary": "post 17"},
             {"measure": "M1", "quantity": 1, "year": 2, "beneficiary": "post 18"}]""";

    @Inject
    DataSource database;

    private Tender evaluated(String commitments) {
        var tender = marked(commitments);
        tender.step("evaluation").then().statusCode(200);
        return tender;
    }

    private Tender marked(String commitments) {
        var tender = Tender.published().appoint("evaluator-one", "evaluator-two");
        var acme = Lodged.reference(tender, Lodged.body("Acme", "2170000", commitments));
        var beta = Lodged.reference(tender, Lodged.body("Beta", "2320000"));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, acme, beta);
        Marking.all(tender, Tender.EVALUATOR_TWO, 50, acme, beta);
        agree(tender, bids(agreed(acme, 66, 100, 66, 75), agreed(beta, 100, 66, 100, 50)))
                .then()
                .statusCode(200);
        tender.step("consensus").then().statusCode(200);
        return tender;
    }

    @Test
    void aStoredEvaluationIsKeptAsABundleThatVerifies(@TempDir Path directory) throws IOException {
        var tender = evaluated("[{\"measure\": \"M1\", \"quantity\": 8, \"year\": 1}]");
        var bundle = as(Tender.BUYER).accept("*/*").get(tender.at("evaluation/whole/bundle"));
        assertEquals(200, bundle.statusCode(), bundle::asString);
        var file = directory.resolve("evaluation.zip");
        Files.write(file, bundle.asByteArray());
        var out = new ByteArrayOutputStream();
        var hash = Sha256.of(bundle.asByteArray());
        assertEquals(
                0,
                VerifyEvaluation.verify(
                        List.of(file.toString(), hash), new PrintStream(out, true, StandardCharsets.UTF_8)),
                out::toString);
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("buyer        mseft"), out::toString);
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("evaluatedBy  buyer-mseft"), out::toString);
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("passingOn    free"), out::toString);
        assertEquals("\"" + hash + "\"", bundle.header("ETag"));
    }

    @Test
    void aBundleSaysThatItsFiguresMayNotBePassedOn() {
        var example = Example.ofToday().with("/catalogue/measures/0/redistributable", "false");
        var tender = Tender.published(Tender.body(Instant.now().plusSeconds(600), example))
                .appoint("evaluator-one");
        var acme = Lodged.reference(
                tender, Lodged.body("Acme", "5", "[{\"measure\": \"M1\", \"quantity\": 8, \"year\": 1}]"));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, acme);
        agree(tender, bids(agreed(acme, 66, 66, 66, 66))).then().statusCode(200);
        tender.step("consensus").then().statusCode(200);
        tender.step("evaluation").then().statusCode(200);
        var bundle = as(Tender.BUYER).accept("*/*").get(tender.at("evaluation/whole/bundle"));
        assertTrue(
                new String(bundle.asByteArray(), StandardCharsets.UTF_8).contains("\"passingOn\":\"not allowed"),
                bundle::asString);
    }

    @Test
    void tellsHowRobustAStoredEvaluationIsAndHowFarItsEvaluatorsAgree() {
        var tender = evaluated("[{\"measure\": \"M1\", \"quantity\": 8, \"year\": 1}]");
        var evaluation = as(Tender.BUYER).get(tender.at("evaluation/whole"));
        var robustness = as(Tender.BUYER).get(tender.at("evaluation/whole/robustness"));
        robustness
                .then()
                .statusCode(200)
                .body("ranking.winner", is((Object) evaluation.path("winner")))
                .body("ranking.weightings.bids", hasSize(2))
                .body("evaluators.agreement.marks", is(16))
                .body("evaluators.withoutEvaluators.evaluator", contains("evaluator-one", "evaluator-two"));
        assertEquals((Object) evaluation.path("hashes"), robustness.path("hashes"));
    }

    /** Whatever later happens to what it was made from, and whichever later version is asked. */
    @Test
    void whatWasSignedOffStaysTheSameBytes() {
        var tender = evaluated("[{\"measure\": \"M1\", \"quantity\": 8, \"year\": 1}]");
        var place = tender.at("evaluation/whole/bundle");
        var signed = as(Tender.BUYER).accept("*/*").get(place).asByteArray();
        tender.change(database, "update bid set supplier = 'Somebody else' where procurement = ?");
        tender.change(database, "update procurement set reference = 'Another' where id = ?");
        assertArrayEquals(signed, as(Tender.AUDITOR).accept("*/*").get(place).asByteArray());
    }

    @Test
    void findsOutHowRobustAnEvaluationIsWithItAndOnce() throws SQLException {
        var tender = evaluated("[]");
        var place = tender.at("evaluation/whole/robustness");
        tender.change(database, "update lot_robustness set report = '{\"kept\": true}' where procurement = ?");
        as(Tender.BUYER).get(place).then().body("kept", is(true));
        tender.change(database, "delete from lot_robustness where procurement = ?");
        as(Tender.AUDITOR).get(place).then().statusCode(200);
        assertEquals(0, kept(tender), "Whoever reads writes nothing");
    }

    /** Of what is sent along, so much would not be tried. */
    @Test
    void findsOutHowRobustTheLargestEvaluationsAreWithThemToo() throws SQLException {
        var tender = marked("[]");
        tender.change(database, """
                insert into consensus (procurement, bid, marks, gates, who, at, number)
                select procurement, bid, jsonb_set(marks, '{q1,reason}', to_jsonb(repeat('y', 17000000))), gates, who, at, 2
                from (select * from consensus where procurement = ? order by bid limit 1) as first""");
        tender.step("evaluation").then().statusCode(200);
        assertEquals(1, kept(tender));
    }

    private int kept(Tender tender) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select 1 from lot_robustness where procurement = ?")) {
            query.setObject(1, UUID.fromString(tender.id()));
            return query.executeQuery().next() ? 1 : 0;
        }
    }

    /** The others went on without them. */
    @Test
    void leavesMarksOutThatWereNeverHandedIn() {
        var tender = Tender.published().appoint("evaluator-one", "evaluator-two");
        var acme = Lodged.reference(tender, Lodged.body("Acme", "2170000"));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, acme);
        Marking.give(tender, Tender.EVALUATOR_TWO, bids(Marking.bid(acme, 0, 0, 0, 0)))
                .then()
                .statusCode(200);
        tender.step(Tender.BUYER, "evaluators/evaluator-two/release", "{\"reason\": \"On leave\"}")
                .then()
                .statusCode(200);
        agree(tender, bids(agreed(acme, 66, 66, 66, 66))).then().statusCode(200);
        tender.step("consensus").then().statusCode(200);
        tender.step("evaluation").then().statusCode(200);
        as(Tender.BUYER)
                .get(tender.at("evaluation/whole/robustness"))
                .then()
                .statusCode(200)
                .body("evaluators.withoutEvaluators.evaluator", not(hasItem("evaluator-two")))
                .body("evaluators.agreement.marks", not(is(8)));
    }

    @Test
    void aCommitmentThatAnotherContractHoldsAlreadyIsFlagged() {
        var contract = Contracted.worth("1000000", FOR_POSTS.replace("post 18", "post 99"), database);
        var tender = evaluated(FOR_POSTS);
        as(Tender.BUYER)
                .get(tender.at("evaluation/whole/concerns"))
                .then()
                .statusCode(200)
                .body(
                        "claimedInAnotherContract.findAll { it.contract == '%s' }.commitment".formatted(contract.key()),
                        contains(0))
                .body("claimedInAnotherContract.beneficiary.unique()", contains("post 17"));
        as(Tender.BUYER)
                .get(evaluated("[{\"measure\": \"M1\", \"quantity\": 1, \"year\": 1}]")
                        .at("evaluation/whole/concerns"))
                .then()
                .body("claimedInAnotherContract", empty());
    }

    /** Once both contracts are signed nothing can be clarified any more. */
    @Test
    void aCommitmentThatIsPromisedForAnotherLotIsFlaggedBeforeThereIsAContract() {
        var promised = "[{\"measure\": \"M1\", \"quantity\": 1, \"year\": 1, \"beneficiary\": \"post %s\"}]"
                .formatted(UUID.randomUUID());
        var tender = Tender.published(Tender.body(Instant.now().plusSeconds(600), Example.ofToday())
                        .replaceFirst("\"title\"", """
                                "lots": [{"key": "north", "title": "North", "contractValue": 1000000},
                                         {"key": "south", "title": "South", "contractValue": 1500000}], "title\""""))
                .appoint("evaluator-one");
        var north = lodged(tender, "north", promised);
        var south = lodged(tender, "south", promised);
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, north, south);
        agree(tender, bids(agreed(north, 66, 66, 66, 66), agreed(south, 66, 66, 66, 66)))
                .then()
                .statusCode(200);
        tender.step("consensus").then().statusCode(200);
        tender.step("evaluation").then().statusCode(200);
        promisedIn(tender, "north").body("bid", contains(south)).body("lot", contains("south"));
        promisedIn(tender, "south").body("bid", contains(north)).body("procurement", contains(tender.id()));
        tender.step(Tender.BUYER, "award", """
                        {"lots": [{"lot": "north", "bid": "%s"}, {"lot": "south", "reason": "Too dear"}]}""".formatted(north)).then().statusCode(200);
        promisedIn(tender, "north").body("", empty());
        promisedIn(tender, "south").body("bid", contains(north));
    }

    private String lodged(Tender tender, String lot, String commitments) {
        return Lodged.reference(
                tender, Lodged.body("Acme", "1000000", commitments).replaceFirst("\\{", "{\"lot\": \"" + lot + "\", "));
    }

    private static ValidatableResponse promisedIn(Tender tender, String lot) {
        return as(Tender.BUYER)
                .get(tender.at("evaluation/" + lot + "/concerns"))
                .then()
                .statusCode(200)
                .rootPath("claimedInAnotherContract.promised");
    }

    @Test
    void aCommitmentThatAnAwardOfTheBuyerHoldsIsFlaggedDuringItsStandstill() {
        var promised = "[{\"measure\": \"M1\", \"quantity\": 1, \"year\": 1, \"beneficiary\": \"post %s\"}]"
                .formatted(UUID.randomUUID());
        var decided = Contracted.decided("1000000", promised, database);
        promisedIn(evaluated(promised), "whole").body("procurement", contains(decided.id()));
        decided.change(database, "update procurement set buyer = 'ecc' where id = ?");
        promisedIn(evaluated(promised), "whole").body("", empty());
    }

    /** One buyer learns nothing of another's contract but that it holds one of the bid's commitments. */
    @Test
    void aCommitmentThatAnotherBuyersContractHoldsIsFlaggedWithoutNamingIt() {
        var post = "post " + UUID.randomUUID();
        var promised = "[{\"measure\": \"M1\", \"quantity\": 1, \"year\": 1, \"beneficiary\": \"%s\"}]";
        var contract = Contracted.worth(
                "1000000",
                promised.formatted("  " + post.toUpperCase(Locale.ROOT).replace(" ", "   ")),
                database);
        contract.tender().change(database, "update contract set buyer = 'ecc' where procurement = ?");
        var concerns = as(Tender.BUYER).get(evaluated(promised.formatted(post)).at("evaluation/whole/concerns"));
        concerns.then()
                .statusCode(200)
                .body("claimedInAnotherContract.collect { it.keySet() }", contains(Set.of("bid")));
        assertFalse(concerns.asString().contains(post), concerns.asString());
        assertFalse(concerns.asString().contains(contract.key()), concerns.asString());
        assertFalse(concerns.asString().contains("ecc"), concerns.asString());
        contract.tender().change(database, "update contract set buyer = 'mseft' where procurement = ?");
        as(Tender.BUYER)
                .get(evaluated(promised.formatted(post)).at("evaluation/whole/concerns"))
                .then()
                .body("claimedInAnotherContract.contract", contains(contract.key()));
    }

    @Test
    void anotherSupplierMayPromiseTheSame() {
        var post = "post " + UUID.randomUUID();
        var promised = "[{\"measure\": \"M1\", \"quantity\": 1, \"year\": 1, \"beneficiary\": \"%s\"}]".formatted(post);
        var contract = Contracted.worth("1000000", promised, database);
        contract.tender().change(database, "update contract set supplier_id = 'GB-COH-1' where procurement = ?");
        as(Tender.BUYER)
                .get(evaluated(promised).at("evaluation/whole/concerns"))
                .then()
                .body("claimedInAnotherContract", empty());
    }

    /** What a bidder says of its workforce lies in its envelope, and is flagged as in a bid that is sent along. */
    @Test
    void commitmentsBeyondTheWorkforceOfABidderAreFlagged() {
        var tender = Tender.published().appoint("evaluator-one");
        var acme = Lodged.reference(
                tender,
                Lodged.body("Acme", "2170000", "[{\"measure\": \"M1\", \"quantity\": 8, \"year\": 1}]")
                        .replaceFirst("\\{", "{\"workforce\": 7.5, "));
        tender.open(database);
        as(Tender.BUYER).get(tender.at("bids/" + acme)).then().body("workforce", is(7.5f));
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, acme);
        agree(tender, bids(agreed(acme, 66, 100, 66, 75))).then().statusCode(200);
        tender.step("consensus").then().statusCode(200);
        tender.step("evaluation").then().statusCode(200);
        var stored = as(Tender.BUYER).get(tender.at("evaluation/whole"));
        stored.then().body("winner", is(acme)).body("flags.concern", contains("COMMITMENTS_EXCEED_WORKFORCE"));
        var request =
                as(Tender.BUYER).get(tender.at("evaluation/whole/request")).asString();
        assertEquals(
                stored.asString(),
                as(Tender.BUYER)
                        .body(request)
                        .post("/api/social-value/v1/evaluations")
                        .asString());
    }

    @Test
    void nobodyElseAsks() {
        var tender = evaluated("[]");
        for (var below : List.of("bundle", "robustness", "concerns")) {
            var place = tender.at("evaluation/whole/" + below);
            as(Tender.OTHER_BUYER).accept("*/*").get(place).then().statusCode(404);
            as(Tender.EVALUATOR_ONE).accept("*/*").get(place).then().statusCode(403);
            as(Tender.AUDITOR).accept("*/*").get(place).then().statusCode(200);
            as(Tender.BUYER)
                    .accept("*/*")
                    .get(tender.at("evaluation/none/" + below))
                    .then()
                    .statusCode(404);
        }
    }
}
