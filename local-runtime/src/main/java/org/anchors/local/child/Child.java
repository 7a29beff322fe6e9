package org.anchors.local.child;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.anchors.local.home.Home;
import org.anchors.local.home.KnownProcess;
import org.anchors.local.home.Progress;
import org.jspecify.annotations.Nullable;

/**
 * One child process under supervision: started, watched, started again when it dies by itself, kept down while a hold file
 * exists, given up when it dies again and again before it is ready.
 */
public final class Child {

    private static final int LINES = 15;

    private final Part part;
    private final Home home;
    private final Progress progress;
    private final Clock clock;
    private final Deaths deaths = new Deaths();
    private volatile Standing standing = new Standing(ChildState.STOPPED, null, Instant.EPOCH, 0, "");
    private String signal = "TERM";
    private boolean closed;

    /** What is told of the child, in one piece: a state is never told with the process of another one. */
    private record Standing(ChildState state, @Nullable Process process, Instant since, int deaths, String note) {

        Optional<Process> alive() {
            return Optional.ofNullable(process).filter(Process::isAlive);
        }

        long pid() {
            return alive().map(Process::pid).orElse(0L);
        }
    }

    public Child(Part part, Home home, Progress progress, Clock clock) {
        this.part = part;
        this.home = home;
        this.progress = progress;
        this.clock = clock;
    }

    /** Starts the child for the first time and returns when it is ready. */
    public void startAndAwait() {
        var began = clock.instant();
        part.prepare();
        start("");
        awaitReady(began);
        furnish();
        ready(began);
    }

    /** Looks after the child once: to be called again and again while the platform runs. It takes as long as a stop may. */
    public synchronized void tend() {
        if (closed) {
            return;
        }
        if (Files.exists(home.hold(part.name()))) {
            hold();
        } else if (standing.state() == ChildState.HELD || wished()) {
            again();
        } else if (standing.state().runs() && !alive()) {
            died();
        } else if (standing.state() == ChildState.STARTING && part.answersReady()) {
            ready(standing.since());
        }
    }

    /** Stops the child for good; nothing starts it again. */
    public void close() {
        close(false);
    }

    /** Stops the child for good, in a hurry if somebody waits for the end of a start that was given up. */
    public synchronized void close(boolean hurry) {
        closed = true;
        stop(ChildState.STOPPED, "", hurry);
    }

    /** At any time, also while the child takes long to stop. */
    public ChildReport report() {
        var now = standing;
        var pid = now.pid();
        var state = pid == 0 && now.state().runs() ? ChildState.DIED : now.state();
        return new ChildReport(part.name(), state, pid, part.port(), now.since(), now.deaths(), now.note());
    }

    /** Not while it is being stopped, nor is it stopped in the middle of it. */
    private synchronized void furnish() {
        if (!closed) {
            part.furnish();
        }
    }

    private void awaitReady(Instant began) {
        var deadline = began.plus(part.patience());
        while (!part.answersReady()) {
            if (!alive()) {
                diedAtStart();
            }
            if (clock.instant().isAfter(deadline)) {
                throw new StartFailed(
                        part.name() + " was not ready within " + part.patience().toSeconds() + " s." + lastLines());
            }
            pause();
        }
    }

    private synchronized void diedAtStart() {
        if (closed) {
            throw new StartFailed(part.name() + " is being stopped.");
        }
        var code = withCode();
        part.ended(false);
        if (!part.hasAnotherWay()) {
            throw new StartFailed(part.name() + " ended" + code + " while starting." + lastLines());
        }
        progress.note(part.name(), "ended" + code + " while starting; trying without its AOT cache");
        start("");
    }

    private synchronized void start(String why) {
        if (closed) {
            throw new StartFailed(part.name() + " is not started: the platform is being stopped.");
        }
        var launch = part.launch();
        var log = new LogFile(home.log(part.name()));
        log.begin(clock.instant());
        var builder = new ProcessBuilder(launch.command())
                .directory(launch.directory().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
        builder.environment().putAll(launch.environment());
        signal = launch.signal();
        var process = begin(builder);
        become(ChildState.STARTING, process, why);
        KnownProcess.of(process.toHandle()).write(home.pidFile(part.name()));
    }

    private Process begin(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(part.name() + " cannot be started", e);
        }
    }

