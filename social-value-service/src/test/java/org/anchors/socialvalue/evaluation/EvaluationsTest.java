package org.anchors.socialvalue.evaluation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anchors.contracts.problem.Problem;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** api.md, "A procurement team scores bids", stateless. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class EvaluationsTest {

    static final String PATH = "/api/social-value/v1/evaluations";

    private static final String BUYER = Tokens.of("buyer-mseft", "mseft", Role.PROCUREMENT_OFFICER);

    /** Recomputed by hand: 40 + 35.04 + 6.715, and 40 × 2170 / 2320 + 47.96 + 7.5. */
    @Test
    void scoresTheExample() {
        evaluated(Example.read())
                .body("policy", is("PPN_002"))
                .body("winner", is("B"))
                .body("ranking.bid", contains("B", "A"))
                .body("ranking.rank", contains(1, 2))
                .body("ranking.tied", contains(false, false))
                .body("bids.bid", contains("A", "B"))
                .body("bids[0].criteria.key", contains("price", "technical", "social-value"))
                .body("bids[0].criteria[1].parts[0].parts[0].key", is("q1"))
                .body("bids[0].criteria[1].parts[0].parts[0].working", is("marked 66 of 100; 80 × 66 / 100 = 52.8"))
                .body("bids[0].criteria[1].parts[0].parts[1].reason", containsString("first day"))
                .body(
                        "bids[1].criteria[0].working",
                        is("100 × 2170000 / 2320000 ≈ 93.5344827586; 40 × 93.5344827586 / 100 ≈ 37.4137931034"))
                .body(
                        "bids[0].criteria[2].commitments.lines[0].working",
                        is("(6 people × 25 / 37.5 hours × 52 / 52 weeks) × 20000 = 80000"))
                .body(
                        "bids[0].criteria[2].commitments.lines[1].working",
                        is("(40 sessions × 2 hours × 12 attendees) × 15.5 = 14880"))
                .body("bids[1].criteria[2].commitments.lines[1].value", nullValue())
                .body("ineligible.bid", contains("C", "D"))
                .body("ineligible[0].reasons.at", contains("q2"))
                .body("ineligible[1].reasons.cause", contains("GATE_FAILED"))
                .body("flags", hasSize(0));
        var answer = post(Example.read()).asString();
        for (var figure : List.of("\"total\":81.76", "\"total\":92.87", "\"value\":94880.00", "\"given\":37.41")) {
            assertTrue(answer.contains(figure), () -> figure + " is not in " + answer);
        }
    }

    @Test
    void givesTheSameBytesForTheSameInputsInWhateverOrder() {
        var first = post(Example.read()).asString();
        assertEquals(first, post(Example.read()).asString());
        var bids = Example.read().at("/bids");
        var turned = Example.read()
                .with("/bids/0", bids.get(3).toString())
                .with("/bids/3", bids.get(0).toString())
                .with("/methodology/contractValue", "25e5")
                .with("/methodology/buyerType", "")
                .with("/methodology/rounding", "{\"stage\": \"FINAL_ONLY\"}")
                .with("/methodology/criteria/0/weight", "40.0")
                .with("/bids/1/price", "2320000.00")
                .with("/bids/1/marks/q1", "100.00")
                .with("/bids/1/commitments/2", bids.get(1).at("/commitments/0").toString())
                .with("/bids/1/commitments/0", "");
        assertEquals(first, post(turned).asString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/methodology/criteria/0/title | 'another title' | methodology",
                "/methodology/rounding/places | 3 | methodology",
                "/methodology/tieBreak/0 | | methodology",
                "/catalogue/measures/0/proxy | 20000.01 | catalogue",
                "/catalogue/edition | example-2 | catalogue",
                "/bids/0/marks/q1 | 67 | inputs",
                "/bids/0/commitments/0/year | 2 | inputs",
                "/bids/3/supplier | 'another' | inputs",
            })
    void anotherMeaningIsAnotherHash(String place, String value, String hash) {
        var changed = value == null ? "" : value.matches("[0-9.]+") ? value : "\"" + value + "\"";
        var before = post(Example.read()).jsonPath();
        var after = post(Example.read().with(place, changed)).jsonPath();
        for (var name : List.of("methodology", "catalogue", "inputs")) {
            if (name.equals(hash)) {
                assertNotEquals(before.getString("hashes." + name), after.getString("hashes." + name));
            } else {
                assertEquals(before.getString("hashes." + name), after.getString("hashes." + name), name);
            }
        }
    }

    /** Of posts, pro rata: six people at 25 of 37.5 hours are four. */
    @Test
    void flagsCommitmentsThatTheBidderOrThePlaceCanHardlyBear() {
        var place = "{\"name\": \"A village\", \"workingAge\": 3}";
        post(Example.read().with("/bids/0/workforce", "4").with("/methodology/place", place))
                .then()
                .statusCode(200)
                .body("flags.findAll { it.bid == 'A' }.concern", contains("COMMITMENTS_EXCEED_PLACE"))
                .body(
                        "flags[0].detail",
                        is("Commitments for year 1 are for 4 people; 3 of working age live in the place."));
        var flagged = post(Example.read().with("/bids/0/workforce", "3.9999"));
        flagged.then().body("flags.concern", contains("COMMITMENTS_EXCEED_WORKFORCE"));
        assertEquals(
                post(Example.read()).jsonPath().getList("ranking"),
                flagged.jsonPath().getList("ranking"));
    }

    @Test
    void hashesOnlyTheRowsThatAreUsed() {
        var before = post(Example.read()).jsonPath().getString("hashes.catalogue");
        var more = Example.read()
                .with("/catalogue/measures/3", "{\"code\": \"M0\", \"kind\": \"RECORD_ONLY\", \"unit\": \"hour\"}");
        assertEquals(before, post(more).jsonPath().getString("hashes.catalogue"));
    }

    @Test
    void aLoadedCatalogueGivesTheSameBytesAsItsMeasuresSentAlong() {
        var edition = "example-" + UUID.randomUUID();
        var measures = Example.read().at("/catalogue/measures").toString();
        given().auth()
                .oauth2(BUYER)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", edition)
                .body("""
                        {"edition": "%s", "source": "s", "licence": "OGL-UK-3.0", "redistributable": true, "measures": %s}""".formatted(edition, measures))
                .post("/api/social-value/v1/catalogues")
                .then()
                .statusCode(201);
        var sentAlong = post(Example.read().with("/catalogue/edition", quoted(edition)));
        var loaded = Example.read().with("/catalogue/edition", quoted(edition)).with("/catalogue/measures", "");
        assertEquals(sentAlong.asString(), post(loaded).asString());
        refused(post(Tokens.of("buyer-ecc", "ecc", Role.PROCUREMENT_OFFICER), loaded.text()), 422)
                .body("faults.rule", hasItem("unknown-catalogue"));
    }

    @Test
    void isForBuyersAndTheAnchorTeamOnly() {
        var body = Example.read().text();
        post(Tokens.of("anchor-team", "mse-icp", Role.ANCHOR_TEAM), body).then().statusCode(200);
        for (var role : List.of(Role.EVALUATOR, Role.AUDITOR, Role.PARTNER_REPORTER, Role.OPERATOR)) {
            refused(post(Tokens.of("somebody", "mseft", role), body), 403);
        }
        refused(given().contentType(ContentType.JSON).body(body).post(PATH), 401);
    }

    @Test
    void holdsSocialValueToThePolicysMinimumUnlessItIsWaived() {
        var light = Example.read()
                .with("/methodology/criteria/0/weight", "40.5")
                .with("/methodology/criteria/2/weight", "9.5");
        refused(post(light), 422)
                .body("faults.rule", contains("social-value-below-minimum"))
                .body("faults[0].mend", containsString("PPN 002 asks for at least 10"));
        light.with(
                "/methodology/waiver", "{\"reason\": \"Too small a market\", \"approver\": \"Commercial director\"}");
        evaluated(light);
    }

    /** PPN 002: a tenth of what is not the price, where an absolute method ranks the bids. */
    @Test
    void takesTheMinimumOfNonPriceMarksWhereAnAbsoluteMethodRanks() {
        var absolute = Example.read()
                .with("/methodology/criteria/0/formula", "\"VALUE_FOR_MONEY_INDEX\"")
                .with("/methodology/criteria/1/weight", "54")
                .with("/methodology/criteria/2/weight", "6");
        evaluated(absolute).body("bids[0].criteria.key", not(hasItem("price")));
        absolute.with("/methodology/criteria/1/weight", "54.1").with("/methodology/criteria/2/weight", "5.9");
        refused(post(absolute), 422).body("faults.rule", contains("social-value-below-minimum"));
    }

    @Test
    void takesGradesOfAScaleByNumberOrByName() {
        var scale = """
                {"name": "good or not", "grades": [
                  {"grade": "good", "mark": 100}, {"grade": "fair", "mark": 50}, {"grade": 0, "mark": 0}]}""";
        var graded = Example.read().with("/methodology/scale", scale);
        for (var bid = 0; bid < 3; bid++) {
            graded.with(
                    "/bids/" + bid + "/marks", "{\"q1\": \"good\", \"q2\": \"fair\", \"account\": 0.0, \"sv1\": 0}");
        }
        evaluated(graded)
                .body(
                        "bids[0].criteria[1].parts[0].parts[1].working",
                        is("marked fair, which is 50 of 100; 20 × 50 / 100 = 10"))
                .body("bids[0].criteria[1].parts[0].parts[1].assessedBy", containsString("good or not"));
    }

    @Test
    void hasNoWinnerWhereNoBidIsEligible() {
        var none = Example.read();
        for (var bid = 0; bid < 4; bid++) {
            none.with("/bids/" + bid + "/gates/carbon-reduction-plan", "false");
        }
        evaluated(none).body("winner", nullValue()).body("ranking", hasSize(0)).body("ineligible", hasSize(4));
    }

    /** As large as a stored evaluation is, in which each mark has its reason. */
    @Test
    void scoresFiveHundredBidsOnTwoHundredQuestionsWithAReasonForEachMark() {
        var questions = each(200, i -> "{\"key\": \"question-%d\", \"weight\": 0.5}".formatted(i), "[", "]");
        var marks = each(200, i -> "\"question-%d\": %d".formatted(i, i % 101), "{", "}");
        var reason = "The answer says who does what by when. ".repeat(5) + "Fine.";
        var reasons = each(200, i -> "\"question-%d\": \"%s\"".formatted(i, reason), "{", "}");
        var commitments = each(
                40,
                i -> "{\"measure\": \"M1\", \"quantity\": %d, \"year\": 1, \"beneficiary\": \"b%d\"}"
                        .formatted(i % 2, i),
                "[",
                "]");
        var bids = each(500, i -> """
                        {"key": "bid-%d", "price": %d, "gates": {"carbon-reduction-plan": true}, "marks": %s, "reasons": %s,
                         "commitments": %s}""".formatted(i, 1_000_000 + i, marks, reasons, commitments), "[", "]");
        var large = Example.read()
                .with("/methodology/criteria/1/parts", questions)
                .with("/methodology/criteria/2/parts", "")
                .with("/methodology/criteria/2/method", "\"QUANTITATIVE\"")
                .with("/methodology/criteria/2/quantitativeShare", "")
                .with("/bids", bids);
        var answer = post(large);
        assertEquals(
                200,
                answer.statusCode(),
                () -> answer.asString().lines().limit(20).toList().toString());
        System.out.printf(
                "500 bids, 200 questions: %,d bytes in, %,d out, %d ms.%n",
                large.text().length(), answer.asString().length(), answer.time());
        answer.then().body("ranking", hasSize(500)).body("winner", is("bid-0"));
    }

    private static String each(int many, IntFunction<String> one, String before, String behind) {
        return IntStream.range(0, many).mapToObj(one).collect(Collectors.joining(",", before, behind));
    }

    private static ValidatableResponse evaluated(Example example) {
        var answer = post(example);
        assertEquals(200, answer.statusCode(), answer::asString);
        return answer.then();
    }

    static Response post(Example example) {
        return post(BUYER, example.text());
    }

    static Response post(String token, String body) {
        return post(token, body, PATH);
    }

    static Response post(String token, String body, String path) {
        return given().contentType(ContentType.JSON)
                .auth()
                .oauth2(token)
                .body(body)
                .post(path);
    }

    static ValidatableResponse refused(Response answer, int status) {
        return answer.then().statusCode(status).contentType(Problem.MEDIA_TYPE).body("status", is(status));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
