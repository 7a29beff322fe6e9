package org.anchors.employment.total;

import org.anchors.kit.refusal.Refusal;

/** Why totals are refused, apart from faults in them. */
enum TotalRefusal implements Refusal {
    PROGRAMME_HAS_RECORDS("The programme's totals of the year are counted from its records", Category.CONFLICT),
    RETURN_SUPERSEDED("Another return, or a withdrawal, has taken its place", Category.CONFLICT);

    private final String title;
    private final Category category;

    TotalRefusal(String title, Category category) {
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
