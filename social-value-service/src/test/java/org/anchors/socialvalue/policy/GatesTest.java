package org.anchors.socialvalue.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
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
        assertEquals(gates, missing(new Gate.Purchase(NOTICE, BuyerType.NHS, value, years, false)));
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
        assertEquals(gates, missing(new Gate.Purchase(on, buyer, value, 1, false)));
    }

    @ParameterizedTest
    @CsvSource({"2024-03-31, modern-slavery-assessment", "2024-04-01, 'carbon-reduction-plan,modern-slavery-assessment'"
    })
    void aNewFrameworkCallsForACarbonReductionPlanWhateverItsValue(LocalDate on, String gates) {
        assertEquals(gates, missing(new Gate.Purchase(on, BuyerType.NHS, new BigDecimal(20_000), 1, true)));
    }

    /** Its plan holds the commitment. */
    @Test
    void aCarbonReductionPlanDoesForANetZeroCommitment() {
        var purchase = new Gate.Purchase(NOTICE, BuyerType.NHS, new BigDecimal(20_000), 1, false);
        assertEquals(Gates.MODERN_SLAVERY_ASSESSMENT, missing(purchase, Gates.CARBON_REDUCTION_PLAN));
        assertEquals("", missing(purchase, Gates.NET_ZERO_COMMITMENT, Gates.MODERN_SLAVERY_ASSESSMENT));
    }

    private static String missing(Gate.Purchase purchase, String... present) {
        return Gates.missing(purchase, List.of(present)).stream().map(Gate::key).collect(Collectors.joining(","));
    }
}
