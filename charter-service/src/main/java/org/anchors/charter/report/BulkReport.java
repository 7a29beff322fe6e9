package org.anchors.charter.report;

import java.util.List;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.refusal.Refused;

/**
 * One organisation's report in a bulk file.
 *
 * @param place where it begins in the file
 * @param size about how many characters it has
 */
record BulkReport(ReportFile file, String place, int size) {

    Submission sent() {
        return file.reading().value();
    }

    /** What it is refused for, told by where it stands in the file. That the year is closed is told once, of the file. */
    List<Fault> faults(Refused refused) {
        return file.places().translated(refused).faults().stream()
                .filter(fault -> !fault.rule().equals(ReportCheck.WINDOW_CLOSED))
                .toList();
    }
}
