package org.anchors.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A small properties file, read as a whole and written as a whole, with its keys in order. */
public final class Facts {

    private Facts() {}

    public static Map<String, String> read(Path file) {
        var facts = new TreeMap<String, String>();
        if (!Files.exists(file)) {
            return facts;
        }
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        properties.stringPropertyNames().forEach(key -> facts.put(key, properties.getProperty(key)));
        return facts;
    }

    /** Keys and values are our own: identifiers, numbers, addresses; none needs escaping. */
    public static void write(Path file, String title, Map<String, String> facts) {
        var text = new StringBuilder("# ").append(title).append('\n');
        new TreeMap<>(facts)
                .forEach((key, value) ->
                        text.append(key).append('=').append(value).append('\n'));
        PrivateFile.write(file, text.toString());
    }
}
