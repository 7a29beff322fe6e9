package org.anchors.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A platform of its own, driven by the script that people use. */
final class Platform {

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Path checkout;
    private final Path home;
    private final Map<String, String> settings;

    /** As people start it. */
    Platform(Path checkout, Path home) {
        this(checkout, home, Map.of());
    }

    /** @param settings what its programs find in their environment besides */
    Platform(Path checkout, Path home, Map<String, String> settings) {
        this.checkout = checkout;
        this.home = home;
        this.settings = settings;
    }

    /** What a call of the script printed, and how it ended. */
    record Ended(int code, String output) {

        String orFail() {
            if (code != 0) {
                throw new AssertionError("./anchor ended with code " + code + ":\n" + output);
            }
            return output;
        }
    }

    Path checkout() {
        return checkout;
    }

    String gateway() {
        return fact("gateway.url");
    }

    /** What the running platform says about itself; read anew each time, because children come and go. */
    String fact(String key) {
        return required(home.resolve("run/platform.properties"), key);
    }

    String secret(String key) {
        return required(home.resolve("secrets.properties"), key);
    }

    /** The superuser's connection to one of its databases, for looking behind the API. */
    Connection connect(String database) {
        try {
            return DriverManager.getConnection(
                    "jdbc:postgresql://%s:%s/%s".formatted(fact("postgres.host"), fact("postgres.port"), database),
                    fact("postgres.superuser"),
                    fact("postgres.password"));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What all children have written down since the platform was started. */
    Stream<String> logLines() {
        try (var files = Files.list(home.resolve("logs"))) {
            return files.filter(Files::isRegularFile).toList().stream().flatMap(Platform::lines);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).lines();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The names of all accounts of the demonstration, people's and machines'. */
    List<String> accounts(String kind) {
        try {
            var known = new ObjectMapper()
                    .readTree(checkout.resolve("keycloak/local-accounts.json").toFile());
            return known.required(kind).findValuesAsText("name");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A child as the supervisor last saw it.
     *
     * @param pid 0 while it does not run
     * @param deaths how often it died by itself
     */
    record Child(boolean ready, long pid, int deaths) {

        /** Kills it as a power cut would: SIGKILL, to its own process only. */
        void kill() {
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        }
    }

    /** The names of a program's replicas. */
    List<String> replicas(String program) {
        try (var lines = Files.lines(home.resolve("run/children"))) {
            return lines.map(line -> line.substring(0, line.indexOf('\t')))
                    .filter(name -> name.matches(program + "(-[0-9]+)?"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Read anew each time: a child that was started again is another process. */
    Child child(String name) {
        try (var lines = Files.lines(home.resolve("run/children"))) {
            return lines.map(line -> line.split("\t", -1))
                    .filter(parts -> parts[0].equals(name))
                    .map(parts ->
                            new Child("READY".equals(parts[1]), Long.parseLong(parts[2]), Integer.parseInt(parts[5])))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Calls the script and waits until it has ended. */
    Ended anchor(String... arguments) {
        try {
            var output = Files.createTempFile("anchor", ".txt");
            var process = script(arguments)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroy();
                throw new AssertionError("./anchor " + String.join(" ", arguments) + " did not end within " + PATIENCE);
            }
            var text = Files.readString(output);
            Files.delete(output);
            return new Ended(process.exitValue(), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    /**
     * A process that stops this platform when its standard input ends: when it is closed, and also when the tests' own process
     * is killed, because then the system closes it.
     */
    Process guard() throws IOException {
        var guard = script("down");
        var command = new ArrayList<>(List.of("bash", "-c", "trap '' INT TERM HUP; read -r _; exec \"$@\"", "guard"));
        command.addAll(guard.command());
        return guard.command(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("down.log").toFile())
                .start();
    }

    private ProcessBuilder script(String... arguments) {
        var command = new ArrayList<>(List.of(checkout.resolve("anchor").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(checkout.toFile());
        // ANCHORS_BUILT: take the modules as this very Maven run has built them, and do not start another one inside
        // it.
        builder.environment()
                .putAll(Map.of("ANCHORS_HOME", home.toString(), "ANCHORS_PORTS", "free", "ANCHORS_BUILT", "yes"));
        builder.environment().putAll(settings);
        return builder;
    }

    private static String required(Path file, String key) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var value = properties.getProperty(key);
        if (value == null) {
            throw new AssertionError(file + " does not say " + key);
        }
        return value;
    }
}
