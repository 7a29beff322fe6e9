package org.anchors.socialvalue.award;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.anchors.socialvalue.policy.Regime;
import org.jspecify.annotations.Nullable;

/**
 * How long a contract has to wait after the notice of its award; standstills.json says it for each regime.
 *
 * @param law the provision that says so
 * @param days how many
 * @param counted which days are counted
 * @param from the day that the counting begins with
 * @param daysAfterAnswer how many working days it lasts on after the day on which objections are answered
 * @param summariesFirst the provision that asks for each bidder's assessment summary before the notice; absent where none does
 */
record Standstill(
        Regime regime,
        String law,
        int days,
        Counted counted,
        From from,
        int daysAfterAnswer,
        @Nullable String summariesFirst) {

    /** Which days are counted. */
    enum Counted {
        WORKING_DAYS,
        /** All days; where the last is no working day, it goes on to the end of the next one. */
        DAYS
    }

    /** The day that the counting begins with, if it is a day that is counted. */
    enum From {
        DAY_OF_NOTICE(0),
        DAY_AFTER_NOTICE(1),
        SECOND_DAY_AFTER_NOTICE(2);

        private final int after;

        From(int after) {
            this.after = after;
        }
    }

    /** The last day on which no contract may be entered into. */
    LocalDate lastDay(LocalDate notice, BankHolidays holidays) {
        var first = notice.plusDays(from.after);
        return switch (counted) {
            case WORKING_DAYS ->
                workingDaysFrom(first, holidays).skip(days - 1L).findFirst().orElseThrow();
            case DAYS ->
                workingDaysFrom(first.plusDays(days - 1L), holidays).findFirst().orElseThrow();
        };
    }

    /** The last day on which no contract may be entered into after objections were answered on a day. */
    Optional<LocalDate> lastDayAfterAnswer(LocalDate answered, BankHolidays holidays) {
        return daysAfterAnswer == 0
                ? Optional.empty()
                : workingDaysFrom(answered.plusDays(1), holidays)
                        .skip(daysAfterAnswer - 1L)
                        .findFirst();
    }

    private static Stream<LocalDate> workingDaysFrom(LocalDate first, BankHolidays holidays) {
        return Stream.iterate(first, day -> day.plusDays(1)).filter(holidays::isWorkingDay);
    }
}
