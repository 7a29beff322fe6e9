package org.anchors.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of this checkout. */
public final class Checkout {

    public static final List<String> SERVICES =
            List.of("charter-service", "social-value-service", "employment-service");
    public static final List<String> PROGRAMS =
            List.of("charter-service", "social-value-service", "employment-service", "gateway");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Checkout() {}

    public static Path path(String name) {
        return Path.of(System.getProperty("anchors.checkout")).resolve(name);
    }

    public static String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** A YAML or JSON file. */
    public static JsonNode tree(String name) {
        try {
            return YAML.readTree(text(name));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be parsed", e);
        }
    }
}
