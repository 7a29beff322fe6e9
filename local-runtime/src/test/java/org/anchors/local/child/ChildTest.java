package org.anchors.local.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.anchors.local.home.Home;
import org.anchors.local.home.KnownProcess;
import org.anchors.local.home.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Supervision, tried on real processes: shells that wait, or that end at once. */
class ChildTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String WAITS = "exec sleep 600";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private Home home;

    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    @SuppressWarnings("NullAway.Init")
    private Child child;

    @BeforeEach
    void newChild() {
        home = new Home(directory, directory.resolve("state"));
        home.create();
        shell = new Shell(directory);
        child = new Child(shell, home, Progress.shown(home.run("progress")), Clock.systemUTC());
    }

    @AfterEach
    void noProcessStays() {
        child.close();
    }

    @Test
    void leavesAPidFileByWhichTheProcessCanBeStopped() {
        child.startAndAwait();

        var known = KnownProcess.read(home.pidFile("shell")).orElseThrow();
        assertEquals(child.report().pid(), known.pid());
        assertTrue(known.alive().isPresent());
    }

    @Test
    void leavesNoProcessAndNoPidFileWhenItIsClosed() {
        child.startAndAwait();
        var process = ProcessHandle.of(child.report().pid()).orElseThrow();

        child.close();

        assertFalse(KnownProcess.lives(process));
        assertFalse(Files.exists(home.pidFile("shell")));
    }

    @Test
    void startsAgainAProcessThatDiedByItself() {
        child.startAndAwait();
        var first = child.report().pid();

        ProcessHandle.of(first).ifPresent(ProcessHandle::destroyForcibly);

        tendUntil(() ->
                child.report().state() == ChildState.READY && child.report().deaths() == 1);
        assertNotEquals(first, child.report().pid());
    }

    @Test
    void neverCallsAProcessReadyThatIsGone() {
        child.startAndAwait();
        var process = ProcessHandle.of(child.report().pid()).orElseThrow();

        process.destroyForcibly();

        var told = child.report();
        for (var deadline = Instant.now().plus(LIMIT); told.pid() != 0; told = child.report()) {
            assertTrue(Instant.now().isBefore(deadline), told::toString);
        }
        assertEquals(ChildState.DIED, told.state());
    }

    @Test
    void startsAgainAsOftenAsAReadyProcessIsKilled() {
        child.startAndAwait();
        for (var deaths = 1; deaths <= 7; deaths++) {
            ProcessHandle.of(child.report().pid()).ifPresent(ProcessHandle::destroyForcibly);
            var expected = deaths;
            tendUntil(
                    () -> child.report().deaths() == expected && child.report().state() == ChildState.READY);
        }
        assertEquals(7, child.report().deaths());
    }

    @Test
    void givesUpAProcessThatDiesAgainAndAgainBeforeItIsReady() throws IOException {
        child.startAndAwait();
        shell.script = "echo no space left; exit 3";
        shell.ready = false;

        ProcessHandle.of(child.report().pid()).ifPresent(ProcessHandle::destroyForcibly);

        tendUntil(() -> child.report().state() == ChildState.GIVEN_UP);
        assertTrue(
                child.report().note().contains("last with code 3"),
                child.report().note());
        assertTrue(Files.readString(home.run("progress")).contains("no space left"));
    }

    @Test
    void triesAgainWhatWasGivenUpWhenSomebodyWishesIt() throws IOException {
        givesUpAProcessThatDiesAgainAndAgainBeforeItIsReady();
        shell.script = WAITS;
        shell.ready = true;

        Files.createFile(home.wish("shell"));

        tendUntil(() -> child.report().state() == ChildState.READY);
        assertFalse(Files.exists(home.wish("shell")));
    }

    @Test
    void staysStoppedWhileItIsHeldAndComesBackAfterwards() throws IOException {
        child.startAndAwait();
        Files.createFile(home.hold("shell"));
        child.tend();
        assertEquals(ChildState.HELD, child.report().state());
        tendUntil(() -> child.report().pid() == 0);

        Files.delete(home.hold("shell"));

        tendUntil(() -> child.report().state() == ChildState.READY);
    }

    @Test
    void showsTheLastLinesOfTheLogWhenTheProcessEndsWhileStarting() {
        shell.script = "echo the configuration is wrong; exit 4";
        shell.ready = false;

        var failure = assertThrows(StartFailed.class, child::startAndAwait);

        var message = String.valueOf(failure.getMessage());
        assertTrue(message.contains("shell ended with code 4 while starting"), message);
        assertTrue(message.contains("the configuration is wrong"), message);
    }

    private void tendUntil(BooleanSupplier condition) {
        var deadline = Instant.now().plus(LIMIT);
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(deadline), () -> "not within " + LIMIT + ": " + child.report());
            child.tend();
            Thread.onSpinWait();
        }
    }

    /** A part whose program is a line of shell. */
    private static final class Shell implements Part {
        private final Path directory;
        private volatile String script = WAITS;
        private volatile boolean ready = true;

        Shell(Path directory) {
            this.directory = directory;
        }

        @Override
        public String name() {
            return "shell";
        }

        @Override
        public int port() {
            return 0;
        }

        @Override
        public Launch launch() {
            return new Launch(List.of("sh", "-c", script), Map.of(), directory, "TERM");
        }

        @Override
        public Duration patience() {
            return LIMIT;
        }

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public String offers() {
            return "waits";
        }
    }
}
