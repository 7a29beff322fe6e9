package org.anchors.charter.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anchors.kit.table.FileRefusal;
import org.jspecify.annotations.Nullable;

/** The texts that a workbook keeps apart from its cells, which name them by number. */
final class SharedTexts {

    private static final int MOST = 200_000;

    private final List<String> texts = new ArrayList<>();

    /** The texts of a part; none where there is no such part. How many it says to hold is not asked. */
    static SharedTexts of(@Nullable Xml part) throws IOException {
        var shared = new SharedTexts();
        while (part != null && part.nextWithin("sst", "si")) {
            if (shared.texts.size() == MOST) {
                throw FileRefusal.tooLarge("A workbook may have %,d texts.".formatted(MOST));
            }
            shared.texts.add(part.runs("si"));
        }
        return shared;
    }

    Optional<String> find(String number) {
        if (!number.matches("[0-9]{1,9}") || Integer.parseInt(number) >= texts.size()) {
            return Optional.empty();
        }
        return Optional.of(texts.get(Integer.parseInt(number)));
    }
}
