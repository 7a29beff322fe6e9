package org.anchors.employment.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {

    /** Six digits may be a date of birth, wherever they stand. */
    @ParameterizedTest
    @CsvSource({
        "hoursPerWeek, 101, 101",
        "imdDecile, 11, 11",
        "imdDecile, 120385, •••",
        "hoursPerWeek, 120385, •••",
        "place, 120385, •••",
        "place, 12, •••",
        "on, 2022-02-30, 2022-02-30",
        "on, 1985-03-12, •••",
        "participant, 12, •••"
    })
    void givesBackShortNumbersAndDaysInFieldsThatAreForThem(String field, String given, String repeated) {
        assertEquals(repeated, Masked.given(field, given));
    }
}
