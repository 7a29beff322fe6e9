package org.anchors.kit.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** reporting.md, Output: cells that a spreadsheet would run as a formula are neutralised. */
class CellTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+44", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uFF1D1+1", "\uFF20SUM(A1)"})
    void putsAnApostropheBeforeWhatBeginsLikeAFormula(String text) {
        assertEquals("'" + text, CellText.written(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "12", " =1", "it's", "'quoted'"})
    void leavesOtherTextAsItIs(String text) {
        assertEquals(text, CellText.written(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "'=1+1", "''=1+1", "'quoted'", "plain", "", "-", "'-"})
    void readsBackWhatWasWritten(String text) {
        assertEquals(text, CellText.read(CellText.written(text)));
    }

    @Test
    void keepsToWhatACellCanHold() {
        var tooLong = "a".repeat(CellText.LONGEST - 1) + "\uD83D\uDE00";
        assertEquals("a".repeat(CellText.LONGEST - 1), CellText.written(tooLong));
        assertEquals(
                CellText.LONGEST, CellText.written("=".repeat(CellText.LONGEST)).length());
    }
}
