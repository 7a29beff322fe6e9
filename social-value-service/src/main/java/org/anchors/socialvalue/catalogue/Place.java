package org.anchors.socialvalue.catalogue;

/** A place in the list of all catalogues. */
record Place(String owner, String edition) {

    /** Reads what {@link #text} wrote; the empty text is the place before the first. */
    static Place of(String text) {
        var parts = text.split("/", 2);
        return new Place(parts[0], parts.length == 1 ? "" : parts[1]);
    }

    static Place of(Catalogue catalogue) {
        return new Place(catalogue.owner(), catalogue.edition());
    }

    String text() {
        return owner + "/" + edition;
    }
}
