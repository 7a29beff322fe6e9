package org.anchors.employment.milestone;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.contracts.problem.Fault;
import org.anchors.employment.privacy.Masked;
import org.anchors.kit.table.CsvText;
import org.anchors.kit.table.Row;
import org.anchors.kit.table.Table;

/** Reads milestones from CSV row by row. */
final class CsvRows {

    static final int MOST_ROWS = 250_000;

    private static final Set<String> NEEDED = Stream.of(Field.PROGRAMME, Field.PARTICIPANT, Field.KIND, Field.ON)
            .map(Field::column)
            .collect(Collectors.toSet());

    private final RowSink sink;

    CsvRows(RowSink sink) {
        this.sink = sink;
    }

    void read(InputStream body) throws IOException {
        try (var text = new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder())) {
            var rows = CsvText.rows(text, MOST_ROWS);
            var faults = rows.head().faults(Field.columns(), NEEDED);
            faults.forEach(fault -> sink.fault(told(fault, rows.head())));
            if (faults.isEmpty()) {
                rows.forEachRemaining(row -> sink.take(given(row), faults(row)));
            }
        }
    }

    /** What the first row says may be names of people where it does not name columns; their number is enough to find one. */
    private static Fault told(Fault fault, Table.Head head) {
        if (!fault.rule().equals("unknown-column")) {
            return fault;
        }
        var number = head.columns().indexOf(fault.given()) + 1;
        return new Fault(
                "row %d, column number %d".formatted(head.number(), number),
                fault.rule(),
                Masked.MASK,
                "The first row names the columns. Known here: %s."
                        .formatted(Field.columns().stream().sorted().collect(Collectors.joining(", "))));
    }

    /** A cell behind the last column is one that a comma too much has moved, or belongs to a column without a name. */
    private static List<Fault> faults(Row row) {
        return row.isBlank(Row.WITHOUT_NAME)
                ? List.of()
                : List.of(new Fault(
                        row.place(),
                        "cell-without-column",
                        Masked.MASK,
                        "Something stands in no column that has a name; send as many cells as there are columns."));
    }

    private static Given given(Row row) {
        var given = new Given(row.number());
        for (var field : Field.values()) {
            var shown = row.shown(field.column());
            if (shown != null) {
                given.put(field, shown);
            }
        }
        return given;
    }
}
