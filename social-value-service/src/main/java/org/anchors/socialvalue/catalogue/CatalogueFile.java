package org.anchors.socialvalue.catalogue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.edge.Bodies;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.StrictJson;
import org.anchors.kit.platform.Sha256;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.table.CsvText;
import org.anchors.kit.table.Row;
import org.anchors.kit.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue as a CSV file, a row for each measure, with the names of {@link Upload.Row} as columns in any order. It becomes
 * the JSON that it stands for (docs/decisions/0014), and faults are told by row and column.
 */
final class CatalogueFile {

    private static final int MOST_ROWS = 2_000;
    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern BETWEEN_CODES = Pattern.compile("[\\s;|]+");

    private static final List<String> TEXTS =
            List.of("code", "kind", "theme", "outcome", "unit", "currency", "source", "licence");
    private static final List<String> NUMBERS = List.of("proxy", "priceYear", "low", "high", "localMultiplier");
    private static final List<String> TRUTHS = List.of("riskToLife", "redistributable");
    private static final String STACKS_WITH = "stacksWith";
    private static final Set<String> COLUMNS = Stream.of(TEXTS, NUMBERS, TRUTHS, List.of(STACKS_WITH))
            .flatMap(List::stream)
            .map(CatalogueFile::column)
            .collect(Collectors.toUnmodifiableSet());

    private final List<Row> rows;
    private final List<Fault> ofColumns;

    private final String digest;

    private CatalogueFile(Table table, String digest) {
        this.digest = digest;
        this.rows = table.rows();
        this.ofColumns = table.head().faults(COLUMNS, Set.of("code", "unit"));
    }

    /** Takes a file of at most as many bytes as any other body. */
    static CatalogueFile receive(InputStream body) throws IOException {
        var csv = body.readNBytes(Bodies.LARGEST + 1);
        if (csv.length > Bodies.LARGEST) {
            throw new Refused(CommonRefusal.BODY_TOO_LARGE, "A body may have %,d bytes.".formatted(Bodies.LARGEST));
        }
        return new CatalogueFile(CsvText.read(csv, MOST_ROWS), Sha256.of(csv));
    }

    /** The catalogue that it stands for, with the faults of its shape. */
    Reading<Upload> read(CatalogueHeading heading, StrictJson strict) {
        var json = json(heading).toString().getBytes(StandardCharsets.UTF_8);
        Reading<Upload> reading = strict.read(json, Upload.class);
        return new Reading<>(
                reading.value(),
                Stream.concat(ofColumns.stream(), reading.faults().stream()).toList(),
                Sha256.of(digest + heading.text()));
    }

    /** Does something with the catalogue that it stands for; faults that come of it are told by their cells. */
    <T> T telling(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refused refused) {
            throw new Refused(
                    refused.refusal(),
                    refused.detail(),
                    refused.faults().stream().map(this::told).toList());
        }
    }

    private Fault told(Fault fault) {
        return new Fault(place(fault.at()), fault.rule(), fault.given(), fault.mend());
    }

    private String place(String at) {
        var parts = at.split("/");
        if (!at.startsWith("/")) {
            return at;
        }
        if (!parts[1].equals("measures")) {
            return "?" + parts[1];
        }
        if (parts.length == 2) {
            return "the rows";
        }
        var row = rows.get(Integer.parseInt(parts[2]));
        return parts.length == 3 ? row.place() : row.place(parts[3]);
    }

    private ObjectNode json(CatalogueHeading heading) {
        var upload = JsonNodeFactory.instance.objectNode();
        heading.write(upload);
        var measures = upload.putArray("measures");
        rows.forEach(row -> write(row, measures.addObject()));
        return upload;
    }

    private static void write(Row row, ObjectNode measure) {
        TEXTS.forEach(name -> text(measure, name, row.shown(column(name))));
        NUMBERS.forEach(name -> number(measure, name, row.shown(column(name))));
        TRUTHS.forEach(name -> truth(measure, name, row.shown(column(name))));
        var codes = row.shown(column(STACKS_WITH));
        if (codes != null) {
            BETWEEN_CODES.splitAsStream(codes).forEach(measure.putArray(STACKS_WITH)::add);
        }
    }

    private static void text(ObjectNode measure, String name, @Nullable String cell) {
        if (cell != null) {
            measure.put(name, cell);
        }
    }

    /** What is no number goes on as text, for the strict reading to say so. */
    private static void number(ObjectNode measure, String name, @Nullable String cell) {
        if (cell != null && JSON_NUMBER.matcher(cell).matches()) {
            measure.putRawValue(name, new RawValue(cell));
        } else {
            text(measure, name, cell);
        }
    }

    static void truth(ObjectNode into, String name, @Nullable String cell) {
        switch (cell) {
            case null -> {}
            case "true", "TRUE", "yes" -> into.put(name, true);
            case "false", "FALSE", "no" -> into.put(name, false);
            default -> into.put(name, cell);
        }
    }

    /** Tables name their columns in lower case. */
    private static String column(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
