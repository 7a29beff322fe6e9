package org.anchors.local.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.anchors.local.home.Home;
import org.anchors.local.home.KnownProcess;

/** Shows what runs, since when, and with how much memory. */
public final class Status {

    private static final String ROW = "  %-22s %-9s %8s %6s %9s %8s  %s";

    private Status() {}

    /** Answers 0 when everything that should run is ready. */
    public static int print(Home home) throws IOException {
        if (!Running.isSupervised(home)) {
            System.out.println("The platform does not run.");
            leftovers(home);
            return 1;
        }
        var children = children(home);
        System.out.println(String.format(ROW, "part", "state", "pid", "port", "up for", "memory", "")
                .stripTrailing());
        children.forEach(Status::print);
        var supervisor = KnownProcess.read(home.pidFile("supervisor"))
                .map(KnownProcess::pid)
                .orElse(0L);
        var total = pss(supervisor)
                + children.stream()
                        .mapToLong(child -> memory(Long.parseLong(child[2])))
                        .sum();
        System.out.println(
                "  memory in all, the supervisor's included: " + megabytes(total) + " (shared pages counted in parts)");
        return children.stream().allMatch(child -> "READY".equals(child[1])) && !children.isEmpty() ? 0 : 1;
    }

    static List<String[]> children(Home home) throws IOException {
        var file = home.run("children");
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .map(line -> line.split("\t", 7))
                        .toList()
                : List.of();
    }

    private static void print(String[] child) {
        var pid = Long.parseLong(child[2]);
        var deaths = "0".equals(child[5]) ? "" : "deaths: " + child[5] + (child[6].isEmpty() ? "" : "; ");
        System.out.println(String.format(
                        ROW,
                        child[0],
                        child[1].toLowerCase(Locale.ROOT).replace('_', ' '),
                        pid == 0 ? "-" : child[2],
                        child[3],
                        pid == 0 ? "-" : age(Instant.parse(child[4])),
                        pid == 0 ? "-" : megabytes(memory(pid)),
                        deaths + child[6])
                .stripTrailing());
    }

    private static void leftovers(Home home) throws IOException {
        var left = KnownProcess.aliveIn(home.run("."));
        left.forEach((name, process) -> System.out.println(
                "  left over: " + name + " (process " + process.pid() + "); ./anchor down stops it"));
        if (left.isEmpty()) {
            System.out.println("  Start it with ./anchor up");
        }
    }

    private static String age(Instant since) {
        var age = Duration.between(since, Instant.now());
        return age.toHours() > 0
                ? age.toHours() + " h " + age.toMinutesPart() + " m"
                : age.toMinutes() > 0 ? age.toMinutes() + " m " + age.toSecondsPart() + " s" : age.toSeconds() + " s";
    }

    private static String megabytes(long kilobytes) {
        return kilobytes == 0 ? "?" : kilobytes / 1024 + " MB";
    }

    /** Proportional set size of a child and its own children (PostgreSQL has some), in kilobytes; 0 where unknown. */
    private static long memory(long pid) {
        var below = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants);
        return pid == 0
                ? 0
                : pss(pid) + below.mapToLong(child -> pss(child.pid())).sum();
    }

    private static long pss(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }
}
