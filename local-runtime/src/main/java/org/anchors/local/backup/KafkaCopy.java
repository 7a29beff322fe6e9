package org.anchors.local.backup;

import java.io.IOException;
import java.nio.file.Files;
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

    /** What the top of the directory says of the logs is copied before them, so that it never promises more than they hold. */
    void into(BackupFile backup, String name) throws IOException {
        var topFirst = Comparator.comparing(Path::getNameCount).thenComparing(Comparator.naturalOrder());
        for (var path : LiveTree.in(data).stream().sorted(topFirst).toList()) {
            if (!Files.isDirectory(path)
                    && !MADE_AGAIN.matcher(path.getFileName().toString()).matches()) {
                backup.file(name + "/" + data.relativize(path), path);
            }
        }
    }
}
