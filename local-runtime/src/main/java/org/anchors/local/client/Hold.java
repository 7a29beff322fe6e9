package org.anchors.local.client;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.anchors.local.home.Home;
import org.anchors.local.home.KnownProcess;
import org.anchors.local.home.PrivateFile;

/** Stops one part and keeps it stopped, or lets it come back, by files that the supervisor watches. */
public final class Hold {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private final Home home;
    private final String name;

    public Hold(Home home, List<String> arguments) throws IOException {
        this.home = Running.in(home).home();
        this.name = arguments.isEmpty() ? "" : arguments.getFirst();
        var names = Status.children(home).stream().map(child -> child[0]).toList();
        if (!names.contains(name)) {
            throw new Impossible("There is no part '" + name + "'. There are " + String.join(", ", names));
        }
    }

    public int stop() throws IOException, InterruptedException {
        PrivateFile.write(home.hold(name), "");
        return await("HELD", "stopped; ./anchor start " + name + " lets it come back");
    }

    public int start() throws IOException, InterruptedException {
        PrivateFile.write(home.wish(name), "");
        KnownProcess.forget(home.hold(name));
        return await("READY", "ready");
    }

    private int await(String state, String done) throws IOException, InterruptedException {
        var began = Instant.now();
        while (Instant.now().isBefore(began.plus(PATIENCE))) {
            if (state.equals(state()) && !Files.exists(home.wish(name))) {
                var took = Duration.between(began, Instant.now()).toMillis() / 1000.0;
                System.out.println("%s is %s (%.1f s).".formatted(name, done, took));
                return 0;
            }
            Thread.sleep(100);
        }
        System.err.println(
                name + " is " + state() + " after " + PATIENCE.toMinutes() + " minutes. See ./anchor status");
        return 1;
    }

    private String state() throws IOException {
        return Status.children(home).stream()
                .filter(child -> child[0].equals(name))
                .map(child -> child[1])
                .findFirst()
                .orElse("STOPPED");
    }
}
