package org.anchors.kit.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that XML cannot hold stand in a workbook as {@code _x001F_} (ECMA-376 part 1, 22.4.2.4). */
public final class WorkbookText {

    private static final Pattern CODED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern TO_CODE =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\uFFFE\\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)");

    private WorkbookText() {}

    public static String coded(String text) {
        return TO_CODE.matcher(text)
                .replaceAll(found -> "_x%04X_".formatted((int) found.group().charAt(0)));
    }

    public static String decoded(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return CODED.matcher(text).replaceAll(found -> {
            var character = (char) Integer.parseInt(found.group(1), 16);
            var kept = Character.isSurrogate(character) ? found.group() : Character.toString(character);
            return Matcher.quoteReplacement(kept);
        });
    }
}
