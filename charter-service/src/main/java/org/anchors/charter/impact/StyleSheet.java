package org.anchors.charter.impact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.anchors.kit.platform.Sha256;

/** How the page looks, and the content policy that allows this one style sheet and nothing else. */
final class StyleSheet {

    static final String TEXT = read();

    /** No scripts, no frames, no files from anywhere; the style sheet is known by its digest. */
    static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                    .formatted(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Sha256.of(TEXT))));

    private StyleSheet() {}

    private static String read() {
        try (var file = Objects.requireNonNull(StyleSheet.class.getResourceAsStream("/impact/page.css"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
