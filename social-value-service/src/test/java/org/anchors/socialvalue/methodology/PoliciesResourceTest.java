package org.anchors.socialvalue.methodology;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** scoring.md, "The parts of a methodology": policies are data with effective dates, chosen by notice date. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class PoliciesResourceTest {

    private static final String BUYER = Tokens.of("buyer-mseft", "mseft", Role.PROCUREMENT_OFFICER);

    @Test
    void everyPolicySaysWhenItHoldsAndWhereItIsPublished() {
        policies("")
                .statusCode(200)
                .body("policies.key", contains("PPN_06_20", "PPN_002", "PPN_026"))
                .body("regimes.regime", contains("PCR_2015", "PROVIDER_SELECTION_REGIME", "PROCUREMENT_ACT_2023"))
                .body("regimes.from", contains("2015-02-26", "2024-01-01", "2025-02-24"))
                .body("regimes[0].until", is("2025-02-24"))
                .body("policies.source", everyItem(not(nullValue())))
                .body("policies[0].scopes.from", hasItem("2022-04-01"))
                .body("policies[1].ofNonPriceMarks", is(true))
                .body("policies[2].minimums.percent", contains(10, 20))
                .body("policies.here", everyItem(nullValue()))
                .body("mandatory", nullValue())
                .body(
                        "gates.key",
                        contains("carbon-reduction-plan", "net-zero-commitment", "modern-slavery-assessment"))
                .body("gates[1].calls.from", contains("2024-04-01"))
                .body("gates[1].calls.atLeast", contains(10000));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-03-31, NHS, 3000000, , 0, VOLUNTARY, 10",
        "2022-04-01, NHS, 3000000, PPN_06_20, 0, MANDATORY, 10",
        "2025-02-24, NHS, 3000000, PPN_06_20, 1, VOLUNTARY, 10",
        "2025-10-01, NHS, 3000000, PPN_002, 1, MANDATORY, 10",
        "2027-01-01, CENTRAL_GOVERNMENT, 4999999.99, PPN_026, 2, MANDATORY, 10",
        "2027-01-01, CENTRAL_GOVERNMENT, 5000000, PPN_026, 2, MANDATORY, 20",
        "2027-01-01, NHS, 5000000, PPN_002, 2, VOLUNTARY, 20"
    })
    void theMinimumFollowsFromNoticeDateBuyerAndValue(
            String on, String buyer, String value, String mandatory, int policy, String force, int minimum) {
        policies("?noticeDate=%s&buyerType=%s&regime=PROCUREMENT_ACT_2023&valueWithVat=%s".formatted(on, buyer, value))
                .statusCode(200)
                .body("mandatory", is(mandatory))
                .body("policies[%d].here.force".formatted(policy), is(force))
                .body("policies[%d].here.minimum".formatted(policy), is(minimum));
    }

    @Test
    void noneHoldsBelowTheThreshold() {
        policies("?noticeDate=2026-01-15&regime=BELOW_THRESHOLD&valueWithVat=20000")
                .statusCode(200)
                .body("mandatory", nullValue())
                .body("policies.here", everyItem(nullValue()));
    }

    @Test
    void everyFaultOfTheQuestionIsToldAtOnce() {
        policies("?noticeDate=yesterday&buyerType=nhs&valueWithVat=1e9")
                .statusCode(400)
                .body("faults.at", containsInAnyOrder("?noticeDate", "?regime", "?buyerType", "?valueWithVat"));
    }

    private static ValidatableResponse policies(String query) {
        return given().auth()
                .oauth2(BUYER)
                .get("/api/social-value/v1/policies" + query)
                .then();
    }
}
