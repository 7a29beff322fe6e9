package org.anchors.socialvalue.panel;

import org.anchors.kit.refusal.Refusal;

/** Why a change of the evaluators is refused. */
enum PanelRefusal implements Refusal {
    MARKS_ARE_FINAL("The marks are final, or never came", Category.CONFLICT),
    NOT_AWAITED("Nobody waits for these marks", Category.CONFLICT);

    private final String title;
    private final Category category;

    PanelRefusal(String title, Category category) {
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
