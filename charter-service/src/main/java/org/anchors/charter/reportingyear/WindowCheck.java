package org.anchors.charter.reportingyear;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.calendar.ReportingYear;

/** The rules of a reporting year's window. */
final class WindowCheck {

    private WindowCheck() {}

    static List<Fault> faultsOf(WindowRequest sent, ReportingYear year) {
        var faults = new ArrayList<Fault>();
        var starts = LocalDate.of(year.start(), Month.APRIL, 1);
        if (sent.opens() != null && sent.opens().isBefore(starts)) {
            faults.add(new Fault(
                    "/opens",
                    "before-the-year",
                    sent.opens().toString(),
                    "The year %s starts on %s: send that day or a later one.".formatted(year, starts)));
        }
        if (sent.opens() != null && sent.due() != null && sent.due().isBefore(sent.opens())) {
            faults.add(new Fault(
                    "/due",
                    "due-before-it-opens",
                    sent.due().toString(),
                    "It opens on %s: send that day or a later one.".formatted(sent.opens())));
        }
        if (sent.closes() != null && sent.due() != null && sent.closes().isBefore(sent.due())) {
            faults.add(new Fault(
                    "/closes",
                    "closes-before-it-is-due",
                    sent.closes().toString(),
                    "It is due on %s: send that day, a later one, or none.".formatted(sent.due())));
        }
        return faults;
    }
}
