package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.util.Optional;

/** What of people's time, or how many people, the unit of a measure stands for. */
public enum Labour {
    NONE("0", false),
    PEOPLE("0", true),
    FULL_TIME_YEARS("1", true),
    WEEKS("52", false),
    DAYS("260", false),
    HOURS("1950", false);

    private final BigDecimal toTheYear;
    private final boolean countsPeople;

    /** Full time is taken for as much as it can be: 52 weeks of five days of 7.5 hours, without a holiday. */
    Labour(String toTheYear, boolean countsPeople) {
        this.toTheYear = new BigDecimal(toTheYear);
        this.countsPeople = countsPeople;
    }

    /** What the unit of a catalogue's measure stands for. */
    public static Labour of(String unit) {
        return switch (unit) {
            case "person" -> PEOPLE;
            case "FTE-year" -> FULL_TIME_YEARS;
            case "person-week", "week" -> WEEKS;
            case "day" -> DAYS;
            case "hour" -> HOURS;
            default -> NONE;
        };
    }

    /** How many work full time for an amount of a year. */
    Optional<Fraction> fullTime(Fraction amount) {
        return toTheYear.signum() == 0 ? Optional.empty() : Optional.of(amount.over(toTheYear));
    }

    /** How many people an amount is of, each of them another one. */
    Optional<Fraction> people(Fraction amount) {
        return countsPeople ? Optional.of(amount) : Optional.empty();
    }
}
