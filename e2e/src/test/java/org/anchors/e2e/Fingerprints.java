package org.anchors.e2e;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of all tables of the services' databases, each table as its number of rows and one hash. */
final class Fingerprints {

    private static final List<String> DATABASES = List.of("charter", "social_value", "employment");

    private static final String ROWS = """
            select count(*) || ' ' || coalesce(md5(string_agg(row, ',' order by row)), '')
            from (select md5(%s::text) as row from %s t) rows
            """;

    /** When an event was told is not part of what happened: a restored platform tells some again. */
    private static final Map<String, String> WHAT_HAPPENED = Map.of("public.outbox", "(to_jsonb(t) - 'published_at')");

    private static final String TABLES = """
            select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
            """;

    private Fingerprints() {}

    /** By database and table. */
    static Map<String, String> of(Platform platform) {
        var hashes = new TreeMap<String, String>();
        for (var database : DATABASES) {
            try (var connection = platform.connect(database)) {
                for (var table : column(connection, TABLES)) {
                    hashes.put(
                            database + " " + table,
                            column(connection, ROWS.formatted(WHAT_HAPPENED.getOrDefault(table, "to_jsonb(t)"), table))
                                    .getFirst());
                }
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
        return hashes;
    }

    /** How many events are yet to be told. */
    static long untold(Platform platform) {
        return DATABASES.stream()
                .mapToLong(database -> {
                    try (var connection = platform.connect(database)) {
                        return Long.parseLong(
                                column(connection, "select count(*)::text from outbox where published_at is null")
                                        .getFirst());
                    } catch (SQLException failure) {
                        throw new IllegalStateException(failure);
                    }
                })
                .sum();
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
