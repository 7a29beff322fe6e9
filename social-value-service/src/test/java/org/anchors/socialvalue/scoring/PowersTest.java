package org.anchors.socialvalue.scoring;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowersTest {

    @ParameterizedTest
    @CsvSource({
        "100, 1.5, 1000",
        "64, 1.5, 512",
        "2, 0.5, 1.414213562373095048801688724209698",
        "10, 99, 1e99",
        "0.0001, 99, 1e-396",
        "50, 1, 50",
        "1, 7.3, 1",
        "0, 2, 0",
        "7, 0, 1",
    })
    void agreesWithWhatIsKnownTo34Digits(BigDecimal base, BigDecimal exponent, BigDecimal expected) {
        var power = Powers.power(base, exponent);
        var apart = power.subtract(expected).abs();
        assertTrue(apart.compareTo(expected.movePointLeft(32).abs()) <= 0, () -> "%s ^ %s gave %s"
                .formatted(base, exponent, power));
    }
}
