package org.anchors.local.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.anchors.local.home.Home;
import org.anchors.local.home.KnownProcess;
import org.anchors.local.home.Progress;
import org.anchors.local.platform.Leftovers;

/** Stops the platform of a home, also one whose supervisor was killed. */
public final class Down {

    /** Longer than all the children's own times to stop together. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Home home;

    public Down(Home home) {
        this.home = home;
    }

    public int run() throws IOException, InterruptedException {
        var began = Instant.now();
        var supervisor = KnownProcess.read(home.pidFile("supervisor")).flatMap(KnownProcess::alive);
        if (supervisor.isPresent()) {
            supervisor.get().destroy();
            follow(supervisor.get(), home.run("progress"));
        }
        var leftovers =
                Files.isDirectory(home.run(".")) && new Leftovers(home).stop(Progress.shown(home.run("progress")));
        KnownProcess.forget(home.pidFile("supervisor"));
        var ran = supervisor.isPresent() || leftovers;
        System.out.println(ran ? "Stopped in %.1f s.".formatted(seconds(began)) : "Nothing runs here.");
        return 0;
    }

    private static double seconds(Instant began) {
        return Duration.between(began, Instant.now()).toMillis() / 1000.0;
    }

    private static void follow(ProcessHandle supervisor, Path progress) throws IOException, InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        var printed = Files.exists(progress) ? Files.size(progress) : 0;
        while (supervisor.isAlive() && Instant.now().isBefore(deadline)) {
            printed = print(progress, printed);
            Thread.sleep(50);
        }
        print(progress, printed);
        if (supervisor.isAlive()) {
            System.out.println("! The supervisor does not stop; it is killed.");
            supervisor.destroyForcibly();
        }
    }

    private static long print(Path progress, long from) throws IOException {
        if (!Files.exists(progress)) {
            return from;
        }
        try (var channel = Files.newByteChannel(progress)) {
            channel.position(from);
            var bytes = ByteBuffer.allocate((int) (channel.size() - from));
            channel.read(bytes);
            System.out.write(bytes.array(), 0, bytes.position());
            System.out.flush();
            return channel.position();
        }
    }
}
