package org.anchors.kit.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, written in hexadecimal. */
public final class Sha256 {

    private static final int PIECE = 8_192;

    private Sha256() {}

    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(running().digest(bytes));
    }

    /** A digest that is fed piece by piece. */
    public static MessageDigest running() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** Writes what a hash is taken of. */
    @FunctionalInterface
    public interface Written {
        void to(OutputStream out) throws IOException;
    }

    /** Of what is written, none of which is kept. */
    public static String ofWritten(Written written) {
        var digest = running();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            written.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of the text's UTF-8, of which a long one is never in memory as a whole. */
    public static String of(String text) {
        if (text.length() <= PIECE) {
            return of(text.getBytes(StandardCharsets.UTF_8));
        }
        return ofWritten(out -> {
            var utf8 = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            for (var at = 0; at < text.length(); at += PIECE) {
                utf8.write(text, at, Math.min(PIECE, text.length() - at));
            }
            utf8.flush();
        });
    }
}
