package org.anchors.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.anchors.local.client.Impossible;
import org.anchors.local.client.Running;
import org.anchors.local.engine.Retelling;
import org.anchors.local.engine.Trees;
import org.anchors.local.home.Facts;
import org.anchors.local.home.Home;
import org.anchors.local.home.KnownProcess;
import org.anchors.local.home.OnDisk;

/**
 * Puts a backup in the place of what a stopped platform keeps. What was there is given up only once the backup was read to its
 * end and found whole, and of the same engine. The script sees to it that nobody starts the platform meanwhile.
 */
public final class Restore {

    /** Without one of these nothing would start. */
    private static final List<String> NEEDED = List.of(
            "data/postgres/PG_VERSION",
            "data/postgres/backup_label",
            "data/postgres/global/pg_control",
            "data/kafka/meta.properties",
            "secrets.properties");

    private final Home home;

    public Restore(Home home) {
        this.home = home;
    }

    /** Answers 0 when the next start goes on from the backup. */
    public int run(List<String> arguments) {
        var agreed = arguments.size() == 2 && "--yes".equals(arguments.get(1));
        if (arguments.isEmpty() || arguments.size() > 2 || (arguments.size() == 2 && !agreed)) {
            throw new Impossible("Usage: ./anchor restore FILE [--yes]");
        }
        refuseWhileSomethingRuns();
        if (!agreed && (Files.exists(home.state().resolve("data")) || Files.exists(home.secrets()))) {
            throw new Impossible("This deletes all data in %s. Say ./anchor restore %s --yes"
                    .formatted(home.state(), arguments.getFirst()));
        }
        var began = unpack(Path.of(arguments.getFirst()).toAbsolutePath());
        new Replacement(home).run();
        System.out.println("Restored as it was at " + began + ". Start it: ./anchor up");
        return 0;
    }

    private void refuseWhileSomethingRuns() {
        if (Running.isSupervised(home)) {
            throw new Impossible("The platform runs. Stop it first: ./anchor down");
        }
        var running = running();
        if (!running.isEmpty()) {
            throw new Impossible("Still running, though nobody looks after it: %s. Stop it first: ./anchor down"
                    .formatted(String.join(", ", running)));
        }
    }

    private Set<String> running() {
        try {
            return KnownProcess.aliveIn(home.run(".")).keySet();
        } catch (IOException unknown) {
            throw new Impossible(
                    "Whether something still runs cannot be told: %s. Nothing was changed.".formatted(unknown));
        }
    }

    /** When the backup began. Where it cannot be used, nothing of it stays. */
    private String unpack(Path file) {
        Trees.delete(home.restoring());
        try {
            if (!Files.isRegularFile(file)) {
                throw new IOException("there is no such file");
            }
            Files.createDirectories(home.restoring());
            OnDisk.force(home.state());
            new Unpacking(file, home.restoring()).run();
            var began = began();
            Files.setPosixFilePermissions(
                    home.restoring().resolve("data/postgres"), PosixFilePermissions.fromString("rwx------"));
            Retelling.after(
                    began,
                    home.restoring().resolve("data").resolve(home.restored().getFileName()));
            return began;
        } catch (IOException | InvalidPathException unusable) {
            Trees.delete(home.restoring());
            throw new Impossible(
                    "%s cannot be restored: %s. Nothing was changed.".formatted(file, unusable.getMessage()));
        }
    }

    private String began() throws IOException {
        for (var needed : NEEDED) {
            if (!Files.isRegularFile(home.restoring().resolve(needed))) {
                throw new IOException("it is no backup of this platform, for it has no " + needed);
            }
        }
        var description = Facts.read(home.restoring().resolve(Backup.DESCRIPTION));
        var began = description.get(Backup.BEGAN);
        if (began == null || !Backup.PRESENT_FORM.equals(description.get(Backup.FORM))) {
            throw new IOException("this version of the platform cannot read it");
        }
        var engine = description.get(Backup.ENGINE);
        if (!Backup.engine().equals(engine)) {
            throw new IOException("it comes from %s, and here is %s".formatted(engine, Backup.engine()));
        }
        return began;
    }
}