    private synchronized void ready(Instant began) {
        if (closed) {
            throw new StartFailed(part.name() + " is being stopped.");
        }
        become(ChildState.READY, "");
        progress.done(part.name(), part.offers() + cpu(), Duration.between(began, standing.since()));
    }

    /** What the start has cost, where the system tells. */
    private String cpu() {
        return Optional.ofNullable(standing.process())
                .flatMap(running -> running.info().totalCpuDuration())
                .map(cost -> String.format(Locale.ROOT, " (%.1f s of CPU)", cost.toMillis() / 1000.0))
                .orElse("");
    }

    private void hold() {
        if (standing.state() != ChildState.HELD) {
            stop(ChildState.HELD, "held: ./anchor start " + part.name() + " lets it come back", false);
            progress.note(part.name(), "stopped and held");
        }
    }

    private void again() {
        forgetWish();
        deaths.forgive();
        if (!alive()) {
            progress.note(part.name(), "starts again");
            restart();
        }
    }

    private void died() {
        var code = withCode();
        if (standing.state() == ChildState.STARTING) {
            deaths.add(clock.instant());
        } else {
            deaths.addAfterReady();
        }
        part.ended(false);
        progress.line("! " + part.name() + " died by itself" + code + "." + lastLines());
        if (deaths.tooMany() && !part.hasAnotherWay()) {
            var why = "given up: died five times within a minute before it was ready, last" + code;
            become(ChildState.GIVEN_UP, why);
            progress.line("! " + part.name() + " " + why + ". See: ./anchor logs " + part.name());
            return;
        }
        restart();
    }

    private void restart() {
        try {
            start("started again at " + clock.instant());
        } catch (RuntimeException e) {
            become(ChildState.GIVEN_UP, String.valueOf(e.getMessage()));
            progress.line("! " + part.name() + " cannot be started again: " + e.getMessage());
        }
    }

    private void stop(ChildState next, String why, boolean hurry) {
        standing.alive().ifPresent(running -> stop(running, hurry));
        KnownProcess.forget(home.pidFile(part.name()));
        become(next, why);
    }

    private void stop(Process running, boolean hurry) {
        if (!hurry && !part.lastWork().isEmpty()) {
            progress.note(part.name(), part.lastWork());
        }
        BooleanSupplier enough = hurry ? part::isTidyingUp : () -> false;
        var inGoodOrder = Stopping.stop(running.toHandle(), signal, part.grace(), enough);
        var cutShort = enough.getAsBoolean();
        part.ended(inGoodOrder && standing.state() == ChildState.READY);
        if (!inGoodOrder && !cutShort) {
            progress.note(part.name(), "did not stop when asked and was killed");
        }
    }

    private boolean alive() {
        standing.alive().filter(running -> part.isTidyingUp()).ifPresent(running -> Stopping.kill(running.toHandle()));
        return standing.alive().isPresent();
    }

    private String withCode() {
        var ended = standing.process();
        if (ended == null || ended.isAlive() || part.isTidyingUp()) {
            return "";
        }
        return " with code " + ended.exitValue();
    }

    private boolean wished() {
        return Files.exists(home.wish(part.name()));
    }

    private void forgetWish() {
        KnownProcess.forget(home.wish(part.name()));
    }

    private void become(ChildState next, String why) {
        become(next, standing.process(), why);
    }

    private void become(ChildState next, @Nullable Process process, String why) {
        standing = new Standing(next, process, clock.instant(), deaths.total(), why);
    }

    private String lastLines() {
        var log = new LogFile(home.log(part.name()));
        var lines = log.tail(LINES);
        return lines.isEmpty()
                ? " Its log says nothing: " + log.path()
                : " The last lines of " + log.path() + ":\n    " + String.join("\n    ", lines);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while starting.");
        }
    }
}
