package org.anchors.charter.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.copy.CopyLines;
import org.anchors.kit.edge.Bodies;
import org.anchors.kit.edge.StrictJson;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.table.Cell;
import org.anchors.kit.table.CsvText;
import org.anchors.kit.table.FileRefusal;
import org.anchors.kit.table.Row;
import org.anchors.kit.table.Table;

/**
 * Puts the rows of a bulk file in the order of organisations. They go through a table that exists for this transaction only,
 * so the file may have any order and any size, and memory holds the rows of one organisation at a time.
 */
@ApplicationScoped
class BulkRows {

    static final String ORGANISATION = "organisation";

    private static final int MOST_ROWS = 500_000;
    private static final int FETCHED_AT_ONCE = 2_000;
    private static final int CHARACTERS_AROUND_A_CELL = 15;
    private static final int LONGEST_NAME = 60;
    private static final char MASK = '\u0001';

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
            ReportColumns.RESTATEMENT_REASON,
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
    void read(InputStream file, BiConsumer<String, List<Row>> take, Consumer<Fault> fault) throws IOException {
        // Text that is not UTF-8 must fail instead of becoming something else.
        var strict = StandardCharsets.UTF_8.newDecoder();
        try (var text = new BufferedReader(new InputStreamReader(file, strict));
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
            statement.execute("create temporary table bulk_row (number int, organisation text, %s) on commit drop"
                    .formatted(COLUMNS.stream()
                            .map(column -> "\"%s\" text".formatted(column))
                            .collect(Collectors.joining(", "))));
        }
        try (var lines = new CopyLines(connection, "bulk_row")) {
            copy(rows, lines, fault);
            lines.end();
        }
    }

    private static void copy(CsvText.Rows rows, CopyLines lines, Consumer<Fault> fault) throws SQLException {
        while (rows.hasNext()) {
            var row = rows.next();
            var organisation = row.shown(ORGANISATION);
            if (organisation == null) {
                fault.accept(new Fault(
                        row.place(ORGANISATION), "missing", null, "Name the organisation that reports, by its key."));
                continue;
            }
            lines.row(fields(row, organisation));
        }
    }

    private static Object[] fields(Row row, String organisation) {
        var cells = COLUMNS.stream()
                .map(column ->
                        row.cell(column).map(cell -> masked(cell.shown())).orElse(null));
        return Stream.concat(Stream.of(row.number(), masked(organisation)), cells)
                .toArray();
    }

    /** PostgreSQL cannot hold U+0000. It comes back as it was, for the check to refuse it at its place. */
    private static String masked(String text) {
        return text.indexOf('\0') < 0 && text.indexOf(MASK) < 0
                ? text
                : text.replace(MASK + "", MASK + "1").replace("\0", MASK + "0");
    }

    private static String unmasked(String text) {
        return text.indexOf(MASK) < 0 ? text : text.replace(MASK + "0", "\0").replace(MASK + "1", MASK + "");
    }

    private static void ordered(Table.Head head, Connection connection, BiConsumer<String, List<Row>> take)
            throws SQLException {
        try (var query =
                connection.prepareStatement("select * from bulk_row order by organisation collate \"C\", number")) {
            query.setFetchSize(FETCHED_AT_ONCE);
            try (var found = query.executeQuery()) {
                var theirs = new Theirs("");
                while (found.next()) {
                    var organisation = unmasked(found.getString("organisation"));
                    if (!organisation.equals(theirs.organisation)) {
                        theirs.handTo(take);
                        theirs = new Theirs(organisation);
                    }
                    theirs.add(row(head, found));
                }
                theirs.handTo(take);
            }
        }
    }

    /** The rows of one organisation, no more of them than a body may hold. */
    private static final class Theirs {
        private final String organisation;
        private final List<Row> rows = new ArrayList<>();
        private int size;

        Theirs(String organisation) {
            this.organisation = organisation;
        }

        void add(Row row) {
            rows.add(row);
            size += BulkRows.size(row);
            if (size > Bodies.LARGEST || rows.size() > ReportFile.MOST_ROWS) {
                throw tooMuch(organisation, rows.getFirst());
            }
        }

        void handTo(BiConsumer<String, List<Row>> take) {
            if (!rows.isEmpty()) {
                take.accept(organisation, rows);
            }
        }
    }

    /**
     * Refuses a file because of one organisation.
     *
     * @param first the row with which its report begins
     */
    static Refused tooMuch(String organisation, Row first) {
        var name = organisation.length() <= LONGEST_NAME ? organisation : organisation.substring(0, LONGEST_NAME) + "…";
        return new Refused(
                FileRefusal.FILE_TOO_LARGE,
                "The report of %s, which begins at %s, is too large: one may have %,d rows, %,d characters and %,d names and values."
                        .formatted(name, first.place(), ReportFile.MOST_ROWS, Bodies.LARGEST, StrictJson.MOST_TOKENS));
    }

    /** About as many characters as the row would have as JSON. */
    static int size(Row row) {
        return row.cells().values().stream()
                .mapToInt(cell -> cell.shown().length() + CHARACTERS_AROUND_A_CELL)
                .sum();
    }

    private static Row row(Table.Head head, ResultSet found) throws SQLException {
        var cells = new HashMap<String, Cell>();
        for (var index = 0; index < COLUMNS.size(); index++) {
            var text = found.getString(index + 3);
            if (text != null) {
                cells.put(COLUMNS.get(index), new Cell.Text(unmasked(text)));
            }
        }
        return new Row(head, found.getInt("number"), cells);
    }
}
