package org.anchors.local.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of child JVMs: the JDK this one runs on, frugal settings. */
public final class Java {

    private Java() {}

    public static Path executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** A JVM with a bounded heap; the serial collector is the smallest, and these heaps are small. */
    public static List<String> command(int heapMegabytes) {
        return new ArrayList<>(List.of(
                executable().toString(),
                "-Xms32m",
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djava.net.preferIPv4Stack=true",
                "-Dfile.encoding=UTF-8"));
    }

    /** The jars this programme itself runs on; the broker is among them. */
    static String ownClassPath() {
        return System.getProperty("java.class.path");
    }
}
