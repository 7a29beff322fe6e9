package org.anchors.kit.table;

import java.util.regex.Pattern;

/**
 * Text in a cell of a CSV or XLSX file that a spreadsheet must not run as a formula (reporting.md, Output). A text that begins
 * like one gets an apostrophe in front, and so does one that begins like a text so treated: reading takes exactly one away, and
 * what was written comes back. Numbers are written as numbers and need none of this.
 */
public final class CellText {

    /** Most characters that a cell of an XLSX file may hold. */
    public static final int LONGEST = 32_767;

    private static final String GUARD = "'";
    /** The full-width forms of the four signs are signs to some spreadsheets as well; a line break ends a cell for others. */
    private static final String BEGINS_LIKE_A_FORMULA = "[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20]";

    private static final Pattern TO_GUARD = Pattern.compile("^'*" + BEGINS_LIKE_A_FORMULA);
    private static final Pattern GUARDED = Pattern.compile("^'+" + BEGINS_LIKE_A_FORMULA);

    private CellText() {}

    /** The text as it is written into a cell, at most {@link #LONGEST} characters of it. */
    public static String written(String text) {
        var guarded = TO_GUARD.matcher(text).find() ? GUARD + text : text;
        return guarded.length() <= LONGEST ? guarded : guarded.substring(0, end(guarded));
    }

    /** Whether all of a text is written. */
    public static boolean fits(String text) {
        return text.length() < LONGEST;
    }

    /** The text that was written into a cell. */
    public static String read(String cell) {
        return GUARDED.matcher(cell).find() ? cell.substring(1) : cell;
    }

    /** A character of two halves is not cut in two. */
    private static int end(String text) {
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }
}
