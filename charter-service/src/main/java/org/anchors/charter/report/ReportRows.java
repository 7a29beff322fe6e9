package org.anchors.charter.report;

import static org.anchors.charter.report.ReportColumns.ATTRIBUTES;
import static org.anchors.charter.report.ReportColumns.CODE;
import static org.anchors.charter.report.ReportColumns.DENOMINATOR;
import static org.anchors.charter.report.ReportColumns.EXPLANATION;
import static org.anchors.charter.report.ReportColumns.GROUP;
import static org.anchors.charter.report.ReportColumns.IDENTIFIERS;
import static org.anchors.charter.report.ReportColumns.KIND;
import static org.anchors.charter.report.ReportColumns.NUMERATOR;
import static org.anchors.charter.report.ReportColumns.RESTATEMENT_REASON;
import static org.anchors.charter.report.ReportColumns.STATE;
import static org.anchors.charter.report.ReportColumns.TEXT;
import static org.anchors.charter.report.ReportColumns.TITLE;
import static org.anchors.charter.report.ReportColumns.VALUE;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.anchors.charter.indicator.Attribute;
import org.anchors.charter.indicator.Indicator;
import org.anchors.charter.indicator.Kind;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.table.Cell;
import org.anchors.kit.table.Row;

/**
 * Turns the rows of a file into the JSON that says the same, and remembers where each part of it stands. So a file goes
 * through the same reading and the same check as a body, and whatever is found is told by row and column.
 */
