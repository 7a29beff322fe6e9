package org.anchors.socialvalue.robustness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** scoring.md, "Evaluators"; alpha as Krippendorff defines it. */
class AgreementTest {

    /**
     * Four observers, twelve units, values missing: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C,
     * which gives 0.815 for ordinal and 0.849 for interval data.
     */
    @Test
    void agreesWithThePublishedWorkedExample() {
        var agreement = Agreement.of(units(
                "1 2 3 3 2 1 4 1 2 . . .",
                "1 2 3 3 2 2 4 1 2 5 . 3",
                ". 3 3 3 2 3 4 2 2 5 1 .",
                "1 2 3 3 2 4 4 1 2 5 1 ."));
        assertEquals("0.8154", String.valueOf(agreement.ordinal()));
        assertEquals("0.8491", String.valueOf(agreement.interval()));
        assertEquals(40, agreement.marks());
    }

    @Test
    void isOneWhereAllAgree() {
        var agreement = Agreement.of(units("25 50 75", "25 50 75"));
        assertEquals("1.0000", String.valueOf(agreement.interval()));
        assertEquals("1.0000", String.valueOf(agreement.ordinal()));
    }

    /** Two marks each way round: 1 - 3 × (4 + 4) / 16. */
    @Test
    void isBelowZeroWhereTheyAgreeLessThanChance() {
        assertEquals("-0.5000", String.valueOf(Agreement.of(units("1 3", "3 1")).interval()));
    }

    @Test
    void saysNothingWhereThereIsNothingToCompare() {
        assertNull(Agreement.of(units("1 2 3", ". . .")).interval());
        assertNull(Agreement.of(units("2 2 2", "2 2 2")).ordinal());
        assertEquals(0, Agreement.of(List.of()).marks());
    }

    private static List<List<BigDecimal>> units(String... observers) {
        var rows = Arrays.stream(observers).map(row -> row.split(" ")).toList();
        return IntStream.range(0, rows.getFirst().length)
                .mapToObj(unit -> rows.stream()
                        .map(row -> row[unit])
                        .filter(value -> !value.equals("."))
                        .map(BigDecimal::new)
                        .toList())
                .toList();
    }
}
