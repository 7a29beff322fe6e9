package org.anchors.charter.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

    @ParameterizedTest
    @CsvSource({
        // api.md: 9100 of 31000
        "PERCENT, 9100, 31000, 29.35",
        // half up at the third place: 1 of 800 is 0.125
        "PERCENT, 1, 800, 0.13",
        "PLAIN, 250000, 1000, 250.00",
        "CHANGE, 80, 100, -20.00",
        "CHANGE, 100, 100, 0.00"
    })
    void roundsHalfUpToTwoPlaces(Scale scale, BigDecimal numerator, BigDecimal denominator, BigDecimal expected) {
        assertEquals(Optional.of(expected), scale.of(numerator, denominator));
    }

    @Test
    void hasNoRatioOverZero() {
        assertEquals(Optional.empty(), Scale.PERCENT.of(BigDecimal.ZERO, BigDecimal.ZERO));
    }

    @Test
    void holdsBoundsExactly() {
        var lower = BigDecimal.valueOf(20);
        var upper = BigDecimal.valueOf(1_500);
        assertTrue(Scale.PLAIN.isWithin(lower, upper, BigDecimal.valueOf(1_500), BigDecimal.ONE));
        assertFalse(Scale.PLAIN.isWithin(lower, upper, new BigDecimal("1500.0001"), BigDecimal.ONE));
        assertFalse(Scale.PLAIN.isWithin(lower, upper, new BigDecimal("19.9999"), BigDecimal.ONE));
    }
}
