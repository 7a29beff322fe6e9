package org.anchors.socialvalue.contract;

import java.time.LocalDate;
import java.time.Month;

/** Reporting years, April to March, as the consolidated report names them. */
public final class ReportingYears {

    private ReportingYears() {}

    /** The name of the year that a day is in, such as {@code 2024-25}. */
    public static String of(LocalDate day) {
        var start = day.getMonthValue() < Month.APRIL.getValue() ? day.getYear() - 1 : day.getYear();
        return "%d-%02d".formatted(start, (start + 1) % 100);
    }
}
