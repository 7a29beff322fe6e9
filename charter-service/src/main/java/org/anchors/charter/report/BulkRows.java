package org.anchors.charter.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.anchors.charter.spreadsheet.Cell;
import org.anchors.charter.spreadsheet.CsvText;
import org.anchors.charter.spreadsheet.Row;
import org.anchors.charter.spreadsheet.Table;
import org.anchors.contracts.problem.Fault;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Puts the rows of a bulk file in the order of organisations. They go through a table that exists for this transaction only,
 * so the file may have any order and any size, and memory holds the rows of one organisation at a time.
 */
@ApplicationScoped
class BulkRows {

    static final String ORGANISATION = "organisation";

    private static final int MOST_ROWS = 500_000;
    private static final int FETCHED_AT_ONCE = 2_000;
    private static final int COPIED_AT_ONCE = 1 << 16;

    private static final List<String> COLUMNS = List.of(
            ReportColumns.KIND,
            ReportColumns.CODE,
            ReportColumns.GROUP,
            ReportColumns.STATE,
            ReportColumns.VALUE,
            ReportColumns.NUMERATOR,
            ReportColumns.DENOMINATOR,
            ReportColumns.EXPLANATION,
            ReportColumns.IDENTIFIERS,
            ReportColumns.ATTRIBUTES,
            ReportColumns.TITLE,
            ReportColumns.TEXT);

    private final DataSource dataSource;

    BulkRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Reads a CSV file within the present transaction.
     *
     * @param take is given each organisation with its rows
     * @param fault is told what belongs to no organisation
     */
    void read(Path file, BiConsumer<String, List<Row>> take, Consumer<Fault> fault) throws IOException {
        // Text that is not UTF-8 must fail instead of becoming something else.
        var strict = StandardCharsets.UTF_8.newDecoder();
        try (var text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), strict));
                var connection = dataSource.getConnection()) {
            var rows = CsvText.rows(text, MOST_ROWS);
            var faults = rows.head().faults(known(), Set.of(ORGANISATION, ReportColumns.CODE));
            faults.forEach(fault);
            if (faults.isEmpty()) {
                stage(rows, connection, fault);
                ordered(rows.head(), connection, take);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The rows could not be staged", failure);
        }
    }

    private static Set<String> known() {
        var known = new TreeSet<>(ReportColumns.OF_ALL);
        known.add(ORGANISATION);
        return known;
    }

    private static void stage(CsvText.Rows rows, Connection connection, Consumer<Fault> fault) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table bulk_row (number int, organisation text, c0 text, c1 text, c2 text,"
                            + " c3 text, c4 text, c5 text, c6 text, c7 text, c8 text, c9 text, c10 text, c11 text) on commit drop");
        }
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy bulk_row from stdin");
        try {
            copy(rows, copy, fault);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void copy(CsvText.Rows rows, CopyIn copy, Consumer<Fault> fault) throws SQLException {
        var lines = new StringBuilder();
        while (rows.hasNext()) {
            var row = rows.next();
            var organisation = row.shown(ORGANISATION);
            if (organisation == null) {
                fault.accept(new Fault(
                        row.place(ORGANISATION), "missing", null, "Name the organisation that reports, by its key."));
                continue;
            }
            lines.append(row.number()).append('\t');
            escape(organisation, lines);
            COLUMNS.forEach(column -> {
                lines.append('\t');
                row.cell(column).ifPresentOrElse(cell -> escape(cell.shown(), lines), () -> lines.append("\\N"));
            });
            lines.append('\n');
            if (lines.length() > COPIED_AT_ONCE) {
                send(lines, copy);
            }
        }
        send(lines, copy);
    }

    private static void send(StringBuilder lines, CopyIn copy) throws SQLException {
        var bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }

    /** As COPY wants it. U+0000, which PostgreSQL cannot hold, becomes a character that no rule accepts in its place. */
    private static void escape(String text, StringBuilder into) {
        for (var index = 0; index < text.length(); index++) {
            var character = text.charAt(index);
            switch (character) {
                case '\\' -> into.append("\\\\");
                case '\t' -> into.append("\\t");
                case '\n' -> into.append("\\n");
                case '\r' -> into.append("\\r");
                case '\0' -> into.append('\uFFFD');
                default -> into.append(character);
            }
        }
    }

    private static void ordered(Table.Head head, Connection connection, BiConsumer<String, List<Row>> take)
            throws SQLException {
        try (var query =
                connection.prepareStatement("select * from bulk_row order by organisation collate \"C\", number")) {
            query.setFetchSize(FETCHED_AT_ONCE);
            try (var found = query.executeQuery()) {
                var rows = new ArrayList<Row>();
                var organisation = "";
                while (found.next()) {
                    var next = found.getString("organisation");
                    if (!next.equals(organisation) && !rows.isEmpty()) {
                        take.accept(organisation, rows);
                        rows = new ArrayList<>();
                    }
                    organisation = next;
                    rows.add(row(head, found));
                }
                if (!rows.isEmpty()) {
                    take.accept(organisation, rows);
                }
            }
        }
    }

    private static Row row(Table.Head head, ResultSet found) throws SQLException {
        var cells = new HashMap<String, Cell>();
        for (var index = 0; index < COLUMNS.size(); index++) {
            var text = found.getString(index + 3);
            if (text != null) {
                cells.put(COLUMNS.get(index), new Cell.Text(text));
            }
        }
        return new Row(head, found.getInt("number"), cells);
    }
}
