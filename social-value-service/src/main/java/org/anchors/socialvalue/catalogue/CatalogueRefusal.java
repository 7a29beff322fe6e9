package org.anchors.socialvalue.catalogue;

import org.anchors.kit.refusal.Refusal;

/** Why a catalogue is refused, apart from faults in it. */
enum CatalogueRefusal implements Refusal {
    CATALOGUE_EXISTS("There is a catalogue of this edition already", Category.CONFLICT),
    NO_ORGANISATION("Your account belongs to no organisation", Category.FORBIDDEN);

    private final String title;
    private final Category category;

    CatalogueRefusal(String title, Category category) {
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
