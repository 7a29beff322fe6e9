package org.anchors.socialvalue.award;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day that an instant is in, where the law that counts days holds. */
final class Days {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private Days() {}

    static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, LONDON);
    }
}
