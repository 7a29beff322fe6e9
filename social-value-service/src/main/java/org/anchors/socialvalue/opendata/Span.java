package org.anchors.socialvalue.opendata;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A period of the standard, which has no days but instants. */
record Span(OffsetDateTime startDate, OffsetDateTime endDate) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    static Span of(Instant from, Instant to) {
        return new Span(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC));
    }

    /** From the beginning of the first day to the end of the last. */
    static Span ofDays(LocalDate first, LocalDate last) {
        return new Span(
                beginning(first), last.atTime(LAST_SECOND).atZone(LONDON).toOffsetDateTime());
    }

    static OffsetDateTime beginning(LocalDate day) {
        return day.atStartOfDay(LONDON).toOffsetDateTime();
    }
}
