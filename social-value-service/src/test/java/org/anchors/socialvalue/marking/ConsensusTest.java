package org.anchors.socialvalue.marking;

import static org.anchors.socialvalue.marking.Marking.agree;
import static org.anchors.socialvalue.marking.Marking.agreed;
import static org.anchors.socialvalue.marking.Marking.bid;
import static org.anchors.socialvalue.marking.Marking.bids;
import static org.anchors.socialvalue.procurement.Tender.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
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
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.anchors.contracts.problem.Problem;
import org.anchors.kit.testing.Engines;
import org.anchors.socialvalue.bid.Lodged;
import org.anchors.socialvalue.evaluation.Example;
import org.anchors.socialvalue.procurement.Tender;
import org.junit.jupiter.api.Test;

/** scoring.md, "Evaluators": when all marks are in, all agree; prices come last. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class ConsensusTest {

    private static final String PRICE = "7654321.98";

    @Inject
    DataSource database;

    /** Whatever is stored can be posted to /evaluations, whose bodies have an end. */
    @Test
    void reasonsThatNoEvaluationHasRoomForAreRefusedWhileTheyCanBeShortened() {
        var tender = Tender.published().appoint("evaluator-one");
        var acme = Lodged.reference(tender, Lodged.body("Acme", PRICE));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, acme);
        var agreement = bids(agreed(acme, 66, 66, 66, 66));
        agree(tender, agreement).then().statusCode(200);
        tender.change(database, """
                insert into consensus (procurement, bid, marks, gates, who, at, number)
                select procurement, bid, jsonb_set(marks, '{q1,reason}', to_jsonb(repeat('y', 30000000))), gates, who, at, 2
                from consensus where procurement = ?""");
        refused(tender.step("consensus"), 409)
                .body("type", is("/problems/reasons-too-long"))
                .body("detail", containsString("whole"));
        agree(tender, agreement).then().statusCode(200);
        tender.step("consensus").then().statusCode(200);
    }

    /** Nobody could shorten these any more. */
    @Test
    void whateverBiddersWroteTheirBidsCanBeEvaluated() {
        var tender = Tender.published().appoint("evaluator-one");
        var acme = Lodged.reference(
                tender,
                Lodged.body(
                        "Acme",
                        PRICE,
                        "[{\"measure\": \"M1\", \"quantity\": 8, \"year\": 1}, {\"measure\": \"M1\", \"quantity\": 8, \"year\": 2}]"));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, acme);
        agree(tender, bids(agreed(acme, 66, 66, 66, 66))).then().statusCode(200);
        tender.change(database, """
                update bid set commitments = jsonb_set(jsonb_set(
                  commitments, '{0,text}', to_jsonb(repeat('y', 15500000))), '{1,text}', to_jsonb(repeat('y', 15500000)))
                where procurement = ?""");
        tender.step("consensus").then().statusCode(200).body("state", is("MARKED"));
    }

    /** docs/decisions/0032: five million bytes make two pages, of marks as of what was agreed on. */
    @Test
    void longReasonsMakePagesShorter() {
        var tender = Tender.published().appoint("evaluator-one");
        var bids = new String[] {
            Lodged.reference(tender, Lodged.body("Acme", PRICE)), Lodged.reference(tender, Lodged.body("Beta", "1"))
        };
        Arrays.sort(bids);
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, bids);
        agree(tender, bids(agreed(bids[0], 66, 66, 66, 66), agreed(bids[1], 66, 66, 66, 66)))
                .then()
                .statusCode(200);
        for (var table : List.of("consensus", "mark_sheet")) {
            tender.change(
                    database,
                    "update %s set marks = jsonb_set(marks, '{q1,reason}', to_jsonb(repeat('y', 2500000))) where procurement = ?"
                            .formatted(table));
        }
        for (var list : List.of("consensus", "marks")) {
            var first = as(Tender.BUYER).get(tender.at(list));
            first.then().body("items.bid", contains(bids[0]));
            as(Tender.BUYER)
                    .get(tender.at(list + "?after=" + first.path("next")))
                    .then()
                    .body("items.bid", contains(bids[1]))
                    .body("next", nullValue());
        }
    }

    @Test
    void waitsForNobodyWhereThereIsNothingToMark() {
        var example = Example.ofToday().with("/methodology/criteria", """
                [{"key": "price", "kind": "PRICE", "weight": 90, "formula": "LOWEST_PRICE_RELATIVE"},
                 {"key": "sv", "kind": "SOCIAL_VALUE", "weight": 10, "method": "QUANTITATIVE",
                  "quantitative": {"method": "RELATIVE_TO_HIGHEST"}}]""");
        var tender = Tender.published(Tender.body(Instant.now().plusSeconds(600), example));
        var acme = Lodged.reference(
                tender, Lodged.body("Acme", PRICE).replaceFirst("\"answers\": \\{[^}]*}", "\"answers\": {}"));
        tender.open(database);
        refused(tender.step("consensus"), 422).body("type", is("/problems/marks-missing"));
        agree(
                        tender,
                        bids("{\"bid\": \"%s\", \"gates\": {\"carbon-reduction-plan\": {\"passed\": true}}}"
                                .formatted(acme)))
                .then()
                .statusCode(200);
        tender.step("consensus").then().statusCode(200);
        tender.step("evaluation").then().statusCode(200).body("lots[0].winner", is(acme));
    }

    @Test
    void agreesWhenAllMarksAreInOrAnEvaluatorIsReleasedWithAReason() {
        var tender = Tender.published().appoint("evaluator-one", "evaluator-two");
        var acme = Lodged.reference(tender, Lodged.body("Acme", PRICE));
        tender.open(database);
        var consensus = bids(agreed(acme, 66, 66, 66, 66));
        refused(agree(tender, consensus), 409).body("type", is("/problems/marks-awaited"));
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, acme);
        refused(agree(tender, consensus), 409);
        refused(tender.step(Tender.BUYER, "evaluators/evaluator-two/release", "{\"reason\": \" \"}"), 422);
        refused(tender.step(Tender.BUYER, "evaluators/evaluator-one/release", "{\"reason\": \"Ill\"}"), 409);
        tender.step(Tender.BUYER, "evaluators/evaluator-two/release", "{\"reason\": \"Ill\"}")
                .then()
                .statusCode(200)
                .body("evaluators[1].release.reason", is("Ill"))
                .body("evaluators[1].release.by", is("buyer-mseft"));
        refused(as(Tender.EVALUATOR_TWO).get(tender.at("marks")), 404);
        agree(tender, consensus).then().statusCode(200);
        as(Tender.EVALUATOR_ONE)
                .get(tender.at("consensus"))
                .then()
                .body("items.bid", contains(acme))
                .body("items[0].gates.carbon-reduction-plan.passed", is(true));
    }

    @Test
    void showsPricesOnlyWhenMarksAndGatesAreFinal() {
        var tender = Tender.published().appoint("evaluator-one");
        var acme = Lodged.reference(tender, Lodged.body("Acme", PRICE));
        var beta = Lodged.reference(tender, Lodged.body("Beta", "1"));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, acme, beta);
        agree(tender, bids(agreed(acme, 66, 66, 66, 66))).then().statusCode(200);
        noPriceOf(acme, tender);
        refused(tender.step("consensus"), 422)
                .body(
                        "faults.at",
                        contains(
                                beta + ": gate carbon-reduction-plan",
                                beta + ": q1",
                                beta + ": q2",
                                beta + ": account",
                                beta + ": sv1"));
        noPriceOf(acme, tender);
        refused(agree(tender, """
                                {"bids": [{"bid": "%s", "gates": {"carbon-reduction-plan": {"passed": false}, "x": {"passed": true}}}]}""".formatted(beta)), 422)
                .body("faults.at", containsInAnyOrder("/bids/0/gates/carbon-reduction-plan/reason", "/bids/0/gates/x"));
        agree(tender, """
                {"bids": [{"bid": "%s", "gates": {"carbon-reduction-plan": {"passed": false, "reason": "No plan"}}}]}""".formatted(beta)).then().statusCode(200);
        refused(tender.step("evaluation"), 409);
        tender.step("consensus").then().statusCode(200).body("state", is("MARKED"));
        for (var token : List.of(Tender.BUYER, Tender.EVALUATOR_ONE, Tender.AUDITOR)) {
            assertTrue(as(token).get(tender.at("bids/" + acme)).asString().contains(PRICE));
        }
        refused(agree(tender, bids(agreed(acme, 1, 1, 1, 1))), 409);
    }

    private static void noPriceOf(String bid, Tender tender) {
        for (var token : List.of(Tender.BUYER, Tender.EVALUATOR_ONE, Tender.AUDITOR)) {
            as(token).get(tender.at("bids/" + bid)).then().statusCode(200).body("price", nullValue());
            as(token).get(tender.at("bids")).then().body(not(containsString(PRICE)));
        }
    }

    /**
     * Once prices are known nobody may mend a mark, so what cannot be scored is refused before: under a methodology that would not be
     * published any more.
     */
    @Test
    void keepsPricesSealedWhereTheBidsCouldNotBeScored() {
        var perPoint = Example.ofToday()
                .with("/methodology/criteria/0/formula", "\"PRICE_PER_QUALITY_POINT\"")
                .with("/methodology/criteria/0/weight", "")
                .with("/methodology/criteria/1/weight", "90")
                .with("/methodology/criteria/1/parts/0/parts/1/passMark", "90")
                .with("/methodology/rounding", "{\"stage\": \"EVERY_STAGE\", \"places\": 0}");
        var tender = Tender.published(Tender.body(Instant.now().plusSeconds(600), perPoint))
                .appoint("evaluator-one");
        tender.change(database, """
                insert into procurement_lot (procurement, lot, title, methodology, methodology_hash)
                select procurement, 'older', title, replace(methodology, '"passMark":90', '"passMark":1'), methodology_hash
                from procurement_lot where procurement = ?""");
        var acme = Lodged.reference(tender, Lodged.body("Acme", PRICE).replaceFirst("\\{", "{\"lot\": \"older\", "));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 0, acme);
        agree(tender, bids(agreed(acme, 0, 1, 0, 0))).then().statusCode(200);
        refused(tender.step("consensus"), 422)
                .body("faults.rule", contains("quality-of-zero"))
                .body("faults.given", contains(acme))
                .body(not(containsString(PRICE)));
        noPriceOf(acme, tender);
        agree(tender, bids(agreed(acme, 66, 1, 0, 0))).then().statusCode(200);
        tender.step("consensus").then().statusCode(200);
    }

    @Test
    void keepsWhatWasAgreedOnBeforeWithWhoRecordedIt() throws SQLException {
        var tender = Tender.published().appoint("evaluator-one");
        var acme = Lodged.reference(tender, Lodged.body("Acme", PRICE));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, acme);
        agree(tender, bids(agreed(acme, 66, 66, 66, 66))).then().statusCode(200);
        agree(tender, bids(agreed(acme, 33, 66, 66, 66))).then().statusCode(200);
        as(Tender.BUYER)
                .get(tender.at("consensus"))
                .then()
                .body("items", hasSize(1))
                .body("items[0].marks.q1.mark", is(33));
        assertEquals(
                List.of("66 buyer-mseft", "33 buyer-mseft"),
                texts(
                        "select marks -> 'q1' ->> 'mark' || ' ' || who from consensus where bid = ? order by number",
                        acme));
        assertEquals(
                2,
                Set.copyOf(texts(
                                "select detail::jsonb ->> 'hash' from audit_entry where deed = 'consensus-recorded' and object = ?",
                                "procurements/" + tender.id()))
                        .size());
    }

    private List<String> texts(String sql, String parameter) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, parameter);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }

    private static ValidatableResponse refused(Response answer, int status) {
        return answer.then().statusCode(status).contentType(Problem.MEDIA_TYPE);
    }
}
