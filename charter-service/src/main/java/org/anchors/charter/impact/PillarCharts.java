package org.anchors.charter.impact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.anchors.charter.consolidated.ConsolidatedFigure;
import org.anchors.charter.consolidated.ConsolidatedFigure.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Charts of a pillar's figures, a table beside each: shares, answers, and for how many organisations each figure speaks. Figures
 * of different units are never drawn on one scale.
 *
 * @param title the pillar's
 * @param id distinguishes its charts on the page
 */
record PillarCharts(String title, String id, List<ConsolidatedFigure> figures, Markup page) {

    /** A chart cannot break across pages; this many bars leave room on one. */
    private static final int BARS = 16;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Draws some of the figures. */
    private interface Drawing {
        void draw(String id, String part, List<ConsolidatedFigure> some);
    }

    void write() {
        charts(
                "Shares",
                "shares",
                figures.stream().filter(PillarCharts::isShare).toList(),
                this::shares);
        figures.stream().filter(figure -> figure.distribution() != null).forEach(this::answers);
        charts("For how many organisations each figure speaks", "coverage", figures, this::coverage);
    }

    private void charts(String heading, String kind, List<ConsolidatedFigure> drawn, Drawing drawing) {
        if (drawn.isEmpty()) {
            return;
        }
        page.element("h3", heading);
        var parts = (drawn.size() + BARS - 1) / BARS;
        IntStream.range(0, parts).forEach(part -> {
            var some = drawn.subList(part * BARS, Math.min(drawn.size(), (part + 1) * BARS));
            var name = parts == 1 ? "" : " (%d of %d)".formatted(part + 1, parts);
            page.within(
                    "div",
                    () -> drawing.draw("chart-%s-%s-%d".formatted(id, kind, part), name, some),
                    "class",
                    "chart");
        });
    }

    private void shares(String chart, String part, List<ConsolidatedFigure> some) {
        var heading = title + ": shares" + part;
        new BarChart(
                        chart,
                        heading,
                        "Bars from 0 to 100 per cent, with the year before below where it is known. The table has the numbers.",
                        some.stream().map(PillarCharts::shareBar).toList(),
                        some.stream().anyMatch(figure -> previous(figure) != null) ? "year before" : null)
                .write(page);
        new Grid(
                        heading,
                        List.of("Figure", "Part", "Whole", "Share", "Year before"),
                        some.stream()
                                .map(figure -> List.of(
                                        Words.title(figure),
                                        Words.shown(figure, "numerator", Words.number(figure.numerator())),
                                        Words.shown(figure, "denominator", Words.number(figure.denominator())),
                                        Words.number(figure.value(), figure.unit()),
                                        Words.previous(figure)))
                                .toList(),
                        List.of(1, 2, 3, 4))
                .write(page);
    }

    private static BarChart.Bar shareBar(ConsolidatedFigure figure) {
        var previous = previous(figure);
        return new BarChart.Bar(
                Words.title(figure),
                hundredth(figure.value()),
                previous == null ? null : hundredth(previous),
                Words.number(figure.value(), figure.unit()));
    }

    /** A share of a whole can be drawn from 0 to 100 per cent. */
    private static boolean isShare(ConsolidatedFigure figure) {
        return figure.unit().equals("%")
                && !figure.keepsBack("value")
                && isWithinHundred(figure.value())
                && (previous(figure) == null || isWithinHundred(previous(figure)));
    }

    private static boolean isWithinHundred(@Nullable BigDecimal share) {
        return share != null && share.signum() >= 0 && share.compareTo(HUNDRED) <= 0;
    }

    private static @Nullable BigDecimal previous(ConsolidatedFigure figure) {
        var change = figure.change();
        return change == null || figure.keepsBack("change.previous") ? null : change.previous();
    }

    private static BigDecimal hundredth(@Nullable BigDecimal share) {
        return share == null ? BigDecimal.ZERO : share.movePointLeft(2);
    }

    private void answers(ConsolidatedFigure figure) {
        var answers = Objects.requireNonNull(figure.distribution());
        var heading = Words.title(figure) + ": answers";
        page.element("h3", heading);
        page.within(
                "div",
                () -> {
                    new BarChart(
                                    "chart-%s-%s".formatted(id, figure.id().replace('.', '-')),
                                    heading,
                                    "A bar for each answer, as long as organisations gave it. The table has the numbers.",
                                    answers.stream()
                                            .limit(BARS)
                                            .map(answer -> answerBar(answer, figure))
                                            .toList(),
                                    null)
                            .write(page);
                    new Grid(
                                    heading,
                                    List.of("Answer", "Organisations"),
                                    answers.stream()
                                            .map(answer ->
                                                    List.of(answer.answer(), String.valueOf(answer.organisations())))
                                            .toList(),
                                    List.of(1))
                            .write(page);
                },
                "class",
                "chart");
    }

    private static BarChart.Bar answerBar(Answer answer, ConsolidatedFigure figure) {
        return new BarChart.Bar(
                answer.answer(),
                part(answer.organisations(), figure.coverage().of()),
                null,
                String.valueOf(answer.organisations()));
    }

    private void coverage(String chart, String part, List<ConsolidatedFigure> some) {
        var heading = title + ": organisations behind each figure" + part;
        new BarChart(
                        chart,
                        heading,
                        "Bars from none to all of the organisations that were expected to report. The table has the numbers.",
                        some.stream().map(PillarCharts::coverageBar).toList(),
                        null)
                .write(page);
        new Grid(
                        heading,
                        List.of("Figure", "Organisations", "Expected", "Share of the workforce"),
                        some.stream()
                                .map(figure -> List.of(
                                        Words.title(figure),
                                        String.valueOf(figure.coverage().organisations()),
                                        String.valueOf(figure.coverage().of()),
                                        Words.share(figure.coverage().headcountShare())))
                                .toList(),
                        List.of(1, 2, 3))
                .write(page);
    }

    private static BarChart.Bar coverageBar(ConsolidatedFigure figure) {
        var coverage = figure.coverage();
        return new BarChart.Bar(
                Words.title(figure),
                part(coverage.organisations(), coverage.of()),
                null,
                "%d of %d".formatted(coverage.organisations(), coverage.of()));
    }

    private static BigDecimal part(long organisations, int of) {
        return of == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(organisations)
                        .divide(BigDecimal.valueOf(of), 4, RoundingMode.HALF_UP)
                        .min(BigDecimal.ONE);
    }
}
