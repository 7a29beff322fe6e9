package org.anchors.e2e;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The charter-service's database, for looking behind the API. */
final class CharterDatabase implements AutoCloseable {

    private final Connection connection;

    CharterDatabase(Platform platform) {
        connection = platform.connect("charter");
    }

    /** The number that a query with one text parameter gives. */
    long count(String sql, String parameter) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
