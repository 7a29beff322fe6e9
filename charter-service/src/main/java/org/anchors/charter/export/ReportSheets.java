package org.anchors.charter.export;

import static org.anchors.charter.export.Table.Column.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.anchors.charter.consolidated.Commitments.Evidenced;
import org.anchors.charter.consolidated.Part;
import org.anchors.charter.consolidated.Shown;
import org.anchors.charter.export.Table.Column;
import org.anchors.kit.table.Cell;
import org.anchors.kit.table.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * A consolidated report as tables.
 *
 * @param names what the organisations that completeness names are called, by key
 */
record ReportSheets(Shown shown, Map<String, String> names) {

    private static final Table<Standing> COMPLETENESS = new Table<>(List.of(
            text("reports", Standing::reports),
            new Column<>("organisations", Standing::organisations),
            text("key", Standing::key),
            text("name", Standing::name)));

    private static final Table<Evidenced> COMMITMENTS = new Table<>(List.of(
            text("edition", Evidenced::edition),
            text("commitment", Evidenced::commitment),
            text("pillar", Evidenced::pillar),
            new Column<>("promises to report", evidenced -> new Cell.Truth(evidenced.reporting())),
            text("indicators", evidenced -> String.join(", ", evidenced.indicators())),
            new Column<>("organisations with some", evidenced -> Sheet.number(evidenced.organisations())),
            new Column<>("organisations with all", evidenced -> Sheet.number(evidenced.complete())),
            new Column<>("of organisations", evidenced -> Sheet.number(evidenced.of()))));

    /** How many reports have come so far, or one that has not come. */
    private record Standing(
            String reports,
            @Nullable Cell organisations,
            @Nullable String key,
            @Nullable String name) {

        static Standing count(String reports, int organisations) {
            return new Standing(reports, Sheet.number(organisations), null, null);
        }
    }

    /** All of them, in the order of a workbook. */
    List<Sheet> all() {
        return Arrays.stream(Part.values()).map(this::sheet).toList();
    }

    Sheet sheet(Part part) {
        return switch (part) {
            case ABOUT -> AboutTable.of(shown);
            case FIGURES -> FigureTable.figures(shown.report().figures());
            case ANSWERS -> FigureTable.answers(shown.report().figures());
            case COMPLETENESS -> COMPLETENESS.sheet("Completeness", completeness());
            case COMMITMENTS -> COMMITMENTS.sheet("Commitments", shown.report().commitments());
            case SOCIAL_VALUE -> SocialValueTable.of(shown.report().socialValue());
            case EMPLOYMENT -> EmploymentTable.of(shown.report().employment());
        };
    }

    private List<Standing> completeness() {
        var counts = shown.report().completeness();
        var others = counts.others();
        return Stream.of(
                        Stream.of(
                                Standing.count("expected", counts.expected()),
                                Standing.count("drafted", counts.drafted()),
                                Standing.count("submitted", counts.submitted()),
                                Standing.count("on time", counts.onTime()),
                                Standing.count("late", counts.late()),
                                Standing.count("returned", counts.returned()),
                                Standing.count("accepted", counts.accepted()),
                                Standing.count("missing", counts.missing().size())),
                        counts.missing().stream().map(key -> new Standing("missing", null, key, names.get(key))),
                        others.stream().map(key -> new Standing("not expected", null, key, names.get(key))))
                .flatMap(rows -> rows)
                .toList();
    }
}
