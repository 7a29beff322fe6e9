package org.anchors.kit.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/** What benchmarks say, on the screen and in the file that {@code ./anchor bench} shows. */
public final class BenchSheet {

    private static final Path FILE = Path.of("target/bench.txt");

    private BenchSheet() {}

    /** Milliseconds, of however many runs. */
    public record Times(double p50, double p99, int runs) {

        public static Times of(List<Long> nanos) {
            var sorted = nanos.stream().sorted().toList();
            return new Times(
                    sorted.get(sorted.size() / 2) / 1e6, sorted.get(sorted.size() * 99 / 100) / 1e6, sorted.size());
        }
    }

    public static void say(String format, Object... values) {
        var line = String.format(Locale.ROOT, format, values);
        System.out.println(line);
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(
                    FILE, line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new IllegalStateException("The sheet cannot be written", failure);
        }
    }

    public static void times(String what, Times times) {
        say("%-52s %6d runs  p50 %9.2f ms  p99 %9.2f ms", what, times.runs(), times.p50(), times.p99());
    }

    /** A ratio of medians, and whether it reaches its goal. */
    public static void goal(String what, double ratio, String goal, boolean met) {
        say("%-52s %.2f (goal: %s) %s", what, ratio, goal, met ? "met" : "NOT MET");
    }
}
