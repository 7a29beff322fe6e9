package org.anchors.kit.table;

import org.anchors.kit.refusal.Refusal;
import org.anchors.kit.refusal.Refused;

/** Why a file is refused as a whole. */
public enum FileRefusal implements Refusal {
    UNREADABLE_FILE("The file cannot be read", Category.MALFORMED),
    FILE_TOO_LARGE("The file holds too much", Category.TOO_LARGE);

    private final String title;
    private final Category category;

    FileRefusal(String title, Category category) {
        this.title = title;
        this.category = category;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Category category() {
        return category;
    }

    public static Refused tooLarge(String detail) {
        return new Refused(FILE_TOO_LARGE, detail);
    }

    public static Refused unreadable(String detail) {
        return new Refused(UNREADABLE_FILE, detail);
    }
}
