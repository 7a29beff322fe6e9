package org.anchors.socialvalue.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anchors.kit.platform.Sha256;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/decisions/0017: what means the same is the same text. */
class CanonicalTest {

    record Thing(
            @Nullable String text,
            @Nullable BigDecimal number,
            @Nullable LocalDate on,
            @Nullable Instant at,
            @Nullable List<String> list) {}

    @Test
    void ordersNamesAndLeavesOutWhatIsNotSaid() {
        var whole = new Thing(
                "a",
                new BigDecimal("1.50"),
                LocalDate.of(2026, 1, 15),
                Instant.parse("2026-01-15T10:00:00.000Z"),
                List.of("b", "a"));
        assertEquals(
                "{\"at\":\"2026-01-15T10:00:00Z\",\"list\":[\"b\",\"a\"],\"number\":1.5,\"on\":\"2026-01-15\",\"text\":\"a\"}",
                Canonical.of(whole));
        assertEquals("{}", Canonical.of(new Thing(null, null, null, null, List.of())));
        assertEquals("{\"text\":\"\"}", Canonical.of(new Thing("", null, null, null, null)));
    }

    @ParameterizedTest
    @CsvSource({
        "40, 40",
        "40.0, 40",
        "4e1, 40",
        "0.00, 0",
        "0e5, 0",
        "-0.10, -0.1",
        "1e18, 1000000000000000000",
        "0.0001, 0.0001"
    })
    void writesANumberInOneWay(BigDecimal number, String written) {
        assertEquals("[" + written + "]", Canonical.of(List.of(number)));
    }

    @Test
    void ordersNamesByTheirCodeUnits() {
        var names = new LinkedHashMap<String, Integer>();
        Arrays.asList("é", "b", "B", "a", "10", "9", "😀", "\uFB33").forEach(name -> names.put(name, 1));
        assertEquals("{\"10\":1,\"9\":1,\"B\":1,\"a\":1,\"b\":1,\"é\":1,\"😀\":1,\"\uFB33\":1}", Canonical.of(names));
    }

    @Test
    void escapesOnlyWhatItMust() {
        assertEquals(
                "[\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f€\u007f\"]",
                Canonical.of(List.of("\"\\/\b\f\n\r\t\u0001\u001f€\u007f")));
    }

    @Test
    void isHashedInUtf8() {
        var value = List.of("Sound – “as asked” – ½ \uD83D\uDC4D\u0001\n".repeat(2_000));
        assertEquals(Sha256.of(Canonical.of(value)), Canonical.sha256(value));
        assertEquals("[\"\uD83D\uDC4D\"]", Canonical.of(List.of("\uD83D\uDC4D")));
    }

    @Test
    void keepsTrueAndFalse() {
        assertEquals("{\"a\":true,\"b\":false}", Canonical.of(Map.of("b", false, "a", true)));
    }
}
