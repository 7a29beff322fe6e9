package org.anchors.kit.rows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows into records, and changes rows, by SQL in the present transaction; to read, none is needed. Parameters stand where
 * {@code ?} does.
 */
@ApplicationScoped
public class Rows {

    private static final int FETCHED_AT_ONCE = 100;
    private static final int CHANGED_AT_ONCE = 500;

    private final EntityManager database;

    Rows(EntityManager database) {
        this.database = database;
    }

    /** Makes a record of the row that the result stands at. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes a row as it comes, for what is not to be held in memory as a whole. */
    @FunctionalInterface
    public interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    /** Whatever the present transaction asks, others' writes meanwhile are not seen; to be called before it has asked anything. */
    public void readOneState() {
        change("set transaction isolation level repeatable read");
    }

    /** Reads rows that are held in memory together. */
    public <T> List<T> all(String sql, Reader<T> reader, @Nullable Object... parameters) {
        var found = new ArrayList<T>();
        read(sql, row -> found.add(reader.read(row)), 0, parameters);
        return found;
    }

    public <T> Optional<T> first(String sql, Reader<T> reader, @Nullable Object... parameters) {
        return all(sql, reader, parameters).stream().findFirst();
    }

    /** Reads rows one by one, a hundred fetched at once. */
    public void each(String sql, Taker taker, @Nullable Object... parameters) {
        read(sql, taker, FETCHED_AT_ONCE, parameters);
    }

    private void read(String sql, Taker taker, int fetchedAtOnce, @Nullable Object... parameters) {
        if (database.isJoinedToTransaction()) {
            database.flush();
        }
        database.unwrap(Session.class).doWork(connection -> {
            try (var query = connection.prepareStatement(sql)) {
                query.setFetchSize(fetchedAtOnce);
                bind(query, parameters);
                try (var row = query.executeQuery()) {
                    while (row.next()) {
                        taker.take(row);
                    }
                }
            }
        });
    }

    /** How many rows were changed. */
    public int change(String sql, @Nullable Object... parameters) {
        database.flush();
        return database.unwrap(Session.class).doReturningWork(connection -> {
            try (var change = connection.prepareStatement(sql)) {
                bind(change, parameters);
                return change.executeUpdate();
            }
        });
    }

    /** The same statement for many rows, sent together. */
    public void changeEach(String sql, Collection<@Nullable Object[]> rows) {
        database.flush();
        database.unwrap(Session.class).doWork(connection -> {
            try (var change = connection.prepareStatement(sql)) {
                var waiting = 0;
                for (var row : rows) {
                    bind(change, row);
                    change.addBatch();
                    if (++waiting % CHANGED_AT_ONCE == 0) {
                        change.executeBatch();
                    }
                }
                change.executeBatch();
            }
        });
    }

    /** An instant that may be absent. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (var index = 0; index < parameters.length; index++) {
            var parameter = parameters[index];
            statement.setObject(index + 1, parameter instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : parameter);
        }
    }
}
