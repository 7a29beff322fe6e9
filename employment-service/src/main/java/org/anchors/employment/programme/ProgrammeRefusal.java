package org.anchors.employment.programme;

import org.anchors.kit.refusal.Refusal;

/** Why a programme is refused, apart from faults in it. */
enum ProgrammeRefusal implements Refusal {
    PROGRAMME_EXISTS("There is a programme of this key already", Category.CONFLICT),
    COHORT_EXISTS("There is a cohort of this key already", Category.CONFLICT);

    private final String title;
    private final Category category;

    ProgrammeRefusal(String title, Category category) {
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
