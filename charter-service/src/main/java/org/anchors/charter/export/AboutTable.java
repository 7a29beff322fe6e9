package org.anchors.charter.export;

import static org.anchors.charter.export.Table.Column.text;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.anchors.charter.consolidated.Shown;
import org.anchors.kit.table.Sheet;
import org.jspecify.annotations.Nullable;

/** What a consolidated report is about, and how it is to be read. */
final class AboutTable {

    private static final Table<Fact> FACTS = new Table<>(List.of(text("about", Fact::about), text("name", Fact::said)));

    private static final List<String> NOTES = List.of(
            "A ratio is the sum of numerators over the sum of denominators, never a mean of percentages.",
            "The change is like for like: of the organisations that reported in both years.",
            "Target groups overlap: do not add them up.",
            "* stands for a number that is suppressed.",
            "A text that a spreadsheet would run as a formula has an apostrophe in front.");

    private AboutTable() {}

    /** Something said of the whole report. */
    private record Fact(String about, String said) {}

    static Sheet of(Shown shown) {
        var report = shown.report();
        var filter = shown.filter();
        var upTo = report.upTo();
        var value = report.socialValue();
        var employment = report.employment();
        var facts = Stream.of(
                fact("report", "Consolidated charter report"),
                fact("year", report.year()),
                fact("as known on", report.asKnownOn()),
                fact("up to report", upTo == null ? null : "%s, revision %d".formatted(upTo.report(), upTo.revision())),
                fact("submitted at", upTo == null ? null : upTo.at()),
                fact("up to event", upTo == null ? null : upTo.event()),
                fact("social value up to event", value == null ? null : value.upTo()),
                fact("employment up to event", employment == null ? null : employment.upTo()),
                fact("disclosure policy", report.disclosurePolicy()),
                fact("indicator catalogue", report.catalogue()),
                fact("pillar", shown.pillar()),
                fact("sector", filter.sector()),
                fact("place", filter.place()),
                fact("alliance", filter.alliance()),
                fact("level", filter.level()));
        return FACTS.sheet(
                "About",
                Stream.of(
                                facts,
                                report.notConsolidated().stream()
                                        .map(one -> fact(
                                                "not consolidated",
                                                "%s, %s".formatted(one.indicator(), one.aggregation()))),
                                NOTES.stream().map(note -> fact("note", note)))
                        .flatMap(some -> some)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static @Nullable Fact fact(String about, @Nullable Object said) {
        return said == null ? null : new Fact(about, said.toString());
    }
}
