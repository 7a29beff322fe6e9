package org.anchors.kit.edge;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "-0.0000, true",
        "0e3, true",
        "0e100000000, false",
        "0e-100000000, false",
        "999999999999999999, true",
        "1000000000000000000, false",
        "-999999999999999999.9999, true",
        "0.0001, true",
        "0.00010, true",
        "0.00001, false",
        "1e17, true",
        "1e18, false",
        "1e10000000, false",
        "-1e10000000, false",
        "1e-10000000, false",
        "1e99999999999999999999, false",
        "1e-99999999999999999999, false",
        "0.0000000000000000000000000000000000000000, false"
    })
    void allowEighteenDigitsAndFourPlacesAndSaySoAtOnce(String text, boolean allowed) {
        assertTimeoutPreemptively(
                ofSeconds(5), () -> assertEquals(allowed ? new BigDecimal(text) : null, Numbers.withinLimits(text)));
    }
}
