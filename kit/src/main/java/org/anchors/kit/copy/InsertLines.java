package org.anchors.kit.copy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Rows on their way into a table by inserts, sent together: for few of them, a COPY takes longer to begin and to end. */
public final class InsertLines implements Lines {

    private final PreparedStatement insert;

    /**
     * Begins.
     *
     * @param table the table with the columns that are filled, such as {@code narrative (reference, text)}
     */
    public InsertLines(Connection connection, String table) throws SQLException {
        var columns = Math.toIntExact(
                        table.chars().filter(character -> character == ',').count())
                + 1;
        insert = connection.prepareStatement(
                "insert into %s values (%s)".formatted(table, String.join(", ", Collections.nCopies(columns, "?"))));
    }

    @Override
    public void row(@Nullable Object... fields) throws SQLException {
        for (var index = 0; index < fields.length; index++) {
            insert.setObject(index + 1, Lines.text(fields[index]), Types.OTHER);
        }
        insert.addBatch();
    }

    @Override
    public void end() throws SQLException {
        insert.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
