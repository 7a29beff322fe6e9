package org.anchors.employment.snapshot;

import java.util.Locale;

/** What outcomes are broken down by. */
enum Dimension {
    PROGRAMME("programme", "text"),
    YEAR("year", "int"),
    PLACE("place", "text"),
    DECILE("imd_decile", "smallint"),
    AGE_BAND("age_band", "text"),
    EMPLOYER("employer", "text"),
    GROUP("grp", "text");

    private final String column;
    private final String type;

    Dimension(String column, String type) {
        this.column = column;
        this.type = type;
    }

    String column() {
        return column;
    }

    String type() {
        return type;
    }

    /** As it is written: {@code age-band}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
