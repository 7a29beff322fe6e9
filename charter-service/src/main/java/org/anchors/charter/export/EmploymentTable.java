package org.anchors.charter.export;

import static org.anchors.charter.export.Table.Column.text;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.anchors.charter.export.Table.Column;
import org.anchors.charter.section.Employment;
import org.anchors.charter.section.Employment.Programme;
import org.anchors.charter.section.Employment.Total;
import org.anchors.charter.section.Employment.Totals;
import org.anchors.kit.disclosure.Count;
import org.anchors.kit.table.Cell;
import org.anchors.kit.table.Sheet;
import org.jspecify.annotations.Nullable;

/** Outcomes of pre-employment programmes, a row to each count: offers and jobs are different things and never one column. */
final class EmploymentTable {

    private static final Table<Line> LINES = new Table<>(List.of(
            text("count of", Line::of),
            text(
                    "programme",
                    line -> line.programme() == null ? null : line.programme().programme()),
            text(
                    "name",
                    line -> line.programme() == null ? null : line.programme().name()),
            text(
                    "provider",
                    line -> line.programme() == null ? null : line.programme().provider()),
            text(
                    "basis",
                    line -> line.programme() == null
                            ? null
                            : line.programme().basis().name()),
            text(
                    "quality",
                    line -> line.programme() == null
                            ? null
                            : line.programme().quality().name()),
            text("group", Line::group),
            text("measure", Line::measure),
            new Column<>("value", line -> value(line.total())),
            new Column<>(
                    "programmes",
                    line -> line.programme() == null ? Sheet.number(line.total().programmes()) : null),
            new Column<>(
                    "of programmes",
                    line -> line.programme() == null ? Sheet.number(line.total().of()) : null),
            new Column<>("at least", line -> new Cell.Truth(line.total().atLeast())),
            text("caveat", line -> line.total().caveat())));

    private EmploymentTable() {}

    private record Line(
            String of,
            @Nullable Programme programme,
            @Nullable String group,
            String measure,
            Total total) {}

    static Sheet of(@Nullable Employment employment) {
        var lines = employment == null
                ? Stream.<Line>of()
                : Stream.of(
                                employment.programmes().stream().flatMap(one -> lines("a programme", one)),
                                employment.withoutPeriod().stream()
                                        .flatMap(one -> lines("a programme without a period", one)),
                                lines("all programmes", null, employment.totals()),
                                groups(employment).stream()
                                        .flatMap(group -> lines("a target group", group.group(), group.totals())))
                        .flatMap(some -> some);
        return LINES.sheet("Employment", lines.toList());
    }

    private static List<Employment.Group> groups(Employment employment) {
        return Objects.requireNonNullElse(employment.groups(), List.of());
    }

    private static Stream<Line> lines(String of, Programme programme) {
        return Stream.of(
                line(of, programme, "participants", "participants", programme.participants()),
                line(of, programme, "job offers", "jobOffers", programme.jobOffers()),
                line(of, programme, "in work", "inWork", programme.inWork()),
                line(of, programme, "sustained", "sustained", programme.sustained()));
    }

    private static Line line(String of, Programme programme, String measure, String member, @Nullable Long value) {
        var suppressed = programme.suppressed();
        var kept = suppressed != null && suppressed.contains(member) ? Boolean.TRUE : null;
        return new Line(of, programme, null, measure, new Total(value, 1, 1, false, null, kept));
    }

    private static Stream<Line> lines(String of, @Nullable String group, Totals totals) {
        return Stream.of(
                new Line(of, null, group, "participants", totals.participants()),
                new Line(of, null, group, "participants in returns", totals.participantsInReturns()),
                new Line(of, null, group, "job offers", totals.jobOffers()),
                new Line(of, null, group, "in work", totals.inWork()),
                new Line(of, null, group, "sustained", totals.sustained()));
    }

    private static @Nullable Cell value(Total total) {
        var value = total.value();
        return Boolean.TRUE.equals(total.suppressed())
                ? new Cell.Text(Count.MARK)
                : value == null ? null : Sheet.number(value);
    }
}
