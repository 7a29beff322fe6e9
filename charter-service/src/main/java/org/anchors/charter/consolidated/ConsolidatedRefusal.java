package org.anchors.charter.consolidated;

import org.anchors.kit.refusal.Refusal;

/** Why a question about the consolidated report is refused. */
enum ConsolidatedRefusal implements Refusal {
    NOT_KNOWN_YET("Not everything up to that instant has arrived yet", Category.CONFLICT),
    NOT_ADDABLE("These figures may not be added up", Category.INVALID);

    private final String title;
    private final Category category;

    ConsolidatedRefusal(String title, Category category) {
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
