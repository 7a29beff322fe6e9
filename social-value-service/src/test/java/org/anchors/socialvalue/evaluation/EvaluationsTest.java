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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anchors.contracts.problem.Problem;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** api.md, "A procurement team scores bids", stateless. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class EvaluationsTest {

    private static final String PATH = "/api/social-value/v1/evaluations";
    private static final String BUYER = Tokens.of("buyer-mseft", "mseft", Role.PROCUREMENT_OFFICER);
    private static final long WELL_UNDER_A_SECOND = 700;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/methodology/regime | | /methodology/regime | missing",
                "/methodology/regime | \"OLD\" | /methodology/regime | unknown-value",
                "/methodology/noticeDate | \"15 Jan\" | /methodology/noticeDate | not-a-date",
                "/methodology/contractValue | 0 | /methodology/contractValue | not-above-zero",
                "/methodology/contractValue | 1.001 | /methodology/contractValue | more-than-two-places",
                "/methodology/contractValue | 1e10000000 | /methodology/contractValue | number-beyond-limits",
                "/methodology/contractValueWithVat | 1 | /methodology/contractValueWithVat | below-value-without-vat",
                "/methodology/termYears | 0 | /methodology/termYears | out-of-range",
                "/methodology/termYears | 1 | /bids/0/commitments/1/year | not-in-the-term",
                "/methodology/framework | true | - | -",
                "/methodology/place | {\"name\": \"Essex\"} | /methodology/place/workingAge | missing",
                "/methodology/place | {\"name\": \"Essex\", \"workingAge\": 0} | /methodology/place/workingAge | out-of-range",
                "/methodology/rounding | | /methodology/rounding | missing",
                "/methodology/rounding/stage | | /methodology/rounding/stage | missing",
                "/methodology/rounding/places | 11 | /methodology/rounding/places | out-of-range",
                "/methodology/gates/1 | \"carbon-reduction-plan\" | /methodology/gates/1 | repeated",
                "/methodology/gates/1 | \"modern-slavery-assessment\" | /bids/2/gates/modern-slavery-assessment | missing",
                "/methodology/tieBreak/2 | \"LOWEST_PRICE\" | /methodology/tieBreak/2 | repeated",
                "/methodology/tieBreak/2 | \"EARLIEST_BID\" | - | -",
                "/methodology/policy | \"PPN_06_20\" | /methodology/policy | policy-not-in-force",
                "/methodology/policy | \"PPN_002\" | - | -",
                "/methodology/criteria/0/weight | 41 | /methodology/criteria | weights-not-100",
                "/methodology/criteria/0/weight | 40.0001 | /methodology/criteria | weights-not-100",
                "/methodology/criteria/0/weight | -1 | /methodology/criteria/0/weight | weight-out-of-range",
                "/methodology/criteria/0/weight | | /methodology/criteria/0/weight | missing",
                "/methodology/criteria/0/formula | | /methodology/criteria/0/formula | missing",
                "/methodology/criteria/0/formula | \"LINEAR_FIXED_BOUNDS\" | /methodology/criteria/0/bounds | missing",
                "/methodology/criteria/0/formula | \"MONETISED_QUALITY\" | /methodology/criteria/0/qualityWorth | missing",
                "/methodology/criteria/0/formula | \"PRICE_PER_QUALITY_POINT\" | /methodology/criteria/0/weight | weight-of-an-unweighted-price",
                "/methodology/criteria/0/bounds | {\"lower\": 1, \"upper\": 2} | /methodology/criteria/0/bounds | not-of-this-kind",
                "/methodology/criteria/0/method | \"BLENDED\" | /methodology/criteria/0/method | not-of-this-kind",
                "/methodology/criteria/0/kind | \"QUALITY\" | /methodology/criteria/0/formula | not-of-this-kind",
                "/methodology/criteria/1/parts/0/weight | 61 | /methodology/criteria/1/parts | weights-not-100",
                "/methodology/criteria/1/parts/0/passMark | 50 | /methodology/criteria/1/parts/0/passMark | pass-mark-of-several",
                "/methodology/criteria/1/parts/1/key | \"q1\" | /methodology/criteria/1/parts/1/key | repeated",
                "/methodology/criteria/2/kind | \"PRICE\" | /methodology/criteria/2/kind | more-than-one",
                "/methodology/criteria/2/method | | /methodology/criteria/2/method | missing",
                "/methodology/criteria/2/method | \"QUALITATIVE\" | /methodology/criteria/2/quantitative | not-of-this-kind",
                "/methodology/criteria/2/method | \"QUANTITATIVE\" | /methodology/criteria/2/parts | not-of-this-kind",
                "/methodology/criteria/2/quantitativeShare | 1 | /methodology/criteria/2/quantitativeShare | out-of-range",
                "/methodology/criteria/2/quantitative/method | \"AGAINST_TARGET\" | /methodology/criteria/2/quantitative/target | missing",
                "/methodology/criteria/2/quantitative/target | 0.2 | /methodology/criteria/2/quantitative/target | not-of-this-kind",
                "/methodology/criteria/2/quantitative | | /methodology/criteria/2/quantitative | missing",
                "/methodology/valuation | {\"deadweight\": 1.1} | /methodology/valuation/deadweight | out-of-range",
                "/methodology/valuation | {\"riskToLife\": [\"M9\"]} | /methodology/valuation | unknown-measure",
                "/methodology/valuation | {\"localMultipliers\": {\"M1\": null}} | /methodology/valuation/localMultipliers/M1 | missing",
                "/methodology/scale | {\"name\": \"0-1\", \"grades\": [{\"grade\": 0, \"mark\": 0}, {\"grade\": 1, \"mark\": 101}]} | /methodology/scale/grades/1/mark | out-of-range",
                "/methodology/scale | {\"name\": \"0-1\", \"grades\": [{\"grade\": 0, \"mark\": 0}, {\"grade\": 0.0, \"mark\": 50}]} | /methodology/scale/grades/1/grade | repeated",
                "/methodology/scale | {\"name\": \"0-1\", \"grades\": [{\"grade\": 0, \"mark\": 0}, {\"grade\": 1, \"mark\": 50}]} | /bids/0/marks/q1 | not-on-the-scale",
                "/catalogue | | /catalogue | missing",
                "/catalogue/measures | | /catalogue/edition | unknown-catalogue",
                "/catalogue/measures/0/unit | \"furlong\" | /catalogue/measures/0/unit | unknown-unit",
                "/catalogue/measures/0/code | \"M2\" | /catalogue/measures/1/code | repeated",
                "/bids | [] | /bids | size",
                "/bids/1/key | \"A\" | /bids/1/key | repeated",
                "/bids/0/price | | /bids/0/price | missing",
                "/bids/0/price | 0 | /bids/0/price | not-above-zero",
                "/bids/0/workforce | -1 | /bids/0/workforce | out-of-range",
                "/bids/0/workforce | 0 | - | -",
                "/bids/0/price | \"many\" | /bids/0/price | wrong-type",
                "/bids/0/colour | 1 | /bids/0/colour | unknown-field",
                "/bids/0/gates | | /bids/0/gates/carbon-reduction-plan | missing",
                "/bids/0/gates/other | true | /bids/0/gates/other | unknown-key",
                "/bids/0/marks/q1 | | /bids/0/marks/q1 | mark-missing",
                "/bids/0/marks/q1 | null | /bids/0/marks/q1 | mark-missing",
                "/bids/0/marks/q1 | 101 | /bids/0/marks/q1 | not-on-the-scale",
                "/bids/0/marks/q1 | \"66\" | /bids/0/marks/q1 | not-on-the-scale",
                "/bids/0/marks/q1 | true | /bids/0/marks/q1 | not-on-the-scale",
                "/bids/0/marks/q1 | [] | /bids/0/marks/q1 | wrong-type",
                "/bids/0/marks/a~1b | 1 | /bids/0/marks/a~1b | unknown-key",
                "/bids/0/reasons/q9 | \"x\" | /bids/0/reasons/q9 | unknown-key",
                "/bids/0/commitments/0/measure | \"M9\" | /bids/0/commitments/0/measure | unknown-measure",
                "/bids/0/commitments/0/quantity | 1 | /bids/0/commitments/0/quantity | one-quantity",
                "/bids/0/commitments/0/posts/hoursPerWeek | 40 | /bids/0/commitments/0/posts/hoursPerWeek | above-full-time",
                "/bids/0/commitments/0/posts/fullTimeHours | 0 | /bids/0/commitments/0/posts/fullTimeHours | out-of-range",
                "/bids/0/commitments/0/posts/people | | /bids/0/commitments/0/posts/people | missing",
                "/bids/1/commitments/0/quantity | -1 | /bids/1/commitments/0/quantity | out-of-range",
                "/bids/1/commitments/2 | {\"measure\": \"M1\", \"quantity\": 1, \"year\": 1} | /bids/1/commitments/2 | repeated",
                "/bids/1/commitments/2 | {\"measure\": \"M1\", \"quantity\": 1, \"year\": 1, \"beneficiary\": \"x\"} | - | -",
            })
    void namesTheFaultAndItsPlace(String place, String value, String at, String rule) {
        var answer = post(Example.read().with(place, value == null ? "" : value));
        if (at.equals("-")) {
            assertEquals(200, answer.statusCode(), answer.asString());
        } else {
            refused(answer, 422).body("faults.find { it.at == '%s' }.rule".formatted(at), is(rule));
        }
    }

    /** Whatever is missing or of another kind at whatever place is a fault, or nothing; never a failure. */
    @ParameterizedTest
    @ValueSource(strings = {"", "null", "\"x\"", "-1", "[]", "{}", "[null]", "true"})
    void bearsAnythingAtAnyPlace(String value) {
        var places = Example.read().places();
        assertTrue(places.size() > 100);
        var failed = places.stream()
                .filter(place -> !List.of(200, 422)
                        .contains(post(Example.read().with(place, value)).statusCode()))
                .toList();
        assertEquals(List.of(), failed);
    }

    @Test
    void refusesWhatIsClaimedTwiceForTheSamePerson() {
        var commitments = """
                [{"measure": "M1", "quantity": 1, "year": 1, "beneficiary": "ann"},
                 {"measure": "M2", "quantity": 10, "year": 1, "beneficiary": "ann"},
                 {"measure": "M3", "quantity": 1, "year": 2, "beneficiary": "ann"}]""";
        refused(post(Example.read().with("/bids/0/commitments", commitments)), 422)
                .body("faults.at", contains("/bids/0/commitments/2"))
                .body("faults.rule", contains("double-counting"));
    }

    @Test
    void listsEveryFaultAtOnce() {
        var faulty = Example.read()
                .with("/methodology/criteria/0/weight", "41")
                .with("/methodology/rounding", "")
                .with("/bids/0/price", "-5")
                .with("/bids/1/marks/q2", "")
                .with("/bids/1/commitments/0/year", "4")
                .with("/bids/2/colour", "1");
        refused(post(faulty), 422)
                .body("faults", hasSize(6))
                .body(
                        "faults.at",
                        contains(
                                "/bids/2/colour",
                                "/methodology/rounding",
                                "/methodology/criteria",
                                "/bids/0/price",
                                "/bids/1/marks/q2",
                                "/bids/1/commitments/0/year"));
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
    void refusesAPricePerPointOfNoQualityAndNamesTheBid() {
        var zero = Example.read()
                .with("/methodology/criteria/0/formula", "\"PRICE_PER_QUALITY_POINT\"")
                .with("/methodology/criteria/0/weight", "")
                .with("/methodology/criteria/1/weight", "90")
                .with("/methodology/criteria/1/parts/0/parts/1/passMark", "")
                .with("/bids/2/marks", "{\"q1\": 0, \"q2\": 0, \"account\": 0, \"sv1\": 0}");
        refused(post(zero), 422)
                .body("faults.at", contains("/bids/2"))
                .body("faults.rule", contains("quality-of-zero"))
                .body("faults.given", contains("C"));
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

    @Test
    void scoresFiveHundredBidsOnTwoHundredQuestions() {
        var questions = IntStream.range(0, 200)
                .mapToObj("{\"key\": \"question-%d\", \"weight\": 0.5}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        var marks = IntStream.range(0, 200)
                .mapToObj(i -> "\"question-%d\": %d".formatted(i, i % 101))
                .collect(Collectors.joining(",", "{", "}"));
        var commitments = IntStream.range(0, 40)
                .mapToObj(i -> "{\"measure\": \"M1\", \"quantity\": %d, \"year\": 1, \"beneficiary\": \"b%d\"}"
                        .formatted(i % 2, i))
                .collect(Collectors.joining(",", "[", "]"));
        var bids = IntStream.range(0, 500)
                .mapToObj(i -> """
                        {"key": "bid-%d", "price": %d, "gates": {"carbon-reduction-plan": true}, "marks": %s, "commitments": %s}""".formatted(i, 1_000_000 + i, marks, commitments))
                .collect(Collectors.joining(",", "[", "]"));
        var large = Example.read()
                .with("/methodology/criteria/1/parts", questions)
                .with("/methodology/criteria/2/parts", "")
                .with("/methodology/criteria/2/method", "\"QUANTITATIVE\"")
                .with("/methodology/criteria/2/quantitativeShare", "")
                .with("/bids", bids);
        var answer = post(large);
        assertEquals(200, answer.statusCode(), () -> answer.asString().substring(0, 1_000));
        System.out.printf(
                "500 bids, 200 questions: %,d bytes in, %,d out, %d ms.%n",
                large.text().length(), answer.asString().length(), answer.time());
        answer.then().body("ranking", hasSize(500)).body("winner", is("bid-0"));
    }

    @Test
    void refusesATwoHundredAndFirstQuestionAndAFiveHundredAndFirstBid() {
        var questions = IntStream.range(0, 201)
                .mapToObj("{\"key\": \"question-%d\", \"weight\": 0.5}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        var bid = Example.read().at("/bids/0").toString();
        var bids = IntStream.range(0, 501).mapToObj(i -> bid).collect(Collectors.joining(",", "[", "]"));
        refused(
                        post(Example.read()
                                .with("/methodology/criteria/1/parts", questions)
                                .with("/bids", bids)),
                        422)
                .body("faults.find { it.at == '/methodology/criteria/1/parts' }.rule", is("size"))
                .body("faults.find { it.at == '/bids' }.rule", is("size"));
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000_001})
    void refusesABodyThatIsTooLarge(int bytes) {
        refused(post(BUYER, "{\"x\": \"" + "y".repeat(bytes - 9) + "\"}"), 413);
    }

    /** The machine may be busy for a moment; one of three is soon. */
    @Test
    void refusesHostileBodiesSoon() {
        var body = "{\"bids\": [" + "[],".repeat(600_000) + "[]]}";
        var soonest = IntStream.range(0, 3)
                .mapToLong(i -> {
                    var answer = post(BUYER, body);
                    refused(answer, 413);
                    return answer.time();
                })
                .min()
                .orElseThrow();
        assertTrue(soonest < WELL_UNDER_A_SECOND, "Took %d ms".formatted(soonest));
    }

    private static ValidatableResponse evaluated(Example example) {
        var answer = post(example);
        assertEquals(200, answer.statusCode(), answer::asString);
        return answer.then();
    }

    private static Response post(Example example) {
        return post(BUYER, example.text());
    }

    private static Response post(String token, String body) {
        return given().contentType(ContentType.JSON)
                .auth()
                .oauth2(token)
                .body(body)
                .post(PATH);
    }

    private static ValidatableResponse refused(Response answer, int status) {
        return answer.then().statusCode(status).contentType(Problem.MEDIA_TYPE).body("status", is(status));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
