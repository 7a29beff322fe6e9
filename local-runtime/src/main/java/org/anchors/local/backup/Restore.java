package org.anchors.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.ZipException;
import org.anchors.local.client.Impossible;
import org.anchors.local.client.Running;
import org.anchors.local.engine.Retelling;
import org.anchors.local.engine.Trees;
import org.anchors.local.home.Facts;
import org.anchors.local.home.Home;

/** Puts a backup in the place of what a stopped platform keeps. What was there is given up only once the backup was read whole. */
public final class Restore {

    private final Home home;

    public Restore(Home home) {
        this.home = home;
    }

    /** Answers 0 when the next start goes on from the backup. */
    public int run(List<String> arguments) throws IOException {
        var agreed = arguments.size() == 2 && "--yes".equals(arguments.get(1));
        if (arguments.isEmpty() || arguments.size() > 2 || (arguments.size() == 2 && !agreed)) {
            throw new Impossible("Usage: ./anchor restore FILE [--yes]");
        }
        if (Running.isSupervised(home)) {
            throw new Impossible("The platform runs. Stop it first: ./anchor down");
        }
        if (Files.exists(home.data("postgres")) && !agreed) {
            throw new Impossible("This deletes all data in " + home.state() + ". Say ./anchor restore "
                    + arguments.getFirst() + " --yes");
        }
        var began = unpack(Path.of(arguments.getFirst()).toAbsolutePath());
        replace(began);
        System.out.println("Restored as it was at " + began + ". Start it: ./anchor up");
        return 0;
    }

    /** When the backup began. */
    private String unpack(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Impossible("There is no file " + file);
        }
        Trees.delete(unpacked());
        Files.createDirectories(unpacked());
        try {
            new Unpacking(file, unpacked()).run();
        } catch (ZipException damaged) {
            Trees.delete(unpacked());
            throw new Impossible(
                    file + " is damaged, or no backup: " + damaged.getMessage() + ". Nothing was changed.");
        }
        var description = Facts.read(unpacked().resolve(Backup.DESCRIPTION));
        var began = description.get(Backup.BEGAN);
        if (began == null || !Backup.PRESENT_FORM.equals(description.get(Backup.FORM))) {
            Trees.delete(unpacked());
            throw new Impossible(file + " is not a backup that this platform can read. Nothing was changed.");
        }
        return began;
    }

    private void replace(String began) throws IOException {
        Retelling.after(
                began, unpacked().resolve("data").resolve(home.restored().getFileName()));
        Files.setPosixFilePermissions(
                unpacked().resolve("data/postgres"), PosixFilePermissions.fromString("rwx------"));
        Trees.delete(home.state().resolve("data"));
        Trees.delete(home.state().resolve("run"));
        Files.move(unpacked().resolve("data"), home.state().resolve("data"), StandardCopyOption.ATOMIC_MOVE);
        Files.move(
                unpacked().resolve(home.secrets().getFileName()),
                home.secrets(),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        Trees.delete(unpacked());
    }

    private Path unpacked() {
        return home.state().resolve("restoring");
    }
}
