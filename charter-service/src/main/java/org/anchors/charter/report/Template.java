package org.anchors.charter.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.charter.indicator.Aggregation;
import org.anchors.charter.indicator.Attribute;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Indicator;
import org.anchors.charter.indicator.Scale;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.edge.Scalar;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.table.CellText;
import org.jspecify.annotations.Nullable;

/**
 * What one organisation fills in for one year: a row for each indicator and group, with its definition, what the organisation
 * said last year, and what it says by now.
 *
 * @param catalogue the edition that it is checked under
 * @param last what the organisation said for the year before
 * @param now what it says by now, in its report or else in its draft
 * @param isReported whether there is a report, to be corrected by what is filled in
 */
record Template(
        String organisation,
        ReportingYear year,
        Catalogue catalogue,
        List<Submission.Value> last,
        Optional<Submission> now,
        boolean isReported) {

    private static final int EMPTY_CASE_STUDIES = 3;

    /** One line to be filled in; the cells are texts, numbers or truths by column. */
    record Line(String kind, @Nullable Indicator indicator, Map<String, Object> cells) {}

    /** What names a value. */
    private record Name(String indicator, @Nullable String group) {

        static Name of(Submission.Value value) {
            return new Name(value.indicator(), value.group());
        }
    }

    /** What does not fit into a cell would come back cut, and be taken for what is meant. */
    void requireToFit() {
        var longer = Stream.concat(report().stream(), values().stream())
                .filter(line -> ReportColumns.READ_BACK.stream()
                        .anyMatch(column -> line.cells().get(column) instanceof String text && !CellText.fits(text)))
                .map(line -> String.valueOf(line.cells().get(ReportColumns.CODE)))
                .distinct()
                .toList();
        if (!longer.isEmpty()) {
            throw new Refused(
                    ReportRefusal.TOO_LONG_FOR_A_FILE,
                    "Read the report and send what corrects it as JSON. Too long is what it says under: %s."
                            .formatted(String.join(", ", longer)));
        }
    }

    /** A row for each value that may be reported, and for each that is said besides. */
    List<Line> values() {
        var said = new LinkedHashMap<Name, Submission.Value>();
        var besides = new ArrayList<Submission.Value>();
        now.map(Submission::values).orElse(List.of()).forEach(value -> {
            if (said.putIfAbsent(Name.of(value), value) != null) {
                besides.add(value);
            }
        });
        var lastYear = new HashMap<Name, Submission.Value>();
        last.forEach(value -> lastYear.put(Name.of(value), value));
        var lines = new ArrayList<Line>();
        for (var name : names()) {
            lines.add(line(name, lastYear.get(name), said.remove(name)));
        }
        said.forEach((name, value) -> lines.add(line(name, null, value)));
        besides.forEach(value -> lines.add(line(Name.of(value), null, value)));
        return lines;
    }

    private List<Name> names() {
        var names = new ArrayList<Name>();
        for (var indicator : catalogue.indicators()) {
            if (indicator.aggregation() == Aggregation.DERIVED) {
                continue;
            }
            if (indicator.groupUse() != Indicator.GroupUse.REQUIRED) {
                names.add(new Name(indicator.code(), null));
            }
            indicator.groups().forEach(group -> names.add(new Name(indicator.code(), group)));
        }
        return names;
    }

    private Line line(Name name, Submission.@Nullable Value before, Submission.@Nullable Value now) {
        var indicator = catalogue.find(name.indicator()).orElse(null);
        var cells = new Cells();
        cells.put(ReportColumns.CODE, name.indicator());
        cells.put(ReportColumns.GROUP, name.group());
        if (indicator != null) {
            describe(indicator, cells);
        }
        if (before != null) {
            said(before, ReportColumns.LAST_YEAR, cells);
        }
        if (now != null) {
            said(now, ReportColumns.NOW, cells);
        }
        return new Line(ReportColumns.KIND_VALUE, indicator, cells.filled);
    }

    private static void describe(Indicator indicator, Cells cells) {
        cells.put(ReportColumns.NAME, indicator.name());
        cells.put(ReportColumns.UNIT, indicator.unit());
        cells.put(ReportColumns.NUMERATOR_COUNTS, indicator.numerator());
        cells.put(ReportColumns.DENOMINATOR_COUNTS, indicator.denominator());
        cells.put(ReportColumns.LOWEST, indicator.lower());
        cells.put(ReportColumns.HIGHEST, indicator.upper());
        cells.put(ReportColumns.ATTRIBUTES_KNOWN, attributes(indicator));
        cells.put(ReportColumns.QUERIED_WHEN, queriedWhen(indicator));
        cells.put(ReportColumns.ANSWERS, String.join(", ", answers(indicator)));
    }

    /** What of the year before has to be explained where it is otherwise now, as {@link ChangeCheck} sees it. */
    static String queriedWhen(Indicator indicator) {
        return Stream.of(
                        told("it changed by more than %s %%", indicator.bandPercent()),
                        told("the share changed by more than %s percentage points", indicator.bandPoints()),
                        told("it moved by more than %s", indicator.bandSteps()),
                        indicator.fixedDenominator() ? "the denominator is another than last year's" : null,
                        indicator.attributes().stream()
                                .filter(Attribute::fixed)
                                .map(attribute -> attribute.name() + " is another than last year's")
                                .collect(Collectors.joining("; ")))
                .filter(told -> told != null && !told.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static @Nullable String told(String change, @Nullable BigDecimal band) {
        return band == null ? null : change.formatted(band.toPlainString());
    }

    /** What a value may carry beside its figure, with the form of each. */
    static String attributes(Indicator indicator) {
        return indicator.attributes().stream()
                .map(attribute -> "%s= (%s: %s)".formatted(attribute.name(), attribute.meaning(), attribute.wanted()))
                .collect(Collectors.joining(" | "));
    }

    /** The answers to choose from, of an indicator that is no number. */
    static List<String> answers(Indicator indicator) {
        return switch (indicator.kind()) {
            case TRUTH -> List.of("true", "false");
            case CODE -> indicator.codes();
            case NUMBER, RATIO, PART_OF -> List.of();
        };
    }

    private static void said(Submission.Value value, ReportColumns.Saying columns, Cells cells) {
        cells.put(columns.state(), value.state() == null ? null : value.state().name());
        cells.put(
                columns.value(),
                switch (value.value()) {
                    case Scalar.Number(BigDecimal number) -> number;
                    case Scalar.Truth(boolean truth) -> truth;
                    case Scalar.Text(String text) -> text;
                    case null -> null;
                });
        cells.put(columns.numerator(), value.numerator());
        cells.put(columns.denominator(), value.denominator());
        cells.put(columns.explanation(), value.explanation());
        cells.put(columns.attributes(), value.attributes() == null ? null : AttributeCell.written(value.attributes()));
        cells.put(columns.identifiers(), value.identifiers() == null ? null : String.join(" ", value.identifiers()));
    }

    /** What is said of the whole report: who, which year, board approval, narratives, case studies. */
    List<Line> report() {
        var lines = new ArrayList<Line>();
        var approval = now.map(Submission::boardApproval);
        lines.add(field("organisation", "Key of your organisation", organisation));
        lines.add(field("year", "Reporting year, April to March", year.toString()));
        lines.add(field(
                "framework",
                "Recognised framework that you work by: "
                        + String.join(
                                ", ",
                                Arrays.stream(Framework.values())
                                        .map(Enum::name)
                                        .toList()),
                now.map(Submission::framework).map(Enum::name).orElse(null)));
        lines.add(field(
                "boardApproval.role",
                "Role of whoever approved the report for the board, never a name",
                approval.map(Submission.BoardApproval::role).orElse(null)));
        lines.add(field(
                "boardApproval.on",
                "Day of the approval, such as 2025-06-26",
                approval.map(Submission.BoardApproval::on).map(Object::toString).orElse(null)));
        lines.add(field(
                "boardApproval.minute",
                "Reference of the minute",
                approval.map(Submission.BoardApproval::minute).orElse(null)));
        if (isReported) {
            lines.add(field(
                    FilePlaces.RESTATEMENT_REASON,
                    "Why what was accepted is corrected; leave it empty where the report was returned",
                    null));
        }
        narratives(lines);
        caseStudies(lines);
        return lines;
    }

    private void narratives(List<Line> lines) {
        var without = EnumSet.allOf(Pillar.class);
        for (var narrative : now.map(Submission::narrativesOrNone).orElse(List.of())) {
            without.remove(narrative.pillar());
            lines.add(words(ReportColumns.KIND_NARRATIVE, narrative.pillar(), null, narrative.text()));
        }
        without.forEach(pillar -> lines.add(words(ReportColumns.KIND_NARRATIVE, pillar, null, null)));
    }

    private void caseStudies(List<Line> lines) {
        var written = now.map(Submission::caseStudiesOrNone).orElse(List.of());
        written.forEach(
                study -> lines.add(words(ReportColumns.KIND_CASE_STUDY, study.pillar(), study.title(), study.text())));
        for (var empty = written.size(); empty < EMPTY_CASE_STUDIES; empty++) {
            lines.add(words(ReportColumns.KIND_CASE_STUDY, null, null, null));
        }
    }

    private static Line field(String code, String name, @Nullable String value) {
        var cells = new Cells();
        cells.put(ReportColumns.KIND, ReportColumns.KIND_REPORT);
        cells.put(ReportColumns.CODE, code);
        cells.put(ReportColumns.NAME, name);
        cells.put(ReportColumns.VALUE, value);
        return new Line(ReportColumns.KIND_REPORT, null, cells.filled);
    }

    private static Line words(String kind, @Nullable Pillar pillar, @Nullable String title, @Nullable String text) {
        var cells = new Cells();
        cells.put(ReportColumns.KIND, kind);
        cells.put(ReportColumns.CODE, pillar == null ? null : pillar.code());
        cells.put(
                ReportColumns.NAME,
                kind.equals(ReportColumns.KIND_NARRATIVE)
                        ? "What happened under this pillar; put it under text"
                        : "A story worth telling: put the pillar under code, then title and text");
        cells.put(ReportColumns.TITLE, title);
        cells.put(ReportColumns.TEXT, text);
        return new Line(kind, null, cells.filled);
    }

    /** Cells that are filled; an empty one is left out. */
    private static final class Cells {
        private final Map<String, Object> filled = new HashMap<>();

        void put(String column, @Nullable Object cell) {
            if (cell != null && !Objects.equals(cell, "")) {
                filled.put(column, cell instanceof BigDecimal number ? Scale.plain(number) : cell);
            }
        }
    }
}
