package org.anchors.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directories of one local platform. The state directory belongs to one platform; what was built or unpacked ({@code build},
 * {@code engines}) is shared by all platforms of a checkout and never written to while one runs.
 */
public record Home(Path checkout, Path state) {

    /** The home the script {@code anchor} names by system properties. */
    public static Home fromProperties() {
        return new Home(
                Path.of(required("anchors.checkout")),
                Path.of(required("anchors.home")).toAbsolutePath());
    }

    public Path data(String name) {
        return state.resolve("data").resolve(name);
    }

    public Path run(String file) {
        return state.resolve("run").resolve(file);
    }

    public Path log(String child) {
        return state.resolve("logs").resolve(child + ".log");
    }

    public Path pidFile(String child) {
        return run(child + ".pid");
    }

    /** While this file exists the child is kept stopped. */
    public Path hold(String child) {
        return run(child + ".hold");
    }

    /** The wish that a child be started again, also one that was given up. */
    public Path wish(String child) {
        return run(child + ".start");
    }

    /** What a restored platform has yet to do when it starts. */
    public Path restored() {
        return data("restored.properties");
    }

    /** Where a backup is unpacked, until it takes the place of what was there. */
    public Path restoring() {
        return state.resolve("restoring");
    }

    public Path secrets() {
        return state.resolve("secrets.properties");
    }

    public Path engines() {
        return checkout.resolve(".anchors").resolve("engines");
    }

    /** Makes the directories that a start writes to. */
    public void create() {
        try {
            for (var directory : new String[] {"data", "run", "logs"}) {
                Files.createDirectories(state.resolve(directory));
            }
            Files.createDirectories(engines());
        } catch (IOException e) {
            throw new UncheckedIOException("The state directory " + state + " cannot be made", e);
        }
    }

    private static String required(String property) {
        var value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("Use the script ./anchor: it sets " + property);
        }
        return value;
    }
}
