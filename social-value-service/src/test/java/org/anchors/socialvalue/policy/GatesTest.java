package org.anchors.socialvalue.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.socialvalue.methodology.ReleasedPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** scoring.md, "The parts of a methodology": gates by the value of a year, without VAT. */
class GatesTest {

    private static final LocalDate NOTICE = LocalDate.of(2026, 1, 15);

    @ParameterizedTest
    @CsvSource({
        "15000000, 3, 'carbon-reduction-plan,modern-slavery-assessment'",
        "14999999.99, 3, 'net-zero-commitment,modern-slavery-assessment'",
        "30000, 3, 'net-zero-commitment,modern-slavery-assessment'",
        "29999.99, 3, modern-slavery-assessment",
        "0.01, 1, modern-slavery-assessment",
        "5000000, 1, 'carbon-reduction-plan,modern-slavery-assessment'",
    })
    void gatesFollowFromTheValueOfAYear(BigDecimal value, int years, String gates) {
        assertEquals(
                gates, missing(new Gate.Purchase(NOTICE, BuyerType.NHS, ofAYear(new Gate.Part(value, years)), false)));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-09-29, CENTRAL_GOVERNMENT, 6000000, ''",
        "2021-09-30, CENTRAL_GOVERNMENT, 6000000, carbon-reduction-plan",
        "2023-03-31, NHS, 6000000, ''",
        "2023-04-01, NHS, 6000000, 'carbon-reduction-plan,modern-slavery-assessment'",
        "2024-03-31, NHS, 20000, modern-slavery-assessment",
        "2024-04-01, NHS, 20000, 'net-zero-commitment,modern-slavery-assessment'",
        "2024-04-01, CENTRAL_GOVERNMENT, 20000, modern-slavery-assessment",
        "2026-01-15, LOCAL_GOVERNMENT, 6000000, ''",
    })
    void gatesFollowFromTheDateOfTheNoticeAndTheBuyer(LocalDate on, BuyerType buyer, BigDecimal value, String gates) {
        assertEquals(gates, missing(new Gate.Purchase(on, buyer, value, false)));
    }

    @ParameterizedTest
    @CsvSource({"2024-03-31, modern-slavery-assessment", "2024-04-01, 'carbon-reduction-plan,modern-slavery-assessment'"
    })
    void aNewFrameworkCallsForACarbonReductionPlanWhateverItsValue(LocalDate on, String gates) {
        assertEquals(gates, missing(new Gate.Purchase(on, BuyerType.NHS, new BigDecimal(20_000), true)));
    }

    /** Its plan holds the commitment. */
    @Test
    void aCarbonReductionPlanDoesForANetZeroCommitment() {
        var purchase = new Gate.Purchase(NOTICE, BuyerType.NHS, new BigDecimal(20_000), false);
        assertEquals("modern-slavery-assessment", missing(purchase, "carbon-reduction-plan"));
        assertEquals("", missing(purchase, "net-zero-commitment", "modern-slavery-assessment"));
    }

    /** Three thirds are a whole. */
    @Test
    void addsUpWhatAYearOfEachLotIsWorth() {
        var third = new Gate.Part(new BigDecimal(5_000_000), 3);
        assertEquals(
                "carbon-reduction-plan,modern-slavery-assessment",
                missing(new Gate.Purchase(NOTICE, BuyerType.NHS, ofAYear(third, third, third), false)));
        assertEquals(
                "net-zero-commitment,modern-slavery-assessment",
                missing(new Gate.Purchase(NOTICE, BuyerType.NHS, ofAYear(third, third), false)));
    }

    private static BigDecimal ofAYear(Gate.Part... parts) {
        return Gate.Purchase.aYearOf(Stream.of(parts));
    }

    private static String missing(Gate.Purchase purchase, String... present) {
        return ReleasedPolicies.get().missing(purchase, List.of(present)).stream()
                .map(Gate::key)
                .collect(Collectors.joining(","));
    }
}
