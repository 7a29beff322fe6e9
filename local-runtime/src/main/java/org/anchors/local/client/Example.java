package org.anchors.local.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * One example of a report.
 *
 * @param key the same for the same file and content, so that posting it again changes nothing
 */
record Example(String file, String organisation, String year, String body, String key) {

    static List<Example> in(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new Impossible("There are no examples in " + directory);
        }
        try (var files = Files.list(directory)) {
            var examples = new ArrayList<Example>();
            for (var file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                examples.add(read(file));
            }
            return examples;
        }
    }

    static Example read(Path file) throws IOException {
        var body = Files.readString(file);
        var report = new ObjectMapper().readTree(body);
        return new Example(
                String.valueOf(file.getFileName()),
                report.path("organisation").asText(),
                report.path("year").asText(),
                body,
                key(file, body));
    }

    private static String key(Path file, String body) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            var name = String.valueOf(file.getFileName()).replace(".json", "");
            return name + "-" + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
