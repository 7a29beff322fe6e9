package org.anchors.charter.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Indicator;
import org.anchors.charter.spreadsheet.Workbook;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.StrictJson;
import org.anchors.kit.table.CsvText;
import org.anchors.kit.table.Row;
import org.anchors.kit.table.Table;

/**
 * An annual report that came as a file, or as anything else that is read like one.
 *
 * @param reading the report, as if it had come as JSON
 * @param places where its parts stand in what was sent
 */
record ReportFile(Reading<Submission> reading, Places places) {

    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String VALUES = "Values";
    static final String REPORT = "Report";
    static final String DEFINITIONS = "Definitions";
    static final String CHOICES = "Choices";

    private static final List<String> FILLED_IN = List.of(VALUES, REPORT);

    static final int MOST_ROWS = 2_000;

    /** A report that came as JSON. */
    static ReportFile ofBody(Reading<Submission> reading) {
        return new ReportFile(reading, Places.OF_BODY);
    }

    /**
     * Reads the template as it came back.
     *
     * @param catalogue finds the catalogue by the reporting year that the file names, if it names one
     */
    static ReportFile read(
            byte[] file, String mediaType, Function<Optional<String>, Optional<Catalogue>> catalogue, StrictJson json) {
        if (!mediaType.equals(XLSX)) {
            return of(List.of(CsvText.read(file, MOST_ROWS)), List.of(), catalogue, json);
        }
        var sheets = Workbook.read(file, Set.copyOf(FILLED_IN), Set.of(DEFINITIONS, CHOICES), MOST_ROWS);
        return of(List.copyOf(sheets.tables().values()), faults(sheets), catalogue, json);
    }

    private static List<Fault> faults(Workbook.Sheets sheets) {
        var faults = new ArrayList<Fault>();
        FILLED_IN.stream()
                .filter(name -> !sheets.tables().containsKey(name))
                .forEach(name -> faults.add(new Fault(
                        name,
                        "sheet-missing",
                        null,
                        "The sheet %s is missing: leave the template's sheets and their names as they are."
                                .formatted(name))));
        sheets.others()
                .forEach(name -> faults.add(new Fault(
                        name,
                        "unknown-sheet",
                        name,
                        "The template has no such sheet, and it is not read: take it out, or give it its name back.")));
        return faults;
    }

    private static ReportFile of(
            List<Table> tables,
            List<Fault> found,
            Function<Optional<String>, Optional<Catalogue>> catalogue,
            StrictJson json) {
        var faults = new ArrayList<>(found);
        tables.forEach(table -> faults.addAll(table.head().faults(Set.copyOf(ReportColumns.OF_ALL), needed(table))));
        var rows = tables.stream().flatMap(table -> table.rows().stream()).toList();
        var used = catalogue.apply(rows.stream()
                .filter(row -> "year".equals(row.shown(ReportColumns.CODE)))
                .flatMap(row -> Optional.ofNullable(row.shown(ReportColumns.VALUE)).stream())
                .findFirst());
        return of(
                rows,
                code -> used.flatMap(edition -> edition.find(code)),
                JsonNodeFactory.instance.objectNode(),
                faults,
                new FilePlaces(),
                json);
    }

    /**
     * Reads the rows of one report of a bulk file.
     *
     * @param fixed what is known of the report without its rows; a row that says otherwise is a fault
     */
    static ReportFile of(
            List<Row> rows, Function<String, Optional<Indicator>> definitions, ObjectNode fixed, StrictJson json) {
        return of(rows, definitions, fixed, List.of(), FilePlaces.from(rows.getFirst()), json);
    }

    private static ReportFile of(
            List<Row> rows,
            Function<String, Optional<Indicator>> definitions,
            ObjectNode fixed,
            List<Fault> found,
            FilePlaces places,
            StrictJson json) {
        var report = new ReportRows(definitions, places);
        rows.forEach(report::add);
        var faults = new ArrayList<>(found);
        faults.addAll(report.faults());
        faults.addAll(differences(report.json(), fixed));
        return new ReportFile(read(report.json().setAll(fixed), faults, json), places);
    }

    private static List<Fault> differences(ObjectNode report, ObjectNode fixed) {
        return fixed.properties().stream()
                .filter(known -> report.has(known.getKey()))
                .filter(known -> !known.getValue().equals(report.get(known.getKey())))
                .map(known -> new Fault(
                        "/" + known.getKey(),
                        "differs-from-file",
                        report.get(known.getKey()).asText(),
                        "Leave the row out, or say %s."
                                .formatted(known.getValue().asText())))
                .toList();
    }

    private static Reading<Submission> read(ObjectNode report, List<Fault> faults, StrictJson json) {
        Reading<Submission> reading = json.read(report.toString().getBytes(StandardCharsets.UTF_8), Submission.class);
        var places = faults.stream().map(Fault::at).toList();
        reading.faults().stream().filter(fault -> !places.contains(fault.at())).forEach(faults::add);
        return new Reading<>(reading.value(), List.copyOf(faults), reading.digest());
    }

    private static Set<String> needed(Table table) {
        return table.head().sheet() == null
                ? Set.of(ReportColumns.KIND, ReportColumns.CODE, ReportColumns.VALUE)
                : ReportColumns.NEEDED;
    }
}
