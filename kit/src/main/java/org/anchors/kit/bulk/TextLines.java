package org.anchors.kit.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** The lines of a text in UTF-8, one at a time, none of them longer than is allowed, however long the text makes it. */
public final class TextLines implements AutoCloseable {

    private final Reader text;
    private final int longest;
    private final char[] buffer = new char[1 << 14];
    private int position;
    private int filled;

    public TextLines(InputStream body, int longest) {
        this.text = new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder());
        this.longest = longest;
    }

    /** Takes a line that is not blank. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes it.
         *
         * @param number its number, from 1, blank ones counted
         */
        void take(String line, int number) throws IOException;
    }

    /** Hands on every line that is not blank; refuses the text at a line that is too long. */
    public void forEach(Sink sink) throws IOException {
        var number = 0;
        for (var line = next(); line != null; line = next()) {
            number++;
            if (!line.isBlank()) {
                sink.take(line, number);
            }
        }
    }

    private @Nullable String next() throws IOException {
        var line = new StringBuilder();
        while (position < filled || fill()) {
            var end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            if (line.length() + end - position > longest) {
                throw new Refused(CommonRefusal.BODY_TOO_LARGE, "A line may have %,d characters.".formatted(longest));
            }
            line.append(buffer, position, end - position);
            position = end + 1;
            if (end < filled) {
                return line.toString();
            }
        }
        return line.isEmpty() ? null : line.toString();
    }

    /** Reads on; false at the end. */
    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, text.read(buffer));
        return filled > 0;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
