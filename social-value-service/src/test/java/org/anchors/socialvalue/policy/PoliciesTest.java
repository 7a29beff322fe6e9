package org.anchors.socialvalue.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.anchors.socialvalue.methodology.ReleasedPolicies;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** scoring.md, "The parts of a methodology": the policy follows from the date of the notice, never from today's. */
class PoliciesTest {

    private static final Policies RELEASED = ReleasedPolicies.get();

    @ParameterizedTest
    @CsvSource({
        "2020-12-31, CENTRAL_GOVERNMENT, PROCUREMENT_ACT_2023, 1000000, none",
        "2021-01-01, CENTRAL_GOVERNMENT, PCR_2015, 1000000, PPN_06_20",
        "2022-03-31, NHS, PCR_2015, 1000000, none",
        "2022-04-01, NHS, PCR_2015, 1000000, PPN_06_20",
        "2025-09-30, NHS, PROVIDER_SELECTION_REGIME, 1000000, PPN_06_20",
        "2025-10-01, NHS, PROCUREMENT_ACT_2023, 1000000, PPN_002",
        "2026-12-31, CENTRAL_GOVERNMENT, PROCUREMENT_ACT_2023, 1000000, PPN_002",
        "2027-01-01, CENTRAL_GOVERNMENT, PROCUREMENT_ACT_2023, 1000000, PPN_026",
        "2027-01-01, CENTRAL_GOVERNMENT, PROCUREMENT_ACT_2023, 999999.99, none",
        "2027-01-01, NHS, PROCUREMENT_ACT_2023, 1000000, PPN_002",
        "2026-01-15, LOCAL_GOVERNMENT, PROCUREMENT_ACT_2023, 1000000, none",
        "2026-01-15, NHS, BELOW_THRESHOLD, 1000000, none",
    })
    void aPolicyIsMandatoryByTheDateOfTheNotice(
            LocalDate on, BuyerType buyer, Regime regime, BigDecimal value, String policy) {
        var notice = new Notice(on, regime, buyer, value);
        assertEquals(policy, RELEASED.mandatoryFor(notice).map(Policy::key).orElse("none"));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-23, NHS, PPN_06_20",
        "2025-02-24, NHS, 'PPN_06_20,PPN_002'",
        "2025-10-01, NHS, PPN_002",
        "2027-01-01, NHS, 'PPN_002,PPN_026'",
        "2027-01-01, CENTRAL_GOVERNMENT, PPN_026",
    })
    void severalPoliciesMayBeUsableAtATime(LocalDate on, BuyerType buyer, String policies) {
        var notice = new Notice(on, Regime.PROCUREMENT_ACT_2023, buyer, new BigDecimal(2_000_000));
        assertEquals(
                policies, RELEASED.usableFor(notice).stream().map(Policy::key).collect(Collectors.joining(",")));
    }

    @ParameterizedTest
    @CsvSource({"1000000, 10", "4999999.99, 10", "5000000, 20"})
    void theMinimumOfPpn026FollowsTheValue(BigDecimal value, BigDecimal minimum) {
        var notice =
                new Notice(LocalDate.of(2027, 1, 1), Regime.PROCUREMENT_ACT_2023, BuyerType.CENTRAL_GOVERNMENT, value);
        assertEquals(
                minimum,
                RELEASED.mandatoryFor(notice)
                        .flatMap(policy -> policy.minimumFor(notice))
                        .orElseThrow());
    }
}
