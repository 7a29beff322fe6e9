package org.anchors.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.anchors.local.child.Stopping;
import org.anchors.local.engine.Application;
import org.anchors.local.home.Home;
import org.anchors.local.home.KnownProcess;
import org.anchors.local.home.Progress;

/** Children whose supervisor was killed: known by their pid files, stopped in the usual order. */
public final class Leftovers {

    private static final List<String> ORDER = Stream.of(
                    List.of("gateway"), Application.SERVICES, List.of("keycloak", "kafka", "postgres"))
            .flatMap(List::stream)
            .toList();

    private final Home home;

    public Leftovers(Home home) {
        this.home = home;
    }

    /** Stops all of them; answers whether there were any. */
    public boolean stop(Progress progress) {
        var any = false;
        for (var program : ORDER) {
            for (var name : leftOf(program)) {
                any |= stop(name, progress);
            }
        }
        KnownProcess.forget(home.run("platform.properties"));
        KnownProcess.forget(home.run("children"));
        return any;
    }

    /** The program's replicas of which there is a file. */
    private List<String> leftOf(String program) {
        try (var files = Files.newDirectoryStream(home.run("."), program + "*.pid")) {
            return StreamSupport.stream(files.spliterator(), false)
                    .map(file -> String.valueOf(file.getFileName()).replace(".pid", ""))
                    .filter(name -> name.matches(program + "(-[0-9]+)?"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean stop(String name, Progress progress) {
        var file = home.pidFile(name);
        var process = KnownProcess.read(file).flatMap(KnownProcess::alive);
        process.ifPresent(running -> {
            var began = Instant.now();
            var inGoodOrder = Stopping.stop(running, "postgres".equals(name) ? "INT" : "TERM", Application.GRACE);
            var how = inGoodOrder ? "stopped (left over from an earlier run)" : "killed (left over, did not stop)";
            progress.done(name, how, Duration.between(began, Instant.now()));
        });
        KnownProcess.forget(file);
        return process.isPresent();
    }
}
