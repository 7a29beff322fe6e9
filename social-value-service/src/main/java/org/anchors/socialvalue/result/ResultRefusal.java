package org.anchors.socialvalue.result;

import org.anchors.kit.refusal.Refusal;

/** Why nothing is told of a result. */
enum ResultRefusal implements Refusal {
    NOT_DECIDED("The award is not decided", Category.CONFLICT);

    private final String title;
    private final Category category;

    ResultRefusal(String title, Category category) {
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
