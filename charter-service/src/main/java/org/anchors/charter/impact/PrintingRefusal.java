package org.anchors.charter.impact;

import org.anchors.kit.refusal.Refusal;

/** Why a report is not printed. */
enum PrintingRefusal implements Refusal {
    PRINTING_BUSY("Another report is being printed", Category.BUSY);

    private final String title;
    private final Category category;

    PrintingRefusal(String title, Category category) {
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
}
