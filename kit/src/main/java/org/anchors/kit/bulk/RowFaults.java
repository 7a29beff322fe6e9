package org.anchors.kit.bulk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.anchors.contracts.problem.Fault;

/**
 * What is wrong with the rows of a file. Every faulty row is listed: with all its faults, and with its first one only when very many
 * are listed already.
 */
public final class RowFaults {

    private final int mostInDetail;
    private final List<Fault> listed = new ArrayList<>();
    private final BitSet rows = new BitSet();
    private int count;

    /** @param mostInDetail faults that are listed before only the first of each row is */
    public RowFaults(int mostInDetail) {
        this.mostInDetail = mostInDetail;
    }

    /**
     * Notes what is wrong with a row.
     *
     * @param row 0 or more
     */
    public void add(int row, Fault fault) {
        count++;
        if (listed.size() < mostInDetail || !rows.get(row)) {
            listed.add(fault);
        }
        rows.set(row);
    }

    /** Notes what is wrong and belongs to no row. */
    public void add(Fault fault) {
        count++;
        if (listed.size() < mostInDetail) {
            listed.add(fault);
        }
    }

    /** How many faults there are, listed or not. */
    public int count() {
        return count;
    }

    /** The rows that are faulty. */
    public BitSet rows() {
        return (BitSet) rows.clone();
    }

    public List<Fault> listed() {
        return List.copyOf(listed);
    }

    /** How many faults there are, in words. */
    public String summary() {
        return count == 1 ? "1 fault" : "%,d faults".formatted(count);
    }
}
