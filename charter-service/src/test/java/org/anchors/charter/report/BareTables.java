package org.anchors.charter.report;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** Tables like those of reports, with the same keys and indexes, into which the rows of reports are written once more, bare. */
final class BareTables {

    private static final List<String> TABLES =
            List.of("annual_report", "report_revision", "reported_value", "narrative", "case_study", "report_query");

    private final DataSource dataSource;

    BareTables(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void make() throws SQLException {
        for (var table : TABLES) {
            execute("drop table if exists bare_%s cascade".formatted(table));
            execute("create table bare_%1$s (like %1$s including all)".formatted(table));
        }
        execute("alter table bare_annual_report add foreign key (organisation) references organisation,"
                + " add foreign key (year) references reporting_year");
        execute("alter table bare_report_revision add foreign key (reference) references bare_annual_report,"
                + " add foreign key (catalogue) references indicator_catalogue");
        for (var table : TABLES.subList(2, TABLES.size())) {
            execute("alter table bare_%s add foreign key (reference, revision) references bare_report_revision"
                    .formatted(table));
        }
    }

    /** Nanoseconds to write a report's rows in one transaction, one statement for each table. */
    long insert(String reference) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            var rows = new ArrayList<List<List<Object>>>();
            for (var table : TABLES) {
                rows.add(rows(connection, table, reference));
            }
            connection.setAutoCommit(false);
            var began = System.nanoTime();
            for (var index = 0; index < TABLES.size(); index++) {
                insert(connection, TABLES.get(index), rows.get(index));
            }
            connection.commit();
            var took = System.nanoTime() - began;
            connection.setAutoCommit(true);
            return took;
        }
    }

    private static List<List<Object>> rows(Connection connection, String table, String reference) throws SQLException {
        try (var query = connection.prepareStatement("select * from %s where reference = ?".formatted(table))) {
            query.setString(1, reference);
            try (var found = query.executeQuery()) {
                var rows = new ArrayList<List<Object>>();
                while (found.next()) {
                    var row = new ArrayList<>();
                    for (var column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                        row.add(found.getObject(column));
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }

    private static void insert(Connection connection, String table, List<List<Object>> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        var row = "(" + String.join(",", Collections.nCopies(rows.getFirst().size(), "?")) + ")";
        var values = String.join(",", Collections.nCopies(rows.size(), row));
        try (var insert = connection.prepareStatement("insert into bare_%s values %s".formatted(table, values))) {
            var parameter = 1;
            for (var each : rows) {
                for (var value : each) {
                    insert.setObject(parameter++, value);
                }
            }
            insert.executeUpdate();
        }
    }

    /** Nanoseconds to copy a year's values, which are taken out before; their reports are there already. */
    long copy(String year) throws SQLException, IOException {
        try (var connection = dataSource.getConnection()) {
            for (var table : TABLES.subList(0, 2)) {
                execute("insert into bare_%1$s select * from %1$s where reference like '%%-%2$s'"
                        .formatted(table, year));
            }
            var api = connection.unwrap(PGConnection.class).getCopyAPI();
            var text = new StringWriter();
            api.copyOut(
                    "copy (select * from reported_value where reference like '%%-%s') to stdout".formatted(year), text);
            var rows = text.toString();
            var began = System.nanoTime();
            api.copyIn("copy bare_reported_value from stdin", new StringReader(rows));
            return System.nanoTime() - began;
        }
    }

    long count(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
