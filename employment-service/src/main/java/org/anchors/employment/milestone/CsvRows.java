package org.anchors.employment.milestone;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.employment.privacy.Masked;
import org.anchors.kit.table.CsvText;
import org.anchors.kit.table.Row;

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
            faults.stream().map(Masked::of).forEach(sink::fault);
            if (faults.isEmpty()) {
                rows.forEachRemaining(row -> sink.take(given(row), List.of()));
            }
        }
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
