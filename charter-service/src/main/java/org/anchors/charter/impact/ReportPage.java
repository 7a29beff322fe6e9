package org.anchors.charter.impact;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.anchors.charter.consolidated.ConsolidatedFigure;
import org.anchors.charter.report.Narratives;

/**
 * The annual impact report as one page that needs nothing else: no scripts, no images, no files. The same page is what the PDF
 * is made of.
 */
final class ReportPage {

    private static final String CHARTER = "Mid and South Essex anchor charter";

    private final ImpactReport report;
    private final Markup page = new Markup();

    private ReportPage(ImpactReport report) {
        this.report = report;
    }

    static String of(ImpactReport report) {
        return new ReportPage(report).written();
    }

    /** A part of the page that the contents lead to. */
    private record Section(String id, String title, Markup.Content content) {}

    private String written() {
        page.raw("<!DOCTYPE html>\n").open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en-GB");
        page.within("head", this::head);
        page.within("body", this::body);
        return page.close().toString();
    }

    private String title() {
        return "Annual impact report " + report.consolidated().year();
    }

    private void head() {
        page.empty("meta", "charset", "utf-8");
        page.element("title", title() + ", " + CHARTER);
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty(
                "meta", "name", "description", "content", "What the signatories of the charter report for the year.");
        page.open("style").raw(StyleSheet.TEXT).close();
    }

    private void body() {
        page.element("a", "Skip to the report", "class", "skip", "href", "#report");
        page.within("header", this::heading);
        var sections = sections();
        page.within("nav", () -> contents(sections), "aria-labelledby", "contents");
        page.within("main", () -> sections.forEach(this::section), "id", "report", "tabindex", "-1");
    }

    private List<Section> sections() {
        return Stream.of(
                        Stream.of(new Section(
                                "reporting", "Who has reported", new ReportingSection(report, page)::write)),
                        report.pillars().stream()
                                .map(pillar -> new Section(
                                        pillar.code(),
                                        Words.title(pillar),
                                        new PillarSection(report, pillar, page)::write)),
                        others(),
                        Stream.of(
                                new Section("notes", "How to read the figures", this::notes),
                                new Section("provenance", "Where the figures come from", this::provenance)))
                .flatMap(some -> some)
                .toList();
    }

    /** What other services tell; absent from a report on one pillar that it does not belong to. */
    private Stream<Section> others() {
        var value = report.consolidated().socialValue();
        var employment = report.consolidated().employment();
        return Stream.concat(
                value == null
                        ? Stream.of()
                        : Stream.of(new Section(
                                "social-value",
                                "Social value of contracts",
                                new SocialValueSection(value, page)::write)),
                employment == null
                        ? Stream.of()
                        : Stream.of(new Section(
                                "programmes",
                                "Pre-employment programmes",
                                new EmploymentSection(employment, page)::write)));
    }

    private void heading() {
        var consolidated = report.consolidated();
        page.element("p", CHARTER, "class", "charter");
        page.element("h1", title());
        page.element("p", "As known on %s.".formatted(Words.instant(consolidated.asKnownOn())));
        if (!report.narrowedTo().isEmpty()) {
            page.element("p", "Narrowed to %s.".formatted(Words.isolated(Words.joined(report.narrowedTo()))));
        }
        if (report.isWorkingView()) {
            page.element(
                    "p",
                    "Working view, not for publication: small numbers of people stand as they were reported.",
                    "class",
                    "warning");
        } else {
            page.element(
                    "p",
                    "Small numbers of people are treated by the policy %s; * stands for one that is not shown. Narratives and case studies are the partners' own words and no part of the policy."
                            .formatted(consolidated.disclosurePolicy()));
        }
    }

    private void contents(List<Section> sections) {
        page.element("h2", "Contents", "id", "contents");
        page.within(
                "ul",
                () -> sections.forEach(section ->
                        page.within("li", () -> page.element("a", section.title(), "href", "#" + section.id()))));
    }

    private void section(Section section) {
        page.within(
                "section",
                () -> {
                    page.element("h2", section.title(), "id", section.id());
                    section.content().write();
                },
                "aria-labelledby",
                section.id());
    }

    private void notes() {
        page.within("ul", () -> {
            note("Each figure speaks for the organisations that gave it; how many they are stands with it.");
            note("A share is the sum of the parts over the sum of the wholes, never a mean of percentages.");
            note("The change is like for like: it compares the organisations that reported in both years, and "
                    + "is in percentage points where the figure is a share. The figure of the year before is of all who "
                    + "reported then; the difference between two figures is therefore not the change.");
            note("Target groups overlap: people in two groups count in both, and groups are not added up.");
            note(("Narratives and case studies are the partners' own words, from the report that was accepted last"
                            + (report.shown().published()
                                    ? ""
                                    : ", or, while none was, from the newest that was submitted")
                            + ". At most %d texts of a partner are shown, "
                            + "%s characters of each, and %d texts in all.")
                    .formatted(
                            Narratives.MOST_OF_A_PARTNER,
                            Words.number(BigDecimal.valueOf(Narratives.LONGEST)),
                            Narratives.MOST_IN_ALL));
            note("In the printed form %s stands for a character that its font lacks.".formatted(Fonts.STAND_IN));
            note("Definitions: indicator catalogue %s."
                    .formatted(report.consolidated().catalogue()));
        });
        leftOut();
    }

    private void leftOut() {
        var without = report.consolidated().notConsolidated();
        if (!without.isEmpty()) {
            page.element("p", "These indicators have no figure here, because nobody reports them:");
            page.within(
                    "ul",
                    () -> without.forEach(one -> note("%s %s"
                            .formatted(one.indicator(), report.indicators().getOrDefault(one.indicator(), "")))));
        }
        if (report.told().leftOut() > 0) {
            page.element(
                    "p",
                    "Left out for want of room: %s. They stand in the reports."
                            .formatted(Words.count(
                                    report.told().leftOut(), "narrative or case study", "narratives and case studies")),
                    "class",
                    "left-out");
        }
    }

    private void note(String text) {
        page.element("li", text);
    }

    private void provenance() {
        var figures = report.consolidated().figures();
        if (figures.isEmpty()) {
            page.element("p", "There are no figures yet.");
            return;
        }
        // Under a disclosure policy the reports behind a figure are not shown, and no figure has a path.
        if (figures.stream().allMatch(figure -> figure.provenance() == null)) {
            new Grid("Formula of each figure", List.of("Figure", "Formula"), formulas(figures), List.of()).write(page);
        } else {
            page.element(
                    "p", "The reports behind a figure, with their revisions, are read from the platform at its path.");
            new Grid(
                            "Formula and path of each figure",
                            List.of("Figure", "Formula", "Path"),
                            figures.stream()
                                    .map(figure -> List.of(figure.id(), formula(figure), path(figure)))
                                    .toList(),
                            List.of())
                    .write(page);
        }
    }

    private static List<List<String>> formulas(List<ConsolidatedFigure> figures) {
        return figures.stream()
                .map(figure -> List.of(figure.id(), formula(figure)))
                .toList();
    }

    private static String path(ConsolidatedFigure figure) {
        var path = figure.provenance();
        return path == null ? Words.NOTHING : path;
    }

    private static String formula(ConsolidatedFigure figure) {
        return figure.denominator() == null && !figure.keepsBack("denominator")
                ? figure.aggregation().name()
                : "%s: %s / %s"
                        .formatted(
                                figure.aggregation(),
                                Words.shown(figure, "numerator", Words.number(figure.numerator())),
                                Words.shown(figure, "denominator", Words.number(figure.denominator())));
    }
}
