package org.anchors.socialvalue.methodology;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A methodology is tried on dummy bids before it is published. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class MethodologiesResourceTest {

    private static final String BUYER = Tokens.of("buyer-mseft", "mseft", Role.PROCUREMENT_OFFICER);
    private static final String GRADES = """
            , "scale": {"name": "0-4", "grades": [
              {"grade": 0, "mark": 0}, {"grade": 1, "mark": 25}, {"grade": 2, "mark": 50}, {"grade": 4, "mark": 90}]}""";

    @Test
    void aSoundMethodologyIsWarnedOfNothing() {
        check("40", "LOWEST_PRICE_RELATIVE", "")
                .statusCode(200)
                .body("policy", is("PPN_002"))
                .body("warnings", empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MIN_MAX | CLOSE_PRICES_FAR_APART,SOCIAL_VALUE_OUTWEIGHED,LOSING_BID_DECIDES",
                "LINEAR_FIXED_BOUNDS\", \"bounds\": {\"lower\": 1, \"upper\": 1000}, \"title\": \"narrow | PRICES_ALIKE",
                "LINEAR_FIXED_BOUNDS\", \"bounds\": {\"lower\": 2499999, \"upper\": 2502600}, \"title\": \"near"
                        + " | SOCIAL_VALUE_OUTWEIGHED,CLOSE_PRICES_FAR_APART",
            })
    void pricesThatDoOtherThanMeantAreNamed(String formula, String warnings) {
        check("40", formula, "").statusCode(200).body("warnings.rule", containsInAnyOrder(warnings.split(",")));
    }

    @Test
    void aBidThatLosesDecidesUnderMinMaxAndTheExampleSaysHow() {
        check("40", "MIN_MAX", "")
                .body(
                        "warnings.find { it.rule == 'LOSING_BID_DECIDES' }.detail",
                        is(
                                "Of A (90 % of the contract value, 20 of 100 everywhere) and B (100 %, 100), A wins; with a third bid"
                                        + " C that loses (2 times the contract value, 0), B wins."));
    }

    @Test
    void passMarksAndScalesThatNobodyCanMeetAreNamed() {
        check("40", "LOWEST_PRICE_RELATIVE", GRADES)
                .statusCode(200)
                .body("warnings.rule", contains("PASS_MARK_OUT_OF_REACH", "FULL_MARKS_OUT_OF_REACH"))
                .body("warnings[0].at", is("q2"));
    }

    @Test
    void gatesThatAreCalledForAndMissingAreNamed() {
        check("40", "LOWEST_PRICE_RELATIVE", "", "[]")
                .statusCode(200)
                .body("warnings.rule", contains("GATE_MISSING", "GATE_MISSING"))
                .body("warnings.at", contains("net-zero-commitment", "modern-slavery-assessment"));
        check("40", "LOWEST_PRICE_RELATIVE", ", \"framework\": true", "[]")
                .body("warnings.at", contains("carbon-reduction-plan", "modern-slavery-assessment"));
    }

    @Test
    void aMethodologyWithFaultsIsRefusedWithAllOfThem() {
        check("41", "LOWEST_PRICE_RELATIVE", ", \"termYear\": 1")
                .statusCode(422)
                .body("faults.at", containsInAnyOrder("/termYear", "/criteria"));
    }

    /** A power of a million has millions of digits. */
    @Test
    void underAnIndexNeitherPriceNorQualityWeighsNextToNothing() {
        for (var weight : List.of("0.9999", "99.0001")) {
            check(weight, "VALUE_FOR_MONEY_INDEX", "")
                    .statusCode(422)
                    .body("faults.at", containsInAnyOrder("/criteria/0/weight", "/criteria"));
        }
    }

    @Test
    void aMethodologyUnderWhichABidWithoutMarksCannotBeScoredIsTriedAllTheSame() {
        tried("""
                        {"regime": "PROCUREMENT_ACT_2023", "noticeDate": "2026-01-15", "contractValue": 2500000, "termYears": 3,
                         "criteria": [
                           {"key": "price", "kind": "PRICE", "formula": "PRICE_PER_QUALITY_POINT"},
                           {"key": "social-value", "kind": "SOCIAL_VALUE", "weight": 100, "method": "QUANTITATIVE",
                            "quantitative": {"method": "AGAINST_TARGET", "target": 0.2}}],
                         "rounding": {"stage": "FINAL_ONLY"}, "tieBreak": ["LOWEST_PRICE"]}""").statusCode(200).body("warnings.rule", hasItem("LOWEST_GRADE_NOT_SCORED"));
    }

    /** Where there are no price marks nothing else would say that a point of quality is worth ten thousand million. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"formula\": \"MONETISED_QUALITY\", \"qualityWorth\": 2500000 | 100 |",
                "\"formula\": \"MONETISED_QUALITY\", \"qualityWorth\": 999999999999 | 100 | PRICE_OUTWEIGHED",
                "\"formula\": \"MONETISED_QUALITY\", \"qualityWorth\": 1 | 100 | QUALITY_OUTWEIGHED",
                "\"formula\": \"VALUE_FOR_MONEY_INDEX\", \"weight\": 40 | 60 |",
                "\"formula\": \"VALUE_FOR_MONEY_INDEX\", \"weight\": 1 | 99 | PRICE_OUTWEIGHED",
            })
    void pricesThatAreSetAgainstQualityAreTriedToo(String price, String weight, @Nullable String warning) {
        tried("""
                        {"regime": "PROCUREMENT_ACT_2023", "noticeDate": "2024-01-15", "buyerType": "LOCAL_GOVERNMENT",
                         "contractValue": 2500000, "termYears": 3,
                         "criteria": [{"key": "price", "kind": "PRICE", %s}, {"key": "technical", "kind": "QUALITY", "weight": %s}],
                         "rounding": {"stage": "FINAL_ONLY"}, "tieBreak": ["LOWEST_PRICE"]}""".formatted(price, weight))
                .statusCode(200)
                .body("warnings.rule", is(warning == null ? List.of() : List.of(warning)));
    }

    private static ValidatableResponse check(String weight, String formula, String more) {
        return check(weight, formula, more, "[\"net-zero-commitment\", \"modern-slavery-assessment\"]");
    }

    private static ValidatableResponse check(String weight, String formula, String more, String gates) {
        return tried("""
                        {"regime": "PROCUREMENT_ACT_2023", "noticeDate": "2026-01-15", "contractValue": 2500000, "termYears": 3,
                         "criteria": [
                           {"key": "price", "kind": "PRICE", "weight": %s, "formula": "%s"},
                           {"key": "technical", "kind": "QUALITY", "weight": 50, "parts": [
                             {"key": "q1", "weight": 80}, {"key": "q2", "weight": 20, "passMark": 95}]},
                           {"key": "social-value", "kind": "SOCIAL_VALUE", "weight": 10, "method": "QUANTITATIVE",
                            "quantitative": {"method": "AGAINST_TARGET", "target": 0.2}}],
                         "gates": %s, "rounding": {"stage": "FINAL_ONLY"}, "tieBreak": ["LOWEST_PRICE"]%s}""".formatted(weight, formula, gates, more));
    }

    private static ValidatableResponse tried(String methodology) {
        return given().auth()
                .oauth2(BUYER)
                .contentType("application/json")
                .body(methodology)
                .post("/api/social-value/v1/methodologies/check")
                .then();
    }
}
