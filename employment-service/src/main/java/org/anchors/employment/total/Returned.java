package org.anchors.employment.total;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.anchors.contracts.event.OutcomeTotalsChanged.Quality;
import org.anchors.kit.calendar.EssexDays;
import org.jspecify.annotations.Nullable;

/**
 * What was returned of one group, or of everyone.
 *
 * @param group empty for everyone
 * @param revision counts the returns for the same programme and year, from 1
 * @param withdrawn whether it says only that what was returned before does not hold
 */
public record Returned(
        UUID id,
        String programme,
        int year,
        @Nullable String period,
        Quality quality,
        String group,
        Counts totals,
        int revision,
        Instant returnedAt,
        boolean withdrawn) {

    /** The last day of the period, or the day of the return where it has none. */
    public LocalDate endsOn() {
        return period == null
                ? EssexDays.of(returnedAt)
                : Months.of(period).last().atEndOfMonth();
    }

    /** As it may be told beside everyone's totals: counts of a group rounded, and none that is few or leaves few. */
    Returned seenAmong(Counts everyone) {
        return group.isEmpty()
                ? this
                : new Returned(
                        id,
                        programme,
                        year,
                        period,
                        quality == Quality.EXACT ? Quality.ROUNDED : quality,
                        group,
                        totals.seenAmong(everyone),
                        revision,
                        returnedAt,
                        withdrawn);
    }

    static Returned of(Tuple row) {
        return new Returned(
                row.get("id", UUID.class),
                row.get("programme", String.class),
                row.get("year", Integer.class),
                row.get("period", String.class),
                Quality.valueOf(row.get("quality", String.class)),
                row.get("grp", String.class),
                Counts.of(row),
                row.get("revision", Integer.class),
                row.get("returned_at", Instant.class),
                row.get("withdrawn", Boolean.class));
    }
}
