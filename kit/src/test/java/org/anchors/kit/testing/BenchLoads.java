package org.anchors.kit.testing;

import java.util.ArrayList;
import org.anchors.kit.testing.BenchSheet.Times;

/** Measures loads of files in turns with COPY of the same rows, and the memory that they take. */
public final class BenchLoads {

    private final ArrayList<Long> loaded = new ArrayList<>();
    private final ArrayList<Long> copied = new ArrayList<>();
    private long heap;
    private long resident;

    /** Something that takes nanoseconds. */
    @FunctionalInterface
    public interface Timed {
        long nanos() throws Exception;
    }

    /** Loads a file and copies its rows. */
    public void run(Timed load, Timed copy, boolean counts) throws Exception {
        run(load, counts);
        var rows = copy.nanos();
        if (counts) {
            copied.add(rows);
        }
    }

    /** Loads a file. */
    public void run(Timed load, boolean counts) throws Exception {
        PeakMemory.reset();
        var took = load.nanos();
        var peak = PeakMemory.read();
        if (counts) {
            loaded.add(took);
            heap = Math.max(heap, peak.heap());
            resident = Math.max(resident, peak.resident());
        }
    }

    /** How fast COPY is in comparison, by the medians. */
    public double share() {
        return Times.of(copied).p50() / Times.of(loaded).p50();
    }

    /** Tells the times of both. */
    public void times(String loads, String copies) {
        times(loads);
        BenchSheet.times(copies, Times.of(copied));
    }

    /** Tells the times of the loads. */
    public void times(String loads) {
        BenchSheet.times(loads, Times.of(loaded));
    }

    public void memory() {
        BenchSheet.say(
                "%-52s heap %d MB of at most %d (garbage included), resident %d MB (VmHWM; service and client in one process)",
                "  peak memory", heap >> 20, Runtime.getRuntime().maxMemory() >> 20, resident >> 20);
    }
}
