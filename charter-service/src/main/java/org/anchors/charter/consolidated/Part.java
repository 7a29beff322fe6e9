package org.anchors.charter.consolidated;

import java.util.Locale;

/** The tables of a consolidated report. CSV holds one of them, a workbook all. */
public enum Part {
    ABOUT,
    FIGURES,
    ANSWERS,
    COMPLETENESS,
    COMMITMENTS,
    SOCIAL_VALUE,
    EMPLOYMENT;

    /** As it is asked for. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
