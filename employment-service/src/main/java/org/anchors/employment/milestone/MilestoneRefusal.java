package org.anchors.employment.milestone;

import org.anchors.kit.refusal.Refusal;

/** Why something about milestones is refused, apart from faults in them. */
enum MilestoneRefusal implements Refusal {
    RECOUNT_UNDER_WAY("Another recount is under way", Category.CONFLICT),
    LOADS_BUSY("Other large files are being loaded", Category.BUSY);

    private final String title;
    private final Category category;

    MilestoneRefusal(String title, Category category) {
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
