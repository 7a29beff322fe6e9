package org.anchors.employment.total;

import java.time.Month;
import java.time.YearMonth;
import org.anchors.kit.calendar.ReportingYear;

/** The months that a return is about, the first and the last included. */
record Months(YearMonth first, YearMonth last) {

    /** The months of a period as it is written: {@code 2022-23} or {@code 2022-04/2022-12}. */
    static Months of(String period) {
        var slash = period.indexOf('/');
        if (slash < 0) {
            var year = ReportingYear.parse(period).start();
            return new Months(YearMonth.of(year, Month.APRIL), YearMonth.of(year + 1, Month.MARCH));
        }
        return new Months(YearMonth.parse(period.substring(0, slash)), YearMonth.parse(period.substring(slash + 1)));
    }

    boolean cover(Months other) {
        return !first.isAfter(other.first) && !last.isBefore(other.last);
    }
}
