package org.anchors.charter.publication;

import org.anchors.kit.refusal.Refusal;

/** Why a publication is refused, apart from faults in the request. */
enum PublicationRefusal implements Refusal {
    DISCLOSURE_POSSIBLE("Suppressed figures could be found out", Category.INVALID),
    REPORTS_ARRIVING("The figures are being built anew at this moment", Category.CONFLICT);

    private final String title;
    private final Category category;

    PublicationRefusal(String title, Category category) {
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
