package org.anchors.kit.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
