package org.anchors.employment.milestone;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.bulk.LoadMode;

/** Counts while milestones are taken in. Every faulty one is listed, up to as many as a file of faults alone would have. */
final class Tally {

    private static final int MOST_FAULTS = CsvRows.MOST_ROWS;
    private static final int MOST_QUERIES = 1_000;

    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> queries = new ArrayList<>();
    private final BitSet refused = new BitSet();
    private int faultCount;
    private int queryCount;
    private int taken;

    void take() {
        taken++;
    }

    int taken() {
        return taken;
    }

    void refuse(int row, Fault fault) {
        refused.set(row + 1);
        note(fault);
    }

    void note(Fault fault) {
        faultCount++;
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }

    void query(Fault query) {
        queryCount++;
        if (queries.size() < MOST_QUERIES) {
            queries.add(query);
        }
    }

    boolean isFaultless() {
        return faultCount == 0;
    }

    int faultCount() {
        return faultCount;
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Rows that were refused. */
    Iterable<Integer> refusedRows() {
        return refused.stream().map(bit -> bit - 1).boxed().toList();
    }

    LoadOutcome outcome(String id, LoadMode mode, int accepted) {
        var faulty = refused.cardinality();
        return new LoadOutcome(
                id.isEmpty() ? null : id,
                mode,
                accepted,
                taken - faulty - accepted,
                faulty,
                faultCount,
                faults(),
                queryCount,
                List.copyOf(queries));
    }
}
