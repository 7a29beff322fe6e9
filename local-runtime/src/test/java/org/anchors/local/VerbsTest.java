package org.anchors.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script says by itself, without a Java and without a build. */
class VerbsTest {

    private static final Path SCRIPT = Path.of(System.getProperty("anchors.checkout", ".."), "anchor");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private record Answer(int code, String text) {}

    @Test
    void saysThatNothingRunsWhereNothingHasEverRun() throws Exception {
        var answer = anchor("status");

        assertEquals(1, answer.code());
        assertTrue(answer.text().startsWith("Nothing runs here ("), answer.text());
    }

    @Test
    void refusesAnOptionThatItDoesNotKnowBeforeAnythingIsStarted() throws Exception {
        var usage = new Answer(1, "Usage: ./anchor up [--attach] [--replicas 1|2|3]");
        assertEquals(usage, anchor("up", "--atach"));
        assertEquals(usage, anchor("up", "--attach", "now"));
        assertEquals(usage, anchor("up", "--replicas"));
        assertEquals(usage, anchor("up", "--replicas", "0"));
        assertFalse(Files.exists(directory.resolve("home")));
    }

    private Answer anchor(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("ANCHORS_HOME", directory.resolve("home").toString());
        var process = builder.start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Answer(process.waitFor(), text);
    }
}
