package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;

/** How much of a measure is committed to. */
public sealed interface Quantity {

    Fraction amount();

    String working();

    /** As counted. */
    record Counted(BigDecimal number) implements Quantity {
        @Override
        public Fraction amount() {
            return Fraction.of(number);
        }

        @Override
        public String working() {
            return Figures.plain(number);
        }
    }

    /** People's posts as full-time equivalents, pro rata of hours and of the weeks of a year. */
    record Posts(BigDecimal people, BigDecimal hoursPerWeek, BigDecimal fullTimeHours, BigDecimal weeks)
            implements Quantity {

        private static final BigDecimal WEEKS_OF_A_YEAR = new BigDecimal(52);

        @Override
        public Fraction amount() {
            return Fraction.of(people.multiply(hoursPerWeek).multiply(weeks), fullTimeHours.multiply(WEEKS_OF_A_YEAR));
        }

        @Override
        public String working() {
            return "(%s people × %s / %s hours × %s / 52 weeks)"
                    .formatted(
                            Figures.plain(people),
                            Figures.plain(hoursPerWeek),
                            Figures.plain(fullTimeHours),
                            Figures.plain(weeks));
        }
    }

    /** Hours of sessions: their length times those who attend. */
    record Sessions(BigDecimal sessions, BigDecimal hoursEach, BigDecimal attendees) implements Quantity {
        @Override
        public Fraction amount() {
            return Fraction.of(sessions.multiply(hoursEach).multiply(attendees));
        }

        @Override
        public String working() {
            return "(%s sessions × %s hours × %s attendees)"
                    .formatted(Figures.plain(sessions), Figures.plain(hoursEach), Figures.plain(attendees));
        }
    }
}
