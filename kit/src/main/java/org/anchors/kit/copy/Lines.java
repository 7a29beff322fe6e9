package org.anchors.kit.copy;

import java.math.BigDecimal;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Rows on their way into a table, as texts that the table's columns read. Closing it gives up what was not ended. */
public sealed interface Lines extends AutoCloseable permits CopyLines, InsertLines {

    /** Adds a row of numbers, texts, days and instants, and enums by their names. */
    void row(@Nullable Object... fields) throws SQLException;

    /** All rows are in the table after this. */
    void end() throws SQLException;

    @Override
    void close() throws SQLException;

    /** A field as the database reads it. */
    static @Nullable String text(@Nullable Object field) {
        return switch (field) {
            case null -> null;
            case BigDecimal number -> number.toPlainString();
            case Enum<?> constant -> constant.name();
            case Object other -> other.toString();
        };
    }
}
