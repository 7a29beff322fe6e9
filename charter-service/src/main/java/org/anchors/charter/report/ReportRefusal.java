package org.anchors.charter.report;

import org.anchors.kit.refusal.Refusal;

/** Why a report is refused, apart from faults in it. */
enum ReportRefusal implements Refusal {
    REPORT_EXISTS("There is a report for this year already", Category.CONFLICT);

    private final String title;
    private final Category category;

    ReportRefusal(String title, Category category) {
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
