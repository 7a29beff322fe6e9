package org.anchors.deployment;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings that a program reads: its own from its sources, Quarkus' from the jars of its build. */
public final class Settings {

    /** Their defaults by key; {@code *} stands for a name that whoever sets it chooses. */
    public static Map<String, String> ofOurs(String program) {
        var settings = new TreeMap<String, String>();
        Sources.of(program).forEach(source -> settings.putAll(ConfigSource.settings(source)));
        if (Checkout.SERVICES.contains(program)) {
            Sources.of("kit").forEach(source -> settings.putAll(ConfigSource.settings(source)));
        }
        // The name of a topic is part of what is agreed on with its readers: nobody sets it.
        settings.keySet().removeIf(key -> !key.startsWith("anchors.") || key.equals("anchors.topic"));
        properties(program).forEach((key, value) -> settings.replace(String.valueOf(key), String.valueOf(value)));
        return settings;
    }

    /** Whether an environment variable is heard, and not only at the build. */
    public static boolean knows(String program, String variable) {
        if (variable.startsWith("QUARKUS_")) {
            return "RUN_TIME".equals(QuarkusSettings.of(program).get(variable));
        }
        if (variable.startsWith("KAFKA_")) {
            return Checkout.SERVICES.contains(program);
        }
        return ofOurs(program).keySet().stream()
                .anyMatch(key -> pattern(key).matcher(variable).matches());
    }

    /** What a program is given unless a deployment says otherwise, by its own properties or by the kit's. */
    static Optional<String> given(String program, String key) {
        var own = Optional.ofNullable(properties(program).getProperty(key));
        return Checkout.SERVICES.contains(program) ? own.or(() -> Optional.ofNullable(kit().getProperty(key))) : own;
    }

    /** How long a program may take to end what it has in hand. */
    public static int shutdownSeconds(String program) {
        return seconds(given(program, "quarkus.shutdown.timeout").orElseThrow());
    }

    /** How long the gateway waits for an answer at most, in seconds. */
    static int longestPatience() {
        var gateway = properties("gateway");
        var bulk = gateway.stringPropertyNames().stream()
                .filter(key -> key.startsWith("anchors.gateway.timeout.bulk."))
                .map(gateway::getProperty);
        var ordinary = ofOurs("gateway").get("anchors.gateway.timeout.answer");
        return Stream.concat(bulk, Stream.of(String.valueOf(ordinary)))
                .mapToInt(Settings::seconds)
                .max()
                .orElseThrow();
    }

    private static int seconds(String duration) {
        return Integer.parseInt(duration.replaceAll("s$", ""));
    }

    public static Properties properties(String program) {
        return load(program + "/src/main/resources/application.properties");
    }

    public static Properties kit() {
        return load("kit/src/main/resources/META-INF/microprofile-config.properties");
    }

    /** The variable that tells the gateway where a service is. */
    public static String addressOf(String service) {
        return variable("anchors." + service.replaceAll("-service$", "") + ".url");
    }

    /** The environment variable of a key; a {@code *} stays. */
    static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9*]", "_");
    }

    private static Pattern pattern(String key) {
        return Pattern.compile(variable(key).replace("*", "[A-Z0-9_]+"));
    }

    private static Properties load(String file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Checkout.text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private Settings() {}
}
