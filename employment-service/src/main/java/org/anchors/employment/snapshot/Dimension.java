package org.anchors.employment.snapshot;

import java.util.Locale;

/** What outcomes are broken down by. */
enum Dimension {
    PROGRAMME("programme"),
    YEAR("year"),
    PLACE("place"),
    /** Each edition of the index ranks other areas, so a decile is one of an edition. */
    DECILE("imd_edition, imd_decile") {
        @Override
        String key() {
            return "'IMD' || imd_edition || '/' || imd_decile";
        }
    },
    AGE_BAND("age_band"),
    EMPLOYER("employer"),
    GROUP("grp");

    private final String columns;

    Dimension(String columns) {
        this.columns = columns;
    }

    /** The columns that people of one slice have in common. */
    String columns() {
        return columns;
    }

    /** What a slice is called, as an expression of its columns; null where it is not known. */
    String key() {
        return "cast(%s as text)".formatted(columns);
    }

    /** As it is written: {@code age-band}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
