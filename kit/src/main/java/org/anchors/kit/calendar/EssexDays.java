package org.anchors.kit.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** The days of the charter, of its programmes and of the law that tenders follow are days in Essex. */
@ApplicationScoped
public class EssexDays {

    private static final ZoneId ESSEX = ZoneId.of("Europe/London");

    private final Clock clock;

    EssexDays(Clock clock) {
        this.clock = clock;
    }

    public LocalDate today() {
        return of(clock.instant());
    }

    /** The day that an instant belongs to. */
    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, ESSEX);
    }

    /** A day as a native query gives it; null where the column is empty. */
    public static @Nullable LocalDate read(Tuple row, String column) {
        var value = row.get(column);
        return value instanceof Date day ? day.toLocalDate() : (LocalDate) value;
    }

    /** The day that a query parameter asks for, today where it is left out. */
    public LocalDate asked(String parameter, @Nullable String text) {
        if (text == null) {
            return today();
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            throw Refused.ofParameter(
                    CommonRefusal.INVALID_REQUEST, parameter, "form", text, "Send a day such as 2022-01-31.");
        }
    }
}
