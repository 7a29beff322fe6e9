package org.anchors.employment.retention;

import java.time.LocalDate;
import java.time.Period;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is kept of a programme's people, and until when (employment.md, Privacy).
 *
 * @param programme key of the programme
 * @param lastFollowUp the last day on which something was recorded of anybody in it
 * @param keyStands whether the key of its pseudonyms is there
 * @param participants people of whom there are rows
 */
@Schema(name = "Retention", description = "What is kept of a programme's people, and until when.")
record Due(String programme, LocalDate lastFollowUp, boolean keyStands, long participants) {

    static final Period KEY = Period.ofMonths(12);
    static final Period ROWS = Period.ofYears(3);

    /** The first day on which the key goes. */
    @Schema(description = "The first day on which the key goes, 12 months after the last follow-up")
    public LocalDate getKeyGoesOn() {
        return lastFollowUp.plus(KEY);
    }

    /** The first day on which the rows go. */
    @Schema(description = "The first day on which the rows go, 3 years after the last follow-up; totals stay")
    public LocalDate getRowsGoOn() {
        return lastFollowUp.plus(ROWS);
    }

    /** Whether the key goes until a day. */
    boolean keyGoes(LocalDate on) {
        return keyStands && !on.isBefore(getKeyGoesOn());
    }

    boolean rowsGo(LocalDate on) {
        return participants > 0 && !on.isBefore(getRowsGoOn());
    }
}
