package org.anchors.socialvalue.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.anchors.kit.testing.BenchSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.generators.bytecode.JmhBytecodeGenerator;

/** Evaluations a second of the pure calculation, by JMH in a JVM of its own. Run by {@code ./anchor bench social-value}. */
class ScoringBench {

    private static final String CLASS = PureEvaluation.class.getName().replace('.', '/') + ".class";

    /** What JMH needs besides the benchmark itself it generates, which here is done only when it is run. */
    @Test
    void evaluationsASecond(@TempDir Path made) throws Exception {
        var scanned = made.resolve("scanned").resolve(CLASS);
        Files.createDirectories(Objects.requireNonNull(scanned.getParent()));
        Files.copy(Path.of("target/test-classes").resolve(CLASS), scanned);
        JmhBytecodeGenerator.main(new String[] {
            made.resolve("scanned").toString(),
            made.resolve("sources").toString(),
            made.resolve("resources").toString(),
            "reflection"
        });
        var classes = Files.createDirectories(made.resolve("classes"));
        compile(made.resolve("sources"), classes);
        var path = String.join(
                File.pathSeparator,
                classes.toString(),
                made.resolve("resources").toString(),
                classPath());
        var result = made.resolve("result.json");
        run(
                "-cp",
                path,
                "org.openjdk.jmh.Main",
                "PureEvaluation",
                "-f",
                "1",
                "-wi",
                "5",
                "-w",
                "2s",
                "-i",
                "5",
                "-r",
                "2s",
                "-jvmArgs",
                "-Xmx512m",
                "-prof",
                "gc",
                "-rf",
                "json",
                "-rff",
                result.toString());
        show(result);
    }

    private static void compile(Path sources, Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            var arguments = Stream.concat(
                            Stream.of("-proc:none", "-cp", classPath(), "-d", classes.toString()),
                            files.map(Path::toString).filter(file -> file.endsWith(".java")))
                    .toArray(String[]::new);
            assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments));
        }
    }

    private static void run(String... arguments) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.concat(Stream.of(java), Stream.of(arguments)).toList();
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
    }

    private static void show(Path result) throws IOException {
        var measured = new ObjectMapper().readTree(result.toFile()).path(0);
        var score = measured.path("primaryMetric");
        assertTrue(score.path("score").asDouble() > 0, measured::toString);
        BenchSheet.say(
                "%-52s %,.0f a second (± %,.0f, 99.9 %%)",
                "pure: 10 bids, 20 questions, 40 commitments each",
                score.path("score").asDouble(),
                score.path("scoreError").asDouble());
        BenchSheet.say(
                "%-52s %,.0f kB for each evaluation",
                "  memory allocated",
                measured.path("secondaryMetrics")
                                .path("gc.alloc.rate.norm")
                                .path("score")
                                .asDouble()
                        / 1_024);
    }

    /** Surefire names its own jar on the command line, and says the rest here. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
