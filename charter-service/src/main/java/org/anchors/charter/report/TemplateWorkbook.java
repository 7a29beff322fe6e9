package org.anchors.charter.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anchors.charter.indicator.Indicator;
import org.anchors.charter.indicator.Operand;
import org.anchors.contracts.event.AnnualReportSubmitted.State;
import org.anchors.kit.table.CellText;
import org.anchors.kit.table.WorkbookText;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes a template as an XLSX workbook: values to fill in, with drop-downs; definitions; what is said of the whole report. */
final class TemplateWorkbook {

    private static final String HEAD = "D9E2F3";
    private static final String TO_FILL_IN = "FFF9E0";
    private static final int HEAD_ROWS = 1;
    /** Code, group and name stay in sight when one moves to the right. */
    private static final int FIXED_COLUMNS = 3;

    private static final Map<String, Integer> WIDTHS = Map.of(
            ReportColumns.NAME, 42,
            ReportColumns.NUMERATOR_COUNTS, 32,
            ReportColumns.DENOMINATOR_COUNTS, 32,
            ReportColumns.QUERIED_WHEN, 32,
            ReportColumns.EXPLANATION, 40,
            ReportColumns.TITLE, 30,
            ReportColumns.TEXT, 80);

    private static final List<String> DEFINITION = List.of(
            "code",
            "pillar",
            "name",
            "unit",
            "form",
            "adds up by",
            "better",
            "numerator counts",
            "denominator counts",
            "lowest",
            "highest",
            "decimal places",
            "answers",
            "attributes",
            "groups",
            ReportColumns.QUERIED_WHEN,
            "counts people under disclosure control",
            "commitments",
            "rules",
            "basis");

    private final Template template;
    private final Workbook book;
    private final Map<List<String>, Range> lists = new LinkedHashMap<>();
    private final Worksheet values;
    private final Worksheet definitions;
    private final Worksheet report;
    private final Worksheet choices;

    private TemplateWorkbook(Template template, Workbook book) {
        this.template = template;
        this.book = book;
        values = book.newWorksheet(ReportFile.VALUES);
        definitions = book.newWorksheet(ReportFile.DEFINITIONS);
        report = book.newWorksheet(ReportFile.REPORT);
        choices = book.newWorksheet(ReportFile.CHOICES);
        choices.setVisibilityState(VisibilityState.HIDDEN);
    }

