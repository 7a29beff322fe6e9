package org.anchors.charter.report;

import jakarta.persistence.AttributeConverter;
import org.anchors.kit.calendar.ReportingYear;
import org.jspecify.annotations.Nullable;

/** A reporting year is stored as the calendar year in which it starts. */
class YearColumn implements AttributeConverter<ReportingYear, Integer> {

    @Override
    public @Nullable Integer convertToDatabaseColumn(@Nullable ReportingYear year) {
        return year == null ? null : year.start();
    }

    @Override
    public @Nullable ReportingYear convertToEntityAttribute(@Nullable Integer start) {
        return start == null ? null : new ReportingYear(start);
    }
}
