package org.anchors.charter.charter;

import org.anchors.kit.refusal.Refusal;

/** Why a step of a signature is refused, apart from faults in the request. */
enum CharterRefusal implements Refusal {
    SIGNATURE_EXISTS("There is a signature of this organisation already", Category.CONFLICT),
    SIGNATURE_STATE("The signature has another state", Category.CONFLICT);

    private final String title;
    private final Category category;

    CharterRefusal(String title, Category category) {
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
