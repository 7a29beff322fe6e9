package org.anchors.employment.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wanted values are published; those of Newcombe are from Statistics in Medicine 17 (1998), table I, method 3. */
class ProportionTest {

    @ParameterizedTest
    @CsvSource({
        "40, 107, 37.4, 28.8, 46.8",
        "33, 40, 82.5, 68.1, 91.3",
        "1, 2, 50.0, 9.5, 90.5",
        "0, 1, 0.0, 0.0, 79.3",
        "1, 1, 100.0, 20.7, 100.0"
    })
    void isPrintedToOnePlace(long part, long whole, String percent, String low, String high) {
        var proportion = new Proportion(part, whole);
        assertEquals(percent, proportion.percent(1).toPlainString());
        assertEquals(low, proportion.low(1).toPlainString());
        assertEquals(high, proportion.high(1).toPlainString());
    }

    @ParameterizedTest
    @CsvSource({"81, 263, 25.53, 36.62", "15, 148, 6.24, 16.05", "0, 20, 0.00, 16.11", "1, 29, 0.61, 17.18"})
    void agreesWithNewcombe(long part, long whole, String low, String high) {
        var proportion = new Proportion(part, whole);
        assertEquals(low, proportion.low(2).toPlainString());
        assertEquals(high, proportion.high(2).toPlainString());
    }

    @Test
    void staysWithinBoundsForAMillion() {
        assertEquals("100.00", new Proportion(1_000_000, 1_000_000).high(2).toPlainString());
        assertEquals("0.00", new Proportion(0, 1_000_000).low(2).toPlainString());
    }

    @Test
    void isNotMadeOfNobody() {
        assertThrows(IllegalArgumentException.class, () -> new Proportion(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Proportion(3, 2));
    }
}
