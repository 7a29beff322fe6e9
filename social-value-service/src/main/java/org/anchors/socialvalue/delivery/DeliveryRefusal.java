package org.anchors.socialvalue.delivery;

import org.anchors.kit.refusal.Refusal;

/** Why a step with deliveries is refused, apart from faults in what was sent. */
enum DeliveryRefusal implements Refusal {
    DELIVERY_DECIDED("The delivery is decided upon already", Category.CONFLICT),
    DELIVERY_CORRECTED("The delivery is corrected already", Category.CONFLICT),
    STATED_BY_YOU("You stated this delivery yourself", Category.CONFLICT),
    INDICATORS_PUBLISHED("The contract's indicators are published already", Category.CONFLICT);

    private final String title;
    private final Category category;

    DeliveryRefusal(String title, Category category) {
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