final class ReportRows {

    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern COMMA_NUMBER =
            Pattern.compile("-?[0-9]{1,3}([ \\u00A0',.][0-9]{3})*,[0-9]+|-?[0-9]+,[0-9]+");
    private static final Pattern PERCENT = Pattern.compile("-?[0-9.,]+\\s*%");

    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;]+");

    private final Function<String, Optional<Indicator>> catalogue;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private final ArrayNode values = json.putArray("values");
    private final List<Fault> faults = new ArrayList<>();
    private final FilePlaces places;

    /**
     * @param catalogue finds the definition of an indicator, which says what form its value has
     * @param places is told where everything stands
     */
    ReportRows(Function<String, Optional<Indicator>> catalogue, FilePlaces places) {
        this.catalogue = catalogue;
        this.places = places;
    }

    ObjectNode json() {
        return json;
    }

    /** What is wrong with single cells, by the place in the JSON that they stand for. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    void add(Row row) {
        switch (kindOf(row)) {
            case ReportColumns.KIND_VALUE -> value(row);
            case ReportColumns.KIND_REPORT -> ofReport(row);
            case ReportColumns.KIND_NARRATIVE -> words("narratives", row, false);
            case ReportColumns.KIND_CASE_STUDY -> words("caseStudies", row, true);
            default -> {
                var at = places.rowWithoutJson(row);
                faults.add(new Fault(
                        at + "/" + KIND,
                        "unknown-kind",
                        row.shown(KIND),
                        "Rows are of the kind value, report, narrative or case study."));
            }
        }
    }

    private static String kindOf(Row row) {
        var kind = row.shown(KIND);
        return kind == null
                ? ReportColumns.KIND_VALUE
                : kind.toLowerCase(Locale.ROOT).replace('-', ' ');
    }

    private void value(Row row) {
        var code = row.shown(CODE);
        if (code != null) {
            places.mention(code, row);
        }
        if (row.isBlank(
                STATE, VALUE, NUMERATOR, DENOMINATOR, EXPLANATION, IDENTIFIERS, ATTRIBUTES, RESTATEMENT_REASON)) {
            return;
        }
        var at = places.row("/values/" + values.size(), row);
        var value = values.addObject();
        text(value, "indicator", row, CODE, at);
        text(value, "group", row, GROUP, at);
        state(value, row, at);
        var indicator = code == null ? Optional.<Indicator>empty() : catalogue.apply(code);
        answer(value, row, at, indicator);
        attributes(value, row, at, indicator);
        number(value, "numerator", row, NUMERATOR, at);
        number(value, "denominator", row, DENOMINATOR, at);
        text(value, "explanation", row, EXPLANATION, at);
        text(value, "restatementReason", row, RESTATEMENT_REASON, at);
        var identifiers = row.shown(IDENTIFIERS);
        if (identifiers != null) {
            var list = value.putArray("identifiers");
            SEPARATOR.splitAsStream(identifiers).forEach(list::add);
        }
    }

    private void attributes(ObjectNode value, Row row, String at, Optional<Indicator> indicator) {
        var written = row.shown(ATTRIBUTES);
        if (written == null) {
            return;
        }
        var attributes = value.putObject("attributes");
        for (var attribute : AttributeCell.read(written)) {
            var parts = attribute.split("=", 2);
            var name = parts[0].strip();
            if (parts.length < 2) {
                faults.add(new Fault(
                        at + "/attributes",
                        "attribute-form",
                        attribute,
                        "Write name=value, | between two of them, and \\\\| for one that is part of a text."));
                continue;
            }
            var text = parts[1].strip();
            var isNumber = indicator
                    .flatMap(definition -> definition.attribute(name))
                    .filter(known -> known.form() == Attribute.Form.NUMBER)
                    .isPresent();
            if (isNumber && JSON_NUMBER.matcher(text).matches()) {
                attributes.putRawValue(name, new RawValue(text));
            } else {
                attributes.put(name, text);
            }
        }
    }

    private void state(ObjectNode value, Row row, String at) {
        text(value, "state", row, STATE, at);
        if (value.path("state").isTextual()) {
            value.put(
                    "state",
                    value.get("state").asText().strip().toUpperCase(Locale.ROOT).replaceAll("[ -]", "_"));
        }
    }

    private void answer(ObjectNode value, Row row, String at, Optional<Indicator> indicator) {
        var cell = row.cell(VALUE).orElse(null);
        if (cell == null) {
            return;
        }
        var kind = indicator.map(Indicator::kind).orElse(Kind.NUMBER);
        switch (kind) {
            case CODE -> text(value, "value", row, VALUE, at);
            case TRUTH -> truth(value, cell, row, at);
            case NUMBER, RATIO, PART_OF -> number(value, "value", row, VALUE, at);
        }
    }

    private void truth(ObjectNode value, Cell cell, Row row, String at) {
        switch (cell.shown().strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> value.put("value", true);
            case "false", "no", "0" -> value.put("value", false);
            default -> text(value, "value", row, VALUE, at);
        }
    }

    private void ofReport(Row row) {
        var field = row.shown(CODE);
        var at = "/" + String.valueOf(field).replace('.', '/');
        if (field == null || !FilePlaces.FIELDS.contains(field)) {
            faults.add(new Fault(
                    places.rowWithoutJson(row) + "/indicator",
                    "unknown-field",
                    field,
                    "Rows of the kind report are called " + String.join(", ", FilePlaces.FIELDS) + "."));
        } else if (places.isKnown(at)) {
            faults.add(new Fault(
                    places.rowWithoutJson(row) + "/indicator", "given-twice", field, "Keep one row of this code."));
        } else {
            places.field(at, row);
            if (!row.isBlank(VALUE)) {
                var parts = field.split("\\.");
                var object = parts.length == 1 ? json : json.withObjectProperty(parts[0]);
                text(object, parts[parts.length - 1], row, VALUE, parts.length == 1 ? "" : "/" + parts[0]);
            }
        }
    }

    private void words(String list, Row row, boolean titled) {
        if (row.isBlank(TITLE, TEXT)) {
            return;
        }
        var items = json.withArrayProperty(list);
        var at = places.row("/" + list + "/" + items.size(), row);
        var item = items.addObject();
        text(item, "pillar", row, CODE, at);
        text(item, "text", row, TEXT, at);
        if (titled) {
            text(item, "title", row, TITLE, at);
        } else if (!row.isBlank(TITLE)) {
            faults.add(
                    new Fault(at + "/title", "title-not-allowed", row.shown(TITLE), "Only a case study has a title."));
        }
    }

    private void text(ObjectNode into, String field, Row row, String column, String at) {
        switch (row.cell(column).orElse(null)) {
            case null -> {}
            case Cell.Text(String text) ->
                into.put(field, column.equals(TEXT) || column.equals(EXPLANATION) ? text : text.strip());
            case Cell.Number number -> into.put(field, number.shown());
            case Cell.Day day -> into.put(field, day.shown());
            case Cell.Truth truth -> into.put(field, truth.shown());
            case Cell.Percentage percentage -> into.put(field, percentage.shown());
            case Cell.Formula formula -> formula(at + "/" + field, formula);
            case Cell.Broken broken -> broken(at + "/" + field, broken);
        }
    }

    private void number(ObjectNode into, String field, Row row, String column, String at) {
        var place = at + "/" + field;
        switch (row.cell(column).orElse(null)) {
            case null -> {}
            case Cell.Number number -> into.putRawValue(field, new RawValue(number.shown()));
            case Cell.Text(String text) -> numberIn(into, field, text.strip(), place);
            case Cell.Percentage percentage -> percentage(place, percentage.shown());
            case Cell.Day day ->
                faults.add(new Fault(
                        place,
                        "date-for-number",
                        day.shown(),
                        "The cell is formatted as a date: format it as a number and enter it again."));
            case Cell.Truth truth -> faults.add(new Fault(place, "wrong-type", truth.shown(), "Send a number."));
            case Cell.Formula formula -> formula(place, formula);
            case Cell.Broken broken -> broken(place, broken);
        }
    }

    private void numberIn(ObjectNode into, String field, String text, String place) {
        if (JSON_NUMBER.matcher(text).matches()) {
            into.putRawValue(field, new RawValue(text));
        } else if (PERCENT.matcher(text).matches()) {
            percentage(place, text);
        } else if (COMMA_NUMBER.matcher(text).matches()) {
            faults.add(new Fault(
                    place,
                    "decimal-comma",
                    text,
                    "It may be read in two ways: write decimals with a point, and thousands without a separator."));
        } else {
            faults.add(new Fault(
                    place,
                    "wrong-type",
                    text,
                    "Send a number such as 4200 or 29.5, without unit, separator or sign but minus."));
        }
    }

    private void percentage(String place, String given) {
        faults.add(new Fault(
                place,
                "percentage",
                given,
                "Send the plain number; of a ratio send numerator and denominator, as counts."));
    }

    private void formula(String place, Cell.Formula formula) {
        faults.add(
                new Fault(place, "formula", formula.shown(), "Formulas are not computed: put the value in its place."));
    }

    private void broken(String place, Cell.Broken broken) {
        faults.add(new Fault(place, "unreadable-cell", broken.shown(), "Enter the value again."));
    }
}
