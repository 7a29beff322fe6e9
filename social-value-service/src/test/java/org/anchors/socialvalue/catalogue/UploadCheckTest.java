package org.anchors.socialvalue.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UploadCheckTest {

    @Test
    void findsNothingWrongWithMeasuresThatStack() {
        assertEquals(List.of(), faults(row("M1", "GBP", "M2", "M3"), row("M2", null), row("M3", null, "M1")));
    }

    @Test
    void refusesACodeThatIsUsedAgainAtEveryFurtherRow() {
        assertEquals(
                List.of("/measures/2/code repeated", "/measures/3/code repeated"),
                faults(row("M1", null), row("m1", null), row("M1", null), row("M1", null)));
    }

    @Test
    void refusesToStackWithItselfWithTheUnknownAndTwice() {
        assertEquals(
                List.of(
                        "/measures/0/stacksWith/0 stacks-with-itself",
                        "/measures/0/stacksWith/1 unknown-measure",
                        "/measures/0/stacksWith/3 repeated"),
                faults(row("M1", null, "M1", "M9", "M2", "M2"), row("M2", null)));
    }

    @Test
    void refusesASecondCurrency() {
        assertEquals(
                List.of("/measures/2/currency another-currency"),
                faults(row("M1", null), row("M2", "GBP"), row("M3", "EUR")));
    }

    @Test
    void passesOverWhatCouldNotBeRead() {
        assertEquals(
                List.of(), UploadCheck.faultsOf(new Upload("e", "s", "l", true, Arrays.asList((Upload.Row) null))));
    }

    private static Upload.Row row(String code, @Nullable String currency, String... stacksWith) {
        return new Upload.Row(
                code,
                null,
                null,
                null,
                "hour",
                BigDecimal.TEN,
                currency,
                2024,
                "s",
                null,
                null,
                List.of(stacksWith),
                null,
                null,
                null,
                null);
    }

    private static List<String> faults(Upload.Row... rows) {
        return UploadCheck.faultsOf(new Upload("example-1", "s", "l", true, List.of(rows))).stream()
                .map(fault -> fault.at() + " " + fault.rule())
                .toList();
    }
}
