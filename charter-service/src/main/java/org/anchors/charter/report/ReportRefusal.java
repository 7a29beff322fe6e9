package org.anchors.charter.report;

import org.anchors.kit.refusal.Refusal;

/** Why a report, or a step in its life, is refused, apart from faults in what was sent. */
enum ReportRefusal implements Refusal {
    REPORT_EXISTS("There is a report for this year already", Category.CONFLICT),
    NAMED_MEANWHILE("What one organisation alone may name has been named meanwhile", Category.CONFLICT),
    REPORT_ACCEPTED("The report has been accepted", Category.CONFLICT),
    REPORT_RETURNED("The report has been returned to its organisation", Category.CONFLICT),
    REPORT_AWAITS_DECISION("The report waits for the anchor team's decision", Category.CONFLICT),
    REPORT_NEVER_ACCEPTED("Only what has been accepted is restated", Category.CONFLICT),
    RESTATEMENT_NEEDED("What has been accepted is corrected by a restatement", Category.CONFLICT),
    QUERIES_OPEN("The report has queries that are neither explained nor waived", Category.CONFLICT),
    APPROVAL_WITHHELD("The organisation's approver withholds approval", Category.CONFLICT),
    TOO_LONG_FOR_A_FILE("The report says more than a cell of a file may hold", Category.CONFLICT),
    OWN_REVISION("Nobody approves what they submitted themselves", Category.FORBIDDEN);

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
