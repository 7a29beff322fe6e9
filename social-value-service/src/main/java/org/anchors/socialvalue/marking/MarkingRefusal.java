package org.anchors.socialvalue.marking;

import org.anchors.kit.refusal.Refusal;

/** Why something about marks is refused, apart from faults in what was sent. */
enum MarkingRefusal implements Refusal {
    MARKS_ARE_IN("Your marks are in", Category.CONFLICT),
    MARKS_MISSING("Marks are missing", Category.INVALID),
    MARKS_AWAITED("Marks of evaluators are awaited", Category.CONFLICT),
    RULED_BY_YOU("The second who confirms rulings has to be another person", Category.CONFLICT),
    REASONS_TOO_LONG("What was agreed on is too long", Category.CONFLICT);

    private final String title;
    private final Category category;

    MarkingRefusal(String title, Category category) {
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
