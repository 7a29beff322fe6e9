package org.anchors.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Dockerfile does: the start-up cache of a program is recorded once, and taken by every start with the image's options. */
class RecordedCacheIT {

    private static final Path CHECKOUT = Path.of(System.getProperty("anchors.checkout"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path image;

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "employment-service"})
    void isTakenByAStartWithTheOptionsOfTheImage(String program) throws IOException, InterruptedException {
        var app = copy(CHECKOUT.resolve(program + "/target/quarkus-app"), image.resolve("app"));

        run(List.of(
                "-Danchors.checkout=" + image,
                "-Danchors.home=" + image.resolve("state"),
                "-Danchors.app." + program + "=" + app,
                "-cp",
                CHECKOUT.resolve("local-runtime/target/launcher/local-runtime.jar") + ":"
                        + CHECKOUT.resolve("local-runtime/target/launcher/lib") + "/*",
                "org.anchors.local.Main",
                "train",
                program));

        // In this mode the JVM ends at once where it cannot take the cache.
        run(with(options(recorded(app)), List.of("-XX:AOTMode=on", "-cp", app + "/quarkus-run.jar", "-version")));
    }

    private static List<String> options(Path cache) throws IOException {
        try (var lines = Files.lines(CHECKOUT.resolve("deployment/src/main/image/java.options"))) {
            return lines.filter(line -> line.startsWith("-"))
                    .map(line -> line.startsWith("-XX:AOTCache=") ? "-XX:AOTCache=" + cache : line)
                    .toList();
        }
    }

    private static Path recorded(Path app) throws IOException {
        try (var files = Files.newDirectoryStream(app, "*.aot")) {
            return files.iterator().next();
        }
    }

    private void run(List<String> arguments) throws IOException, InterruptedException {
        var output = image.resolve("output").toFile();
        var process = new ProcessBuilder(with(List.of(System.getProperty("java.home") + "/bin/java"), arguments))
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        assertEquals(0, process.waitFor(), () -> arguments + " says: " + read(output.toPath()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static List<String> with(List<String> some, List<String> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** With the times of files, by which the JVM knows that a jar is the one that it recorded. */
    private static Path copy(Path from, Path to) throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder("cp", "-Rp", from.toString(), to.toString())
                        .start()
                        .waitFor());
        return to;
    }
}
