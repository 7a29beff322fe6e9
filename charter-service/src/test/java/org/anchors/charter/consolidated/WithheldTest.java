package org.anchors.charter.consolidated;

import static org.anchors.charter.consolidated.PoolingTest.CATALOGUE;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be left out of a publication. */
class WithheldTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LAB-04",
                "LAB-04/change",
                "EMP-05.veteran",
                "EMP-05.veteran/change",
                "EMP-11.conversion",
                "EMP-11.conversion/change",
                "employment"
            })
    void aFigureItsChangeAndTheOutcomesCan(String name) {
        assertTrue(Withheld.isKnown(name, CATALOGUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EMP-05",
                "EMP-05/change",
                "EMP-05.",
                "EMP-05.conversion",
                "LAB-04.conversion/change",
                "LAB-04/change/change",
                "EMP-99",
                "employment/change",
                "",
                "/change"
            })
    void whatNoReportHasCannot(String name) {
        assertFalse(Withheld.isKnown(name, CATALOGUE));
    }
}
