package org.anchors.socialvalue.evaluation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/decisions/0004: a request to score bids is refused with every fault at its place. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class EvaluationFaultsTest {

    private static final String BUYER = Tokens.of("buyer-mseft", "mseft", Role.PROCUREMENT_OFFICER);

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
                "/methodology/gates/1 | \"account\" | /methodology/gates/1 | key-of-a-criterion",
                "/methodology/gates/0 | \"social-value\" | /methodology/gates/0 | key-of-a-criterion",
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
                "/methodology/valuation | {\"localMultipliers\": {\"M1\": 100}} | /methodology/valuation/localMultipliers | no-multiplier",
                "/methodology/valuation | {\"localMultipliers\": {\"M3\": 0}} | /methodology/valuation/localMultipliers/M3 | not-above-zero",
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
                "/bids/3/reasons | {\"carbon-reduction-plan\": \"None was sent\"} | - | -",
                "/bids/0/reasons/q9 | \"x\" | /bids/0/reasons/q9 | unknown-key",
                "/bids/0/commitments/0/measure | \"M9\" | /bids/0/commitments/0/measure | unknown-measure",
                "/bids/0/commitments/0/quantity | 1 | /bids/0/commitments/0/quantity | one-quantity",
                "/bids/0/commitments/0/posts/hoursPerWeek | 40 | /bids/0/commitments/0/posts/hoursPerWeek | above-full-time",
                "/bids/0/commitments/0/posts/fullTimeHours | 0 | /bids/0/commitments/0/posts/fullTimeHours | out-of-range",
                "/bids/0/commitments/0/posts/people | | /bids/0/commitments/0/posts/people | missing",
                "/bids/1/commitments/0/quantity | 49999999 | - | -",
                "/bids/1/commitments/0/quantity | 50000000 | /bids/1/commitments/0 | worth-out-of-range",
                "/bids/0/commitments/0/posts/people | 50000000 | /bids/0/commitments/0 | worth-out-of-range",
                "/bids/0/commitments/1/sessions/attendees | 1000000000000 | /bids/0/commitments/1 | worth-out-of-range",
                "/bids/1/commitments/0/quantity | -1 | /bids/1/commitments/0/quantity | out-of-range",
                "/bids/1/commitments/2 | {\"measure\": \"M1\", \"quantity\": 1, \"year\": 1} | /bids/1/commitments/2 | repeated",
                "/bids/1/commitments/2 | {\"measure\": \"M1\", \"quantity\": 1, \"year\": 1, \"beneficiary\": \"x\"} | - | -",
            })
    void namesTheFaultAndItsPlace(String place, String value, String at, String rule) {
        var answer = EvaluationsTest.post(Example.read().with(place, value == null ? "" : value));
        if (at.equals("-")) {
            assertEquals(200, answer.statusCode(), answer.asString());
        } else {
            EvaluationsTest.refused(answer, 422).body("faults.find { it.at == '%s' }.rule".formatted(at), is(rule));
        }
    }

    @Test
    void multipliesMeasuresThatCarryAMultiplierAsTheMethodologySays() {
        var example = Example.read()
                .with("/catalogue/measures/0/localMultiplier", "1.5")
                .with("/methodology/valuation", "{\"localMultipliers\": {\"M1\": 2}}");
        assertEquals(200, EvaluationsTest.post(example).statusCode());
    }

    /** Whatever is missing or of another kind at whatever place is a fault, or nothing; never a failure. */
    @ParameterizedTest
    @ValueSource(strings = {"", "null", "\"x\"", "-1", "[]", "{}", "[null]", "true"})
    void bearsAnythingAtAnyPlace(String value) {
        var places = Example.read().places();
        assertTrue(places.size() > 100);
        var failed = places.stream()
                .filter(place -> !List.of(200, 422)
                        .contains(EvaluationsTest.post(Example.read().with(place, value))
                                .statusCode()))
                .toList();
        assertEquals(List.of(), failed);
    }

    @Test
    void refusesWhatIsClaimedTwiceForTheSamePerson() {
        var commitments = """
                [{"measure": "M1", "quantity": 1, "year": 1, "beneficiary": "ann"},
                 {"measure": "M2", "quantity": 10, "year": 1, "beneficiary": "ann"},
                 {"measure": "M3", "quantity": 1, "year": 2, "beneficiary": "ann"}]""";
        EvaluationsTest.refused(EvaluationsTest.post(Example.read().with("/bids/0/commitments", commitments)), 422)
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
        EvaluationsTest.refused(EvaluationsTest.post(faulty), 422)
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
    void refusesAPricePerPointOfNoQualityAndNamesTheBid() {
        var zero = Example.read()
                .with("/methodology/criteria/0/formula", "\"PRICE_PER_QUALITY_POINT\"")
                .with("/methodology/criteria/0/weight", "")
                .with("/methodology/criteria/1/weight", "90")
                .with("/methodology/criteria/1/parts/0/parts/1/passMark", "")
                .with("/bids/2/marks", "{\"q1\": 0, \"q2\": 0, \"account\": 0, \"sv1\": 0}");
        EvaluationsTest.refused(EvaluationsTest.post(zero), 422)
                .body("faults.at", contains("/bids/2"))
                .body("faults.rule", contains("quality-of-zero"))
                .body("faults.given", contains("C"));
    }

    @Test
    void refusesATwoHundredAndFirstQuestion() {
        var questions = IntStream.range(0, 201)
                .mapToObj("{\"key\": \"question-%d\", \"weight\": 0.5}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        EvaluationsTest.refused(
                        EvaluationsTest.post(Example.read().with("/methodology/criteria/1/parts", questions)), 422)
                .body("faults.find { it.at == '/methodology/criteria/1/parts' }.rule", is("size"));
    }

    /** Nobody is kept from lodging a bid, and what was lodged can be scored again. */
    @Test
    void scoresAsManyBidsAsAreLodgedButTriesOnlyFiveHundredForRobustness() {
        var many = Example.read();
        var bid = many.at("/bids/0").toString();
        var bids = IntStream.range(0, 501)
                .mapToObj(i -> bid.replace("\"A\"", "\"A%d\"".formatted(i)))
                .collect(Collectors.joining(",", "[", "]"));
        EvaluationsTest.post(many.with("/bids", bids)).then().statusCode(200).body("ranking", hasSize(501));
        EvaluationsTest.refused(
                        EvaluationsTest.post(
                                BUYER, many.with("/bids", bids).text(), EvaluationsTest.PATH + "/robustness"),
                        422)
                .body("faults.at", contains("/bids"))
                .body("faults.rule", contains("size"));
    }

    @ParameterizedTest
    @ValueSource(ints = {32_000_001})
    void refusesABodyThatIsTooLarge(int bytes) {
        EvaluationsTest.refused(EvaluationsTest.post(BUYER, "{\"x\": \"" + "y".repeat(bytes - 9) + "\"}"), 413);
    }

    /** Small to send and large to hold: its pieces are counted while they are read. */
    @Test
    void refusesABodyOfMorePiecesThanAnEvaluationHas() {
        var body = "{\"bids\": [" + "[],".repeat(1_100_000) + "[]]}";
        EvaluationsTest.refused(EvaluationsTest.post(BUYER, body), 413);
    }
}
