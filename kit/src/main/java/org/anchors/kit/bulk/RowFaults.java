package org.anchors.kit.bulk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.anchors.contracts.problem.Fault;

/**
 * What is wrong with the rows of a file. Every faulty row is listed: with all its faults, and with its first one only when very many
 * are listed already.
 */
public final class RowFaults {

    private final int mostInDetail;
    private final int mostAtHand;
    private final Consumer<Fault> list;
    private final List<Fault> atHand = new ArrayList<>();
    private final BitSet rows = new BitSet();
    private int listed;
    private int count;

    /**
     * Faults that are listed in memory.
     *
     * @param mostInDetail faults that are listed before only the first of each row is
     */
    public RowFaults(int mostInDetail) {
        this(mostInDetail, Integer.MAX_VALUE, fault -> {});
    }

    /**
     * Faults that are listed elsewhere, however many there are.
     *
     * @param mostInDetail faults that are listed before only the first of each row is
     * @param mostAtHand how many of them are held in memory
     * @param list takes every one that is listed
     */
    public RowFaults(int mostInDetail, int mostAtHand, Consumer<Fault> list) {
        this.mostInDetail = mostInDetail;
        this.mostAtHand = mostAtHand;
        this.list = list;
    }

    /**
     * Notes what is wrong with a row.
     *
     * @param row 0 or more
     */
    public void add(int row, Fault fault) {
        count++;
        if (listed < mostInDetail || !rows.get(row)) {
            list(fault);
        }
        rows.set(row);
    }

    /** Notes what is wrong and belongs to no row. */
    public void add(Fault fault) {
        count++;
        if (listed < mostInDetail) {
            list(fault);
        }
    }

    private void list(Fault fault) {
        listed++;
        if (atHand.size() < mostAtHand) {
            atHand.add(fault);
        }
        list.accept(fault);
    }

    /** How many faults there are, listed or not. */
    public int count() {
        return count;
    }

    /** The rows that are faulty. */
    public BitSet rows() {
        return (BitSet) rows.clone();
    }

    /** Those that are held in memory: the first that were found. */
    public List<Fault> listed() {
        return List.copyOf(atHand);
    }

    /** How many faults there are, in words. */
    public String summary() {
        return summary(count, atHand.size());
    }

    /**
     * So many faults, in words.
     *
     * @param listed how many of them are told
     */
    public static String summary(int count, int listed) {
        var all = count == 1 ? "1 fault" : "%,d faults".formatted(count);
        return listed == count ? all : "%s, of which %,d are listed here".formatted(all, listed);
    }
}
