package org.anchors.charter.reportingyear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingYearTest {

    @Test
    void readsAYearAsTheCharterWritesIt() {
        assertEquals(Optional.of(new ReportingYear(2024)), ReportingYear.read("2024-25"));
        assertEquals(Optional.of(new ReportingYear(2099)), ReportingYear.read("2099-00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-26", "2024", "2024/25", "24-25", "", " 2024-25", "1999-00"})
    void refusesAnythingElse(String text) {
        assertEquals(Optional.empty(), ReportingYear.read(text));
    }

    @Test
    void aWindowHoldsItsFirstAndItsLastDay() {
        var window = new ReportingWindow(
                new ReportingYear(2024),
                LocalDate.of(2025, 4, 1),
                LocalDate.of(2025, 9, 30),
                LocalDate.of(2026, 3, 31));
        assertTrue(window.isOpenOn(LocalDate.of(2025, 4, 1)));
        assertTrue(window.isOpenOn(LocalDate.of(2026, 3, 31)));
        assertFalse(window.isOpenOn(LocalDate.of(2025, 3, 31)));
        assertFalse(window.isOpenOn(LocalDate.of(2026, 4, 1)));
    }
}
