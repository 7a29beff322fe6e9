package org.anchors.kit.testing;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The most memory that this process has held since it was last asked to forget.
 *
 * @param heap bytes of the heap in use, garbage included
 * @param resident bytes in main memory, as Linux counts them; 0 elsewhere
 */
public record PeakMemory(long heap, long resident) {

    private static final Path SELF = Path.of("/proc/self");

    public static void reset() throws IOException {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        if (Files.exists(SELF)) {
            Files.writeString(SELF.resolve("clear_refs"), "5");
        }
    }

    public static PeakMemory read() throws IOException {
        var heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return new PeakMemory(heap, highWaterMark());
    }

    private static long highWaterMark() throws IOException {
        if (!Files.exists(SELF)) {
            return 0;
        }
        try (var lines = Files.lines(SELF.resolve("status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        }
    }
}
