package org.anchors.employment.milestone;

import java.util.ArrayList;
import java.util.List;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.bulk.LoadMode;
import org.anchors.kit.bulk.RowFaults;

/** Counts while milestones are taken in. */
final class LoadCount {

    private static final int FAULTS_IN_DETAIL = 50_000;
    private static final int MOST_QUERIES = 1_000;

    private final RowFaults faults = new RowFaults(FAULTS_IN_DETAIL);
    private final List<Fault> queries = new ArrayList<>();
    private int queryCount;
    private int taken;

    void take() {
        taken++;
    }

    int taken() {
        return taken;
    }

    /** One milestone alone has no row, and the number in front of the first. */
    void refuse(int row, Fault fault) {
        faults.add(row - Form.ALONE, fault);
    }

    void note(Fault fault) {
        faults.add(fault);
    }

    void query(Fault query) {
        queryCount++;
        if (queries.size() < MOST_QUERIES) {
            queries.add(query);
        }
    }

    RowFaults faults() {
        return faults;
    }

    /** Rows that were refused. */
    Integer[] refusedRows() {
        return faults.rows().stream().mapToObj(row -> row + Form.ALONE).toArray(Integer[]::new);
    }

    LoadOutcome outcome(String id, LoadMode mode, int accepted) {
        var faulty = faults.rows().cardinality();
        return new LoadOutcome(
                id.isEmpty() ? null : id,
                mode,
                accepted,
                taken - faulty - accepted,
                faulty,
                faults.count(),
                faults.listed(),
                queryCount,
                List.copyOf(queries));
    }
}
