package org.anchors.socialvalue.award;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.Optional;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.policy.Regime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/decisions/0019: until when a contract waits. */
class StandstillTest {

    private final Standstills standstills =
            new Standstills(JsonMapper.builder().addModule(new JavaTimeModule()).build());

    @ParameterizedTest
    @CsvSource({
        // The day of the notice is the first of eight working days.
        "PROCUREMENT_ACT_2023, 2026-11-02, 2026-11-11",
        "PROCUREMENT_ACT_2023, 2026-11-06, 2026-11-17",
        "PROCUREMENT_ACT_2023, 2026-11-07, 2026-11-18",
        "PROCUREMENT_ACT_2023, 2024-12-24, 2025-01-07",
        "PROCUREMENT_ACT_2023, 2026-03-30, 2026-04-10",
        // It begins the day after the notice; the eighth working day after that day is its last.
        "PROVIDER_SELECTION_REGIME, 2026-11-02, 2026-11-13",
        "PROVIDER_SELECTION_REGIME, 2026-11-06, 2026-11-18",
        "PROVIDER_SELECTION_REGIME, 2026-12-18, 2027-01-04",
        // Ten days after the notice, and on to the next working day.
        "PCR_2015, 2026-11-02, 2026-11-12",
        "PCR_2015, 2026-11-05, 2026-11-16",
        "PCR_2015, 2025-12-15, 2025-12-29",
    })
    void lastsToTheEndOfItsLastDay(Regime regime, LocalDate notice, LocalDate last) {
        assertEquals(last, standstills.after(notice, regime).orElseThrow().lastDay());
    }

    /** Regulation 12 of the Provider Selection Regime: five working days after the further decision is communicated. */
    @ParameterizedTest
    @CsvSource({
        "PROVIDER_SELECTION_REGIME, 2026-11-02, 2026-11-09",
        "PROVIDER_SELECTION_REGIME, 2026-12-24, 2027-01-05",
        "PROCUREMENT_ACT_2023, 2026-11-02,",
        "BELOW_THRESHOLD, 2026-11-02,",
    })
    void lastsOnAfterObjectionsAreAnswered(Regime regime, LocalDate answered, @Nullable LocalDate last) {
        assertEquals(Optional.ofNullable(last), standstills.lastDayAfterAnswer(answered, regime));
    }

    @Test
    void isNotAskedForBelowTheThreshold() {
        assertEquals(Optional.empty(), standstills.after(LocalDate.of(2026, 11, 2), Regime.BELOW_THRESHOLD));
    }

    @Test
    void isRefusedWhereTheBankHolidaysAreNotKnown() {
        assertThrows(Refused.class, () -> standstills.after(LocalDate.of(2028, 12, 27), Regime.PROCUREMENT_ACT_2023));
    }
}
