package org.anchors.employment.milestone;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.bulk.RowFaults;

/** Counts while milestones are taken in. */
final class LoadCount {

    private static final int FAULTS_IN_DETAIL = 50_000;

    /** So many faults, and queries, an answer tells. */
    static final int MOST_TOLD = 1_000;

    private final RowFaults faults;
    private final List<Fault> queries = new ArrayList<>();
    private int queryCount;
    private int taken;

    /** @param list takes every fault that is listed */
    LoadCount(Consumer<Fault> list) {
        faults = new RowFaults(FAULTS_IN_DETAIL, MOST_TOLD, list);
    }

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
        if (queries.size() < MOST_TOLD) {
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

    /** Whether every fault is held, and none has to be looked up. */
    boolean tellsAll() {
        return faults.count() == faults.listed().size();
    }

    /** Of a load of which the sound rows were taken, or would be. */
    LoadOutcome outcome(Load.Wish wish, int accepted) {
        var faulty = faults.rows().cardinality();
        return outcome(wish, accepted, taken - faulty - accepted);
    }

    /** Of a load that was refused as a whole. */
    LoadOutcome refused(Load.Wish wish) {
        return outcome(wish, 0, 0);
    }

    private LoadOutcome outcome(Load.Wish wish, int accepted, int unchanged) {
        var id = wish.dryRun() && tellsAll() ? null : wish.id();
        return new LoadOutcome(
                id,
                wish.mode(),
                wish.dryRun(),
                accepted,
                unchanged,
                taken - unchanged - accepted,
                faults.count(),
                faults.listed(),
                id == null || faults.count() == 0 ? null : LoadOutcome.path(id) + "/faults",
                queryCount,
                List.copyOf(queries));
    }
}