    static void write(Template template, OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Anchors", "1.0")) {
            new TemplateWorkbook(template, book).write();
        }
    }

    private void write() throws IOException {
        values();
        definitions();
        report();
        book.finish();
    }

    private void values() {
        head(values, ReportColumns.OF_VALUES, FIXED_COLUMNS);
        var row = HEAD_ROWS;
        for (var line : template.values()) {
            cells(values, row, ReportColumns.OF_VALUES, line.cells());
            for (var column : ReportColumns.FILLED_IN) {
                values.style(row, ReportColumns.OF_VALUES.indexOf(column))
                        .fillColor(TO_FILL_IN)
                        .set();
            }
            choice(values, row, ReportColumns.OF_VALUES.indexOf(ReportColumns.STATE), states());
            if (line.indicator() != null) {
                choices(line.indicator(), row);
            }
            row++;
        }
    }

    private void choices(Indicator indicator, int row) {
        var answers = Template.answers(indicator);
        if (!answers.isEmpty()) {
            choice(values, row, ReportColumns.OF_VALUES.indexOf(ReportColumns.VALUE), answers);
        }
        if (!indicator.groups().isEmpty()) {
            choice(values, row, ReportColumns.OF_VALUES.indexOf(ReportColumns.GROUP), indicator.groups());
        }
    }

    private void report() {
        head(report, ReportColumns.OF_REPORT, 2);
        var row = HEAD_ROWS;
        for (var line : template.report()) {
            cells(report, row, ReportColumns.OF_REPORT, line.cells());
            var filledIn = line.kind().equals(ReportColumns.KIND_REPORT)
                    ? List.of(ReportColumns.VALUE)
                    : List.of(ReportColumns.TITLE, ReportColumns.TEXT);
            for (var column : filledIn) {
                // As text: a spreadsheet would turn days and minutes' references into dates of its own.
                report.style(row, ReportColumns.OF_REPORT.indexOf(column))
                        .fillColor(TO_FILL_IN)
                        .format("@")
                        .wrapText(true)
                        .set();
            }
            if ("framework".equals(line.cells().get(ReportColumns.CODE))) {
                choice(report, row, ReportColumns.OF_REPORT.indexOf(ReportColumns.VALUE), names(Framework.values()));
            }
            if (!line.kind().equals(ReportColumns.KIND_REPORT)) {
                choice(
                        report,
                        row,
                        ReportColumns.OF_REPORT.indexOf(ReportColumns.CODE),
                        Arrays.stream(Pillar.values()).map(Pillar::code).toList());
            }
            row++;
        }
    }

    private void definitions() {
        head(definitions, DEFINITION, 1);
        var row = HEAD_ROWS;
        for (var indicator : template.catalogue().indicators()) {
            var cells = new HashMap<String, Object>();
            put(cells, "code", indicator.code());
            put(cells, "pillar", indicator.pillar());
            put(cells, "name", indicator.name());
            put(cells, "unit", indicator.unit());
            put(cells, "form", indicator.kind().name());
            put(cells, "adds up by", indicator.aggregation().name());
            put(cells, "better", indicator.direction().name());
            put(cells, "numerator counts", indicator.numerator());
            put(cells, "denominator counts", indicator.denominator());
            put(cells, "lowest", indicator.lower());
            put(cells, "highest", indicator.upper());
            put(cells, "decimal places", BigDecimal.valueOf(indicator.places()));
            put(cells, "answers", String.join(", ", Template.answers(indicator)));
            put(cells, "attributes", Template.attributes(indicator));
            put(cells, "groups", String.join(", ", indicator.groups()));
            put(cells, ReportColumns.QUERIED_WHEN, Template.queriedWhen(indicator));
            put(cells, "counts people under disclosure control", indicator.disclosureControl());
            put(cells, "commitments", String.join(", ", indicator.commitments()));
            put(cells, "rules", rules(indicator));
            put(cells, "basis", indicator.basis());
            cells(definitions, row++, DEFINITION, cells);
        }
    }

    private String rules(Indicator indicator) {
        return template.catalogue().rules().stream()
                .filter(rule -> rule.left() instanceof Operand.Reference reference
                        && reference.indicator().equals(indicator.code()))
                .map(rule -> rule.mend())
                .collect(Collectors.joining(" "));
    }

    private static void put(Map<String, Object> cells, String column, @Nullable Object cell) {
        if (cell != null) {
            cells.put(column, cell);
        }
    }

    private static void head(Worksheet sheet, List<String> columns, int fixed) {
        for (var column = 0; column < columns.size(); column++) {
            sheet.value(0, column, columns.get(column));
            sheet.width(column, WIDTHS.getOrDefault(columns.get(column), 16));
        }
        sheet.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .fillColor(HEAD)
                .wrapText(true)
                .set();
        sheet.freezePane(fixed, HEAD_ROWS);
    }

    private static void cells(Worksheet sheet, int row, List<String> columns, Map<String, Object> cells) {
        for (var column = 0; column < columns.size(); column++) {
            switch (cells.get(columns.get(column))) {
                case null -> {}
                case BigDecimal number -> sheet.value(row, column, number);
                case Boolean truth -> sheet.value(row, column, truth);
                case Object text -> sheet.value(row, column, WorkbookText.coded(CellText.written(text.toString())));
            }
        }
    }

    /** A drop-down. Its choices stand on a hidden sheet: written into the cell they could have 255 characters. */
    private void choice(Worksheet sheet, int row, int column, List<String> among) {
        var list = lists.computeIfAbsent(among, this::list);
        sheet.range(row, column, row, column)
                .validateWithList(list)
                .allowBlank(true)
                .showErrorMessage(true)
                .error("Choose one from the list, or leave it empty.");
    }

    private Range list(List<String> among) {
        var column = lists.size();
        for (var row = 0; row < among.size(); row++) {
            choices.value(row, column, among.get(row));
        }
        return choices.range(0, column, among.size() - 1, column);
    }

    private static List<String> states() {
        var states = new ArrayList<>(names(State.values()));
        states.remove(State.GIVEN.name());
        return states;
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }
}
