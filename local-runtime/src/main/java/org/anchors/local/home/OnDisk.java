package org.anchors.local.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What has to outlast a power cut. */
public final class OnDisk {

    private OnDisk() {}

    /** Waits until a file, or the names in a directory, are on the disk. */
    public static void force(Path path) throws IOException {
        var how = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (var channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
