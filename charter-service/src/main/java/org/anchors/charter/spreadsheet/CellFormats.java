package org.anchors.charter.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.anchors.kit.table.FileRefusal;
import org.jspecify.annotations.Nullable;

/** How a workbook shows its numbers, as far as it tells what they are. */
final class CellFormats {

    /** What a number is by its format. */
    enum Meaning {
        NUMBER,
        PERCENTAGE,
        DAY
    }

    /** As many as spreadsheets write. */
    private static final int MOST = 65_536;
    /** Many times what spreadsheets take. */
    private static final int MOST_CODES = 5_000;
    /** Several times what spreadsheets take. */
    private static final int LONGEST_CODE = 1_000;

    private static final Pattern LITERALS =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\[(?!h+\\]|m+\\]|s+\\])[^\\[\\]]*\\]");
    private static final Pattern DATE = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);

    private final Map<Integer, Meaning> codes = new HashMap<>();
    private final List<Meaning> styles = new ArrayList<>();

    /** The formats that a part declares; none where there is no such part. */
    static CellFormats of(@Nullable Xml part) throws IOException {
        var formats = new CellFormats();
        if (part != null) {
            while (part.next()) {
                if (part.begins("numFmt")) {
                    formats.code(part);
                } else if (part.begins("cellXfs")) {
                    formats.styles(part);
                }
            }
        }
        return formats;
    }

    private void code(Xml part) throws IOException {
        var code = part.attribute("formatCode");
        var number = number(part.attribute("numFmtId"));
        if (code == null || codes.containsKey(number)) {
            return;
        }
        if (codes.size() == MOST_CODES) {
            throw FileRefusal.tooLarge("A workbook may have %,d formats of numbers.".formatted(MOST_CODES));
        }
        if (code.length() > LONGEST_CODE) {
            throw new IOException("A format of %,d characters".formatted(code.length()));
        }
        codes.put(number, meaning(code));
    }

    private void styles(Xml part) throws IOException {
        while (part.nextWithin("cellXfs", "xf")) {
            if (styles.size() == MOST) {
                throw FileRefusal.tooLarge("A workbook may have %,d cell formats.".formatted(MOST));
            }
            styles.add(meaning(number(part.attribute("numFmtId"))));
        }
    }

    /** What a number in a cell of this style is. */
    Meaning of(@Nullable String style) throws IOException {
        var index = number(style);
        return index >= 0 && index < styles.size() ? styles.get(index) : Meaning.NUMBER;
    }

    private static int number(@Nullable String text) throws IOException {
        if (text == null) {
            return 0;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException damaged) {
            throw new IOException(damaged);
        }
    }

    private Meaning meaning(int format) {
        var declared = codes.get(format);
        return declared == null ? known(format) : declared;
    }

    /** Formats that every spreadsheet knows without being told (ECMA-376 part 1, 18.8.30). */
    private static Meaning known(int format) {
        if (format == 9 || format == 10) {
            return Meaning.PERCENTAGE;
        }
        var isDay = format >= 14 && format <= 22
                || format >= 27 && format <= 36
                || format >= 45 && format <= 47
                || format >= 50 && format <= 58;
        return isDay ? Meaning.DAY : Meaning.NUMBER;
    }

    private static Meaning meaning(String code) {
        var bare = LITERALS.matcher(code).replaceAll("").replaceAll("(?i)general", "");
        if (bare.contains("%")) {
            return Meaning.PERCENTAGE;
        }
        return DATE.matcher(bare).find() ? Meaning.DAY : Meaning.NUMBER;
    }
}
