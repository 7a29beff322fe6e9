package org.anchors.charter.export;

import static org.anchors.charter.export.Table.Column.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.charter.consolidated.ConsolidatedFigure;
import org.anchors.charter.consolidated.ConsolidatedFigure.Change;
import org.anchors.charter.consolidated.ConsolidatedFigure.Range;
import org.anchors.charter.export.Table.Column;
import org.anchors.kit.disclosure.Count;
import org.anchors.kit.table.Cell;
import org.anchors.kit.table.Sheet;
import org.jspecify.annotations.Nullable;

/** The figures, a row to each with all of its parts; and the answers that were given to what is no number. */
final class FigureTable {

    private static final Table<ConsolidatedFigure> FIGURES = new Table<>(List.of(
            text("id", ConsolidatedFigure::id),
            text("indicator", ConsolidatedFigure::indicator),
            text("group", ConsolidatedFigure::group),
            text("pillar", ConsolidatedFigure::pillar),
            text("name", ConsolidatedFigure::name),
            text("unit", ConsolidatedFigure::unit),
            text("aggregation", figure -> figure.aggregation().name()),
            kept("numerator", number("numerator", ConsolidatedFigure::numerator)),
            kept("denominator", number("denominator", ConsolidatedFigure::denominator)),
            kept("value", number("value", ConsolidatedFigure::value)),
            kept("range", range("at least", ConsolidatedFigure::range, Range::low)),
            kept("range", range("at most", ConsolidatedFigure::range, Range::high)),
            kept("median", range("median from", ConsolidatedFigure::median, Range::low)),
            kept("median", range("median to", ConsolidatedFigure::median, Range::high)),
            new Column<>(
                    "organisations", figure -> Sheet.number(figure.coverage().organisations())),
            new Column<>(
                    "of organisations", figure -> Sheet.number(figure.coverage().of())),
            number("share of headcount", figure -> figure.coverage().headcountShare()),
            kept("change.previous", change("year before", change -> Sheet.number(change.previous()))),
            kept("change.likeForLike", change("change like for like", change -> Sheet.number(change.likeForLike()))),
            change("unit of change", change -> Sheet.text(change.unit())),
            change("organisations in both years", change -> Sheet.number(change.organisations())),
            change(
                    "organisations this year only",
                    change -> Sheet.number(change.joiners().organisations())),
            kept(
                    "change.joiners.value",
                    change(
                            "figure of those",
                            change -> Sheet.number(change.joiners().value()))),
            change(
                    "organisations the year before only",
                    change -> Sheet.number(change.leavers().organisations())),
            kept(
                    "change.leavers.value",
                    change(
                            "figure of those then",
                            change -> Sheet.number(change.leavers().value()))),
            text("not part of it", FigureTable::notPooled),
            text("caveat", ConsolidatedFigure::caveat),
            text("provenance", ConsolidatedFigure::provenance)));

    private static final Table<Given> ANSWERS = new Table<>(List.of(
            text("id", given -> given.figure().id()),
            text("group", given -> given.figure().group()),
            text("name", given -> given.figure().name()),
            text("answer", Given::answer),
            new Column<>("organisations", Given::organisations)));

    private FigureTable() {}

    /** An answer to what a figure asks. */
    private record Given(ConsolidatedFigure figure, String answer, Cell organisations) {

        static Stream<Given> of(ConsolidatedFigure figure) {
            return figure.keepsBack("distribution")
                    ? Stream.of(new Given(figure, Count.MARK, new Cell.Text(Count.MARK)))
                    : Optional.ofNullable(figure.distribution()).stream()
                            .flatMap(List::stream)
                            .map(answer -> new Given(figure, answer.answer(), Sheet.number(answer.organisations())));
        }
    }

    static Sheet figures(List<ConsolidatedFigure> figures) {
        return FIGURES.sheet("Figures", figures);
    }

    static Sheet answers(List<ConsolidatedFigure> figures) {
        return ANSWERS.sheet("Answers", figures.stream().flatMap(Given::of).toList());
    }

    /** The same column with a mark where the disclosure policy keeps a member of the figure back. */
    private static Column<ConsolidatedFigure> kept(String member, Column<ConsolidatedFigure> column) {
        return new Column<>(
                column.name(),
                figure -> figure.keepsBack(member)
                        ? new Cell.Text(Count.MARK)
                        : column.cell().apply(figure));
    }

    private static Column<ConsolidatedFigure> number(
            String name, Function<ConsolidatedFigure, @Nullable BigDecimal> number) {
        return new Column<>(name, figure -> Sheet.number(number.apply(figure)));
    }

    private static Column<ConsolidatedFigure> range(
            String name, Function<ConsolidatedFigure, @Nullable Range> range, Function<Range, BigDecimal> end) {
        return new Column<>(name, figure -> {
            var found = range.apply(figure);
            return found == null ? null : Sheet.number(end.apply(found));
        });
    }

    private static Column<ConsolidatedFigure> change(String name, Function<Change, @Nullable Cell> part) {
        return new Column<>(name, figure -> {
            var change = figure.change();
            return change == null ? null : part.apply(change);
        });
    }

    private static @Nullable String notPooled(ConsolidatedFigure figure) {
        var apart = figure.notPooled();
        return apart == null
                ? null
                : apart.stream()
                        .map(one -> "%s: %s".formatted(one.organisation(), one.reason()))
                        .collect(Collectors.joining(" | "));
    }
}
