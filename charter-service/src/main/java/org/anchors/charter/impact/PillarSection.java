package org.anchors.charter.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.anchors.charter.consolidated.ConsolidatedFigure;
import org.anchors.charter.report.Pillar;

/** One pillar: headline figures, all figures, charts, what to bear in mind, commitments, and what partners wrote. */
final class PillarSection {

    private static final int HEADLINES = 5;

    private final ImpactReport report;
    private final Pillar pillar;
    private final Markup page;
    private final List<ConsolidatedFigure> figures;

    PillarSection(ImpactReport report, Pillar pillar, Markup page) {
        this.report = report;
        this.pillar = pillar;
        this.page = page;
        this.figures = report.figures(pillar);
    }

    void write() {
        var title = Words.title(pillar);
        if (figures.isEmpty()) {
            page.element("p", "There are no figures yet.");
        } else {
            headlines();
            page.element("h3", "All figures");
            new Grid(
                            title + ": figures",
                            List.of("Figure", "This year", "Year before", "Change, like for like", "Organisations"),
                            figures.stream().map(PillarSection::row).toList(),
                            List.of(1, 2, 3, 4))
                    .write(page);
            new PillarCharts(title, pillar.code(), figures, page).write();
            toBearInMind();
        }
        new CommitmentsTable(report, page).write(pillar.code(), "Commitments");
        new Stories(report, pillar, page).write();
    }

    private void headlines() {
        var headlines = figures.stream()
                .filter(figure -> figure.group() == null && !Words.value(figure).equals(Words.NOTHING))
                .limit(HEADLINES)
                .toList();
        if (!headlines.isEmpty()) {
            page.element("h3", "In short");
            page.within("ul", () -> headlines.forEach(this::headline), "class", "headlines");
        }
    }

    private void headline(ConsolidatedFigure figure) {
        page.within("li", () -> page.element("strong", Words.value(figure))
                .text(unit(figure))
                .text(" \u2013 ")
                .text(figure.name())
                .text(". Reported by %s.".formatted(Words.coverage(figure)))
                .text(compared(figure)));
    }

    private static String compared(ConsolidatedFigure figure) {
        var change = figure.change();
        return change == null || change.organisations() == 0
                ? ""
                : " Change on the year before: %s, like for like, of %s in both years."
                        .formatted(
                                Words.change(figure),
                                Words.count(change.organisations(), "organisation", "organisations"));
    }

    private static String unit(ConsolidatedFigure figure) {
        return figure.unit().equals("%") ? "" : " " + figure.unit();
    }

    private static List<String> row(ConsolidatedFigure figure) {
        return List.of(
                figure.unit().equals("%")
                        ? Words.title(figure)
                        : "%s (%s)".formatted(Words.title(figure), figure.unit()),
                Words.value(figure),
                Words.previous(figure),
                Words.change(figure),
                Words.coverage(figure));
    }

    private void toBearInMind() {
        var notes = figures.stream().flatMap(this::notes).toList();
        if (!notes.isEmpty()) {
            page.element("h3", "What to bear in mind");
            page.within("ul", () -> notes.forEach(note -> page.element("li", note)));
        }
    }

    private Stream<String> notes(ConsolidatedFigure figure) {
        var notes = new ArrayList<String>();
        if (figure.caveat() != null) {
            notes.add(figure.caveat());
        }
        if (figure.notPooled() != null) {
            figure.notPooled()
                    .forEach(one -> notes.add("%s is not part of it: %s."
                            .formatted(Words.isolated(report.nameOf(one.organisation())), one.reason())));
        }
        var change = figure.change();
        if (change != null && change.joiners().organisations() > 0) {
            notes.add("%s gave it this year only (%s)."
                    .formatted(
                            Words.count(change.joiners().organisations(), "organisation", "organisations"),
                            Words.shown(
                                    figure,
                                    "change.joiners.value",
                                    Words.number(change.joiners().value(), figure.unit()))));
        }
        if (change != null && change.leavers().organisations() > 0) {
            notes.add("%s gave it the year before only (%s)."
                    .formatted(
                            Words.count(change.leavers().organisations(), "organisation", "organisations"),
                            Words.shown(
                                    figure,
                                    "change.leavers.value",
                                    Words.number(change.leavers().value(), figure.unit()))));
        }
        return notes.stream().map(note -> "%s: %s".formatted(Words.title(figure), note));
    }
}
