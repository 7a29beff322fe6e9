package org.anchors.socialvalue.procurement;

import org.anchors.kit.refusal.Refusal;

/** Why a step in the life of a procurement is refused, apart from faults in what was sent. */
enum ProcurementRefusal implements Refusal {
    PROCUREMENT_EXISTS("Your organisation has a procurement of this reference already", Category.CONFLICT),
    STAGE_DOES_NOT_ALLOW("The procurement is not at the stage that this step is taken on", Category.CONFLICT),
    NO_ORGANISATION("Your account belongs to no organisation", Category.FORBIDDEN);

    private final String title;
    private final Category category;

    ProcurementRefusal(String title, Category category) {
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
