package org.anchors.deployment;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that the tests need beside Java. Where it is missing a test fails: it does not pass by not looking.
 *
 * @param name on the path, or where it is
 */
public record Tool(String name, String comesWith) {

    public static final Tool COMPOSE =
            new Tool("docker-compose", "Debian's package docker-compose; it needs no engine to check a file");
    public static final Tool KUBECTL =
            new Tool("kubectl", "kubectl 1.22 or later; it needs no cluster to render manifests");

    /** What it prints. */
    public String run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /** What it prints, told more of its environment. */
    public String run(Map<String, String> environment, String... arguments) {
        try {
            return printed(environment, arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    private String printed(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(name));
        command.addAll(List.of(arguments));
        var output = Files.createTempFile("tool", ".out");
        var errors = Files.createTempFile("tool", ".err");
        try {
            var builder = new ProcessBuilder(command)
                    .directory(Checkout.path(".").toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .redirectInput(new File("/dev/null"));
            builder.environment().putAll(environment);
            var process = start(builder);
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command + " does not end");
            }
            if (process.exitValue() != 0) {
                throw new AssertionError(
                        command + " says: " + Files.readString(errors) + "\nWhat is needed: " + comesWith + ".");
            }
            return Files.readString(output);
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    private Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException missing) {
            throw new AssertionError(name + " is missing on this machine. Install " + comesWith + ".", missing);
        }
    }
}
