package org.anchors.socialvalue.award;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.anchors.kit.refusal.Refused;

/** Bank holidays of England and Wales, of the years for which they are known. */
final class BankHolidays {

    private final Set<LocalDate> days;
    private final int firstYear;
    private final int lastYear;

    BankHolidays(List<LocalDate> days) {
        var sorted = new TreeSet<>(days);
        this.days = sorted;
        this.firstYear = sorted.getFirst().getYear();
        this.lastYear = sorted.getLast().getYear();
    }

    /** Whether it is neither of a weekend nor a bank holiday; refused in a year whose bank holidays are not known. */
    boolean isWorkingDay(LocalDate day) {
        if (day.getYear() < firstYear || day.getYear() > lastYear) {
            throw new Refused(
                    AwardRefusal.BANK_HOLIDAYS_UNKNOWN,
                    "Working days can be counted from %d to %d.".formatted(firstYear, lastYear));
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !days.contains(day);
    }
}
