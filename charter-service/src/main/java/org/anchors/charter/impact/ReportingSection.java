package org.anchors.charter.impact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Who has reported: a sentence, a chart with its table, who is missing, and the commitments that belong to no pillar. */
record ReportingSection(ImpactReport report, Markup page) {

    private static final String TITLE = "Organisations by how far their report has come";

    /** How many organisations have come so far. */
    private record Step(String label, int organisations) {}

    void write() {
        var completeness = report.consolidated().completeness();
        page.element(
                "p",
                "%d of %s have reported, %d of them late; %s been accepted."
                        .formatted(
                                completeness.submitted(),
                                Words.count(completeness.expected(), "organisation", "organisations"),
                                completeness.late(),
                                Words.count(completeness.accepted(), "report has", "reports have")));
        if (completeness.expected() > 0) {
            page.within("div", this::chart, "class", "chart");
        }
        names("Not yet reported", completeness.missing());
        names("Reported without being expected to", completeness.others());
        new CommitmentsTable(report, page).write("general", "Commitments of the whole charter");
    }

    private void names(String heading, List<String> organisations) {
        if (organisations.isEmpty()) {
            return;
        }
        page.element("h3", heading);
        page.within(
                "ul",
                () -> organisations.forEach(key -> page.within("li", () -> page.element("bdi", report.nameOf(key)))),
                "class",
                "names");
    }

    private void chart() {
        var completeness = report.consolidated().completeness();
        var missing = completeness.expected() - completeness.submitted();
        var steps = List.of(
                new Step("On time", completeness.onTime()),
                new Step("Late", completeness.late()),
                new Step("Not yet", missing));
        new BarChart(
                        "chart-reporting",
                        TITLE,
                        "Of %d organisations %d reported on time, %d late and %d not yet."
                                .formatted(
                                        completeness.expected(), completeness.onTime(), completeness.late(), missing),
                        steps.stream().map(this::bar).toList(),
                        null)
                .write(page);
        new Grid(
                        TITLE,
                        List.of("Report", "Organisations"),
                        steps.stream()
                                .map(step -> List.of(step.label(), String.valueOf(step.organisations())))
                                .toList(),
                        List.of(1))
                .write(page);
    }

    private BarChart.Bar bar(Step step) {
        var expected = report.consolidated().completeness().expected();
        var share = BigDecimal.valueOf(step.organisations())
                .divide(BigDecimal.valueOf(expected), 4, RoundingMode.HALF_UP)
                .min(BigDecimal.ONE);
        return new BarChart.Bar(step.label(), share, null, String.valueOf(step.organisations()));
    }
}
