package org.anchors.charter.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperandTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EMP-01.value",
                "EMP-07[*].denominator",
                "PRO-03[union].numerator",
                "PRO-03[other].numerator",
                "sum PRO-03[other].numerator",
                "30"
            })
    void isWrittenAsItIsRead(String text) {
        assertEquals(text, Operand.parse(text).written());
    }

    @Test
    void refusesWhatIsNeitherValueNorNumber() {
        assertThrows(NumberFormatException.class, () -> Operand.parse("EMP-01"));
    }
}
