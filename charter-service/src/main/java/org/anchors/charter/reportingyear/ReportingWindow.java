package org.anchors.charter.reportingyear;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.anchors.kit.calendar.ReportingYear;
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

    /** The window of a row of {@code reporting_year}. */
    public static ReportingWindow read(ResultSet row) throws SQLException {
        return new ReportingWindow(
                new ReportingYear(row.getInt("year")),
                row.getObject("opens", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getObject("closes", LocalDate.class));
    }

    public boolean isOpenOn(LocalDate day) {
        return !day.isBefore(opens) && (closes == null || !day.isAfter(closes));
    }

    /** What to tell whoever reports on a day on which no reports are taken. */
    public Optional<String> refusalOn(LocalDate day) {
        if (isOpenOn(day)) {
            return Optional.empty();
        }
        return Optional.of(
                day.isBefore(opens)
                        ? "Reports of this year are taken from %s on.".formatted(opens)
                        : "Reports of this year were taken until %s; ask the anchor team.".formatted(closes));
    }
}
