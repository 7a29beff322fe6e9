package org.anchors.charter.reportingyear;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When the reports of a year are taken.
 *
 * @param year the year
 * @param opens first day
 * @param due last day on which a report is on time
 * @param closes last day; absent while no end has been set
 */
public record ReportingWindow(
        ReportingYear year,
        LocalDate opens,
        LocalDate due,
        @Nullable LocalDate closes) {

    public boolean isOpenOn(LocalDate day) {
        return !day.isBefore(opens) && (closes == null || !day.isAfter(closes));
    }
}
