package org.anchors.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.anchors.local.backup.Replacement;
import org.anchors.local.home.Home;
import org.anchors.local.home.KnownProcess;
import org.anchors.local.home.NoSuchPort;
import org.anchors.local.home.Ports;
import org.anchors.local.home.PortsTaken;
import org.anchors.local.home.Progress;

/** The life of the supervising process: from the check of the ports to the last child that has ended. */
public final class Run {

    private static final String SUPERVISOR = "supervisor";

    private final Home home;
    private final Progress progress;
    private final int replicas;

    /** @param replicas of each service and of the gateway; 0 for PostgreSQL and Kafka alone */
    public Run(Home home, int replicas) {
        this.home = home;
        this.replicas = replicas;
        this.progress = Progress.logged(home.run("progress"));
    }

    /** Looks whether the ports of a whole platform are to be had, before anything is built or started. */
    public static int checkPorts(Home home) {
        try {
            home.create();
            new Leftovers(home).stop(Progress.shown(home.run("progress")));
            Ports.choose(new ArrayList<>(Ports.USUAL.keySet()), System.getenv());
            return 0;
        } catch (PortsTaken | NoSuchPort e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    /** Runs until it is told to stop. Answers the exit code when the start fails. */
    public int run() throws InterruptedException {
        var began = Instant.now();
        new Replacement(home).finish();
        home.create();
        progress.clear();
        RunFiles.forgetEarlier(home);
        KnownProcess.of(ProcessHandle.current()).write(home.pidFile(SUPERVISOR));
        new Leftovers(home).stop(progress);
        forgetHolds();
        try {
            supervise(began);
            return 0;
        } catch (PortsTaken | NoSuchPort e) {
            progress.line(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            e.printStackTrace();
        }
        KnownProcess.forget(home.pidFile(SUPERVISOR));
        return 1;
    }

    private void supervise(Instant began) throws InterruptedException {
        var platform = replicas == 0 ? Platform.engines(home, progress) : Platform.whole(home, progress, replicas);
        var supervisor = new Supervisor(home, platform, progress);
        var stopped = new AtomicBoolean();
        Runnable stop = () -> {
            if (stopped.compareAndSet(false, true)) {
                supervisor.stop();
                KnownProcess.forget(home.pidFile(SUPERVISOR));
            }
        };
        Runtime.getRuntime().addShutdownHook(new Thread(stop));
        try {
            supervisor.start();
        } catch (RuntimeException e) {
            if (stopped.get()) {
                // Told to stop while starting: the other thread stops everything and ends this process.
                return;
            }
            progress.line("");
            fail(e);
            progress.line("Stopping what was started:");
            stop.run();
            throw e;
        }
        welcome(platform, began);
        supervisor.tend();
    }

    private void welcome(Platform platform, Instant began) {
        new Welcome(home, platform).write();
        var took = Duration.between(began, Instant.now()).toMillis() / 1000.0;
        progress.signal(String.format(Locale.ROOT, "ready %.1f", took));
    }

    private void fail(RuntimeException e) {
        if (!(e.getMessage() instanceof String message) || message.isBlank()) {
            progress.line("! " + e);
        } else {
            progress.line("! " + message);
        }
        e.printStackTrace();
    }

    private void forgetHolds() {
        try (var files = Files.newDirectoryStream(home.run("."), "*.{hold,start}")) {
            for (var file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
