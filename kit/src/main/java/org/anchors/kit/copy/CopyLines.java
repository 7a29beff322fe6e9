package org.anchors.kit.copy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table by COPY, which takes them many times faster than statements do. Closing it gives up. */
public final class CopyLines implements AutoCloseable {

    private static final int SENT_AT_ONCE = 1 << 16;

    private final StringBuilder text = new StringBuilder();
    private final CopyIn copy;
    private boolean lineIsEmpty = true;

    /**
     * Begins.
     *
     * @param table the table with the columns that are filled, such as {@code narrative (reference, text)}
     */
    public CopyLines(Connection connection, String table) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy %s from stdin".formatted(table));
    }

    /** Adds a field to the row; a number, text, day or instant, an enum by its name. */
    public CopyLines field(@Nullable Object field) {
        if (!lineIsEmpty) {
            text.append('\t');
        }
        lineIsEmpty = false;
        var read = Fields.text(field);
        if (read == null) {
            text.append("\\N");
        } else {
            escape(read);
        }
        return this;
    }

    /** Adds the last fields of the row, and ends it. */
    public void row(@Nullable Object... fields) throws SQLException {
        for (var field : fields) {
            field(field);
        }
        text.append('\n');
        lineIsEmpty = true;
        if (text.length() > SENT_AT_ONCE) {
            send();
        }
    }

    public void end() throws SQLException {
        send();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void send() throws SQLException {
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    private static boolean isPlain(String field) {
        for (var index = 0; index < field.length(); index++) {
            if (field.charAt(index) < ' ' || field.charAt(index) == '\\') {
                return false;
            }
        }
        return true;
    }

    private void escape(String field) {
        if (isPlain(field)) {
            text.append(field);
            return;
        }
        for (var index = 0; index < field.length(); index++) {
            var character = field.charAt(index);
            switch (character) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(character);
            }
        }
    }
}
