package org.anchors.socialvalue.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowCheckTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "20000, -, -, -",
                "0, 0, 0, -",
                "20000.10, 19000, 21000.99, -",
                "20000.1000, -, 20000.1, -",
                "-, -, -, /m/proxy proxy-missing",
                "-0.01, -, -, /m/proxy negative",
                "0.001, -, -, /m/proxy more-than-two-places",
                "1000000000000, -, -, /m/proxy amount-out-of-range",
                "5, -1, 9, /m/low negative",
                "5, 1, 9.999, /m/high more-than-two-places",
                "5, 6, 4, /m/low low-above-high",
                "5, 6, -, /m/proxy proxy-outside-range",
                "5, 6, 9, /m/proxy proxy-outside-range",
                "5, -, 4, /m/proxy proxy-outside-range"
            })
    void takesExactMoneyWithinItsRange(
            @Nullable BigDecimal proxy, @Nullable BigDecimal low, @Nullable BigDecimal high, @Nullable String fault) {
        assertEquals(
                fault == null ? List.of() : List.of(fault),
                faults(new Upload.Row(
                        "M1",
                        null,
                        null,
                        null,
                        "FTE-year",
                        proxy,
                        null,
                        2024,
                        "Unit costs",
                        low,
                        high,
                        null,
                        null,
                        null,
                        null,
                        null)));
    }

    @ParameterizedTest
    @CsvSource({"1989, false", "1990, true", "2099, true", "2100, false", "-1, false"})
    void takesAPriceYearOfOurTime(int year, boolean fine) {
        assertEquals(
                fine ? List.of() : List.of("/m/priceYear year-out-of-range"),
                faults(monetised("hour", "GBP", year, "Unit costs")));
    }

    @Test
    void asksForPriceYearAndSourceOfAValue() {
        assertEquals(
                List.of("/m/priceYear price-year-missing", "/m/source source-missing"),
                faults(monetised("hour", "GBP", null, " ")));
    }

    @ParameterizedTest
    @CsvSource({"GBP, true", "EUR, true", "gbp, false", "POUND, false", "'', false"})
    void takesCurrenciesByTheirCode(String currency, boolean fine) {
        assertEquals(
                fine ? List.of() : List.of("/m/currency unknown-currency"),
                faults(monetised("hour", currency, 2024, "Unit costs")));
    }

    @ParameterizedTest
    @CsvSource({
        "FTE-year, MONETISED, true",
        "tCO2e, RECORD_ONLY, true",
        "text, TEXT, true",
        "fte-year, MONETISED, false",
        "furlong, RECORD_ONLY, false",
        "text, RECORD_ONLY, false",
        "hour, TEXT, false"
    })
    void takesAUnitThatItKnowsAndThatFitsTheKind(String unit, Kind kind, boolean fine) {
        var row = kind == Kind.MONETISED
                ? monetised(unit, "GBP", 2024, "Unit costs")
                : new Upload.Row(
                        "M1", kind, null, null, unit, null, null, null, null, null, null, null, null, null, null, null);
        assertEquals(fine ? 0 : 1, faults(row).size());
    }

    @Test
    void refusesEveryPartOfAValueWhereTheKindHasNone() {
        var one = BigDecimal.ONE;
        assertEquals(
                List.of("proxy", "currency", "priceYear", "low", "high").stream()
                        .map(field -> "/m/" + field + " value-of-a-measure-without-value")
                        .toList(),
                faults(new Upload.Row(
                        "M1",
                        Kind.RECORD_ONLY,
                        null,
                        null,
                        "hour",
                        one,
                        "GBP",
                        2024,
                        "Unit costs",
                        one,
                        one,
                        null,
                        null,
                        null,
                        null,
                        null)));
    }

    private static Upload.Row monetised(String unit, String currency, @Nullable Integer year, String source) {
        return new Upload.Row(
                "M1",
                Kind.MONETISED,
                null,
                null,
                unit,
                BigDecimal.TEN,
                currency,
                year,
                source,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static List<String> faults(Upload.Row row) {
        return RowCheck.faultsOf(row, "/m").stream()
                .map(fault -> fault.at() + " " + fault.rule())
                .toList();
    }
}
