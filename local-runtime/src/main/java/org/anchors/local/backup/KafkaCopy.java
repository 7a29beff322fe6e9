package org.anchors.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Copies the directory of a running Kafka. Its logs only grow, so a copy is a log that ends a little earlier; a torn last record
 * is cut off when Kafka starts on it, as after a power cut. What it can make again from the logs is left out.
 */
record KafkaCopy(Path data) {

    private static final Pattern MADE_AGAIN = Pattern.compile(
            ".*\\.(index|timeindex|txnindex|snapshot|deleted|cleaned|swap|part|tmp|lock)|\\.lock|\\.kafka_cleanshutdown"
                    + "|cleaner-offset-checkpoint|recovery-point-offset-checkpoint");

    /**
     * First what the top of the directory says of the logs, so that it never promises more than they hold; then how far consumers
     * have come, which is then early and never beyond what they read; then what they read.
     */
    void into(BackupFile backup, String name) throws IOException {
        var inTurn = Comparator.comparing(this::turn).thenComparing(Comparator.naturalOrder());
        for (var path : LiveTree.in(data).stream().sorted(inTurn).toList()) {
            if (!Files.isDirectory(path)
                    && !MADE_AGAIN.matcher(path.getFileName().toString()).matches()) {
                add(path, name, backup);
            }
        }
    }

    private void add(Path path, String name, BackupFile backup) throws IOException {
        try {
            backup.file(name + "/" + data.relativize(path), path);
        } catch (NoSuchFileException gone) {
            throw new IOException("Kafka tidied its logs up in the middle of it; begin the backup again", gone);
        }
    }

    private int turn(Path path) {
        var inside = data.relativize(path);
        if (inside.getNameCount() == 1) {
            return 0;
        }
        return inside.getName(0).toString().startsWith("__consumer_offsets-") ? 1 : 2;
    }
}
