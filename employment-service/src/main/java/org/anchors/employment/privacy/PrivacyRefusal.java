package org.anchors.employment.privacy;

import org.anchors.kit.refusal.Refusal;

/** Why something cannot be known any more. */
enum PrivacyRefusal implements Refusal {
    KEY_DESTROYED("The programme's records have been sealed", Category.CONFLICT);

    private final String title;
    private final Category category;

    PrivacyRefusal(String title, Category category) {
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
