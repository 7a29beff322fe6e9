package org.anchors.local.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.anchors.local.engine.Trees;
import org.anchors.local.home.Home;
import org.anchors.local.home.OnDisk;
import org.anchors.local.home.PrivateFile;

/**
 * Puts an unpacked backup in the place of what was there. From the moment it is decided until it is done it can be interrupted
 * anywhere: the next start goes on with it, and what was decided but not done is never lost.
 */
public final class Replacement {

    private final Home home;
    private final Path decided;

    public Replacement(Home home) {
        this.home = home;
        this.decided = home.restoring().resolve("decided");
    }

    /** Decides for what was unpacked, and does it. */
    void run() {
        PrivateFile.write(decided, "");
        finish();
        Trees.delete(home.state().resolve("run"));
    }

    /** Ends a replacement that was decided; without one, leaves alone what is there and forgets what was unpacked. */
    public void finish() {
        try {
            if (Files.exists(decided)) {
                put(home.restoring().resolve("data"), home.state().resolve("data"));
                put(home.restoring().resolve(home.secrets().getFileName()), home.secrets());
                OnDisk.force(home.state());
                Files.delete(decided);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The backup in " + home.restoring() + " cannot be put into its place", e);
        }
        Trees.delete(home.restoring());
    }

    /** Does nothing where it was done before. */
    private static void put(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Trees.delete(to);
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
