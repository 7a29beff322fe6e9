package org.anchors.charter.reportingyear;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.anchors.kit.calendar.ReportingYear;
import org.junit.jupiter.api.Test;

class ReportingWindowTest {

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
