package org.anchors.employment.milestone;

import java.util.List;
import org.anchors.contracts.problem.Fault;

/** Takes the milestones of a file one by one. */
interface RowSink {

    /**
     * Takes one.
     *
     * @param faults what was wrong with its shape already; only valid during the call
     */
    void take(Given given, List<Fault> faults);

    /** Takes note of a row that is no milestone, and of which nothing is known but that. */
    void unreadable(int row, Fault fault);

    /** Takes note of what is wrong and belongs to no milestone, such as a column that is not known. */
    void fault(Fault fault);
}
