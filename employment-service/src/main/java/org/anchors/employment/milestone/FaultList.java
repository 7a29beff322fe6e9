package org.anchors.employment.milestone;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.copy.CopyLines;

/**
 * Writes the faults of a load to the database, some at a time, so that memory does not grow with their number; none of its own accord
 * before there are more than an answer tells.
 */
final class FaultList {

    private static final int AT_ONCE = LoadCount.MOST_TOLD;

    private final Connection connection;
    private final UUID load;
    private final Pause pause;
    private final List<Fault> waiting = new ArrayList<>();
    private int number;

    /**
     * A list without faults.
     *
     * @param pause called before faults are written
     */
    FaultList(Connection connection, UUID load, Pause pause) {
        this.connection = connection;
        this.load = load;
        this.pause = pause;
    }

    /** Lets the connection do something else in between. */
    @FunctionalInterface
    interface Pause {
        void pause() throws SQLException;
    }

    void add(Fault fault) {
        if (waiting.size() == AT_ONCE) {
            try {
                write();
            } catch (SQLException failure) {
                throw new StagingFailed(failure);
            }
        }
        waiting.add(fault);
    }

    /** Writes what was not written yet. */
    void write() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        pause.pause();
        try (var lines = new CopyLines(connection, "milestone_load_fault (load, number, place, rule, given, mend)")) {
            for (var fault : waiting) {
                lines.row(load, ++number, fault.at(), fault.rule(), fault.given(), fault.mend());
            }
            lines.end();
        }
        waiting.clear();
    }
}
