package org.anchors.charter.organisation;

import org.anchors.kit.refusal.Refusal;

/** Why a change of an organisation is refused, apart from faults in the request. */
enum OrganisationRefusal implements Refusal {
    ORGANISATION_EXISTS("There is an organisation with this key already", Category.CONFLICT),
    ORGANISATION_SUCCEEDED("Another organisation has taken its place", Category.CONFLICT);

    private final String title;
    private final Category category;

    OrganisationRefusal(String title, Category category) {
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
