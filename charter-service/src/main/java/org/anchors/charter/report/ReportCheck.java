package org.anchors.charter.report;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.anchors.charter.indicator.Aggregation;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Indicator;
import org.anchors.charter.reportingyear.ReportingWindow;

/**
 * Checks a whole report and finds everything at once. It knows the catalogue, the year's window and what the charter promises,
 * and is given the day; it reads nothing and stores nothing.
 *
 * @param catalogue the edition in use for the year
 * @param window when reports of the year are taken
 * @param promised the indicators that the charter promises to report for the year
 * @param lastYear what the organisation reported for the year before
 * @param today the day of submission
 */
record ReportCheck(
        Catalogue catalogue, ReportingWindow window, List<String> promised, LastYear lastYear, LocalDate today) {

    static final String WINDOW_CLOSED = "window-closed";

    /** Checks a first submission. */
    Findings check(Submission report) {
        var findings = new Findings();
        window(report, findings);
        inside(report, findings);
        return findings;
    }

    /** Checks a later revision, which the year's window does not bind: what was taken in time may be mended after it. */
    Findings recheck(Submission report) {
        var findings = new Findings();
        inside(report, findings);
        return findings;
    }

    private void inside(Submission report, Findings findings) {
        approval(report, findings);
        var figures = new Figures(report);
        figures.all().forEach(figure -> value(figure, findings));
        givenTwice(figures.all(), findings);
        toldTwice(report, findings);
        new RuleCheck(catalogue, figures, lastYear).run(findings);
        new ChangeCheck(catalogue, lastYear, findings).run(figures.all());
        new RequirementCheck(report, figures, lastYear, findings).run(catalogue);
        promisedButMissing(figures, findings);
    }

    private void window(Submission report, Findings findings) {
        window.refusalOn(today).ifPresent(mend -> findings.fault("/year", null, WINDOW_CLOSED, report.year(), mend));
    }

    private void approval(Submission report, Findings findings) {
        var approval = report.boardApproval();
        if (approval != null && approval.on() != null && approval.on().isAfter(today)) {
            findings.fault(
                    "/boardApproval/on",
                    null,
                    "approval-after-submission",
                    approval.on().toString(),
                    "The board approves a report before it is submitted.");
        }
    }

    private void value(Figure figure, Findings findings) {
        var code = figure.sent().indicator();
        if (code == null || code.isBlank()) {
            return;
        }
        var indicator = catalogue.find(code);
        if (indicator.isEmpty()) {
            findings.fault(
                    figure.at() + "/indicator",
                    code,
                    "unknown-indicator",
                    code,
                    "Use a code of the catalogue %s, which GET /indicators lists.".formatted(catalogue.edition()));
        } else if (indicator.get().aggregation() == Aggregation.DERIVED) {
            findings.fault(
                    figure.at(),
                    code,
                    "derived-indicator",
                    code,
                    "It follows from what programmes record and is not reported: leave it out.");
        } else {
            new ValueCheck(indicator.get(), figure, findings).run();
            new AttributeCheck(indicator.get(), figure, lastYear, findings).run();
        }
    }

    private static void givenTwice(List<Figure> figures, Findings findings) {
        var seen = new HashSet<List<Optional<String>>>();
        for (var figure : figures) {
            var sent = figure.sent();
            var name = List.of(Optional.ofNullable(sent.indicator()), Optional.ofNullable(sent.group()));
            if (sent.indicator() != null && !seen.add(name)) {
                findings.fault(
                        figure.at(),
                        sent.indicator(),
                        "given-twice",
                        sent.group(),
                        "Send each indicator, or each of its groups, once.");
            }
        }
    }

    /** One narrative for each pillar. */
    private static void toldTwice(Submission report, Findings findings) {
        var seen = new HashSet<Pillar>();
        var narratives = report.narrativesOrNone();
        for (var i = 0; i < narratives.size(); i++) {
            var pillar = narratives.get(i) == null ? null : narratives.get(i).pillar();
            if (pillar != null && !seen.add(pillar)) {
                findings.fault(
                        "/narratives/" + i,
                        null,
                        "told-twice",
                        pillar.code(),
                        "Send one narrative for each pillar: put the two together.");
            }
        }
    }

    /** An indicator that the charter promises to report must be there, or be said not to be collected, with the reason. */
    private void promisedButMissing(Figures figures, Findings findings) {
        promised.stream().distinct().forEach(code -> promised(code, figures.sent(code), findings));
    }

    /** What of an indicator was not sent: it, or those of its groups where it is reported by group only. */
    private List<String> missing(String code, List<Figure> sent) {
        var groups = catalogue
                .find(code)
                .filter(indicator -> indicator.groupUse() == Indicator.GroupUse.REQUIRED)
                .map(Indicator::groups)
                .orElse(List.of());
        if (groups.isEmpty()) {
            return sent.isEmpty() ? List.of("it") : List.of();
        }
        return groups.stream()
                .filter(group -> sent.stream()
                        .noneMatch(figure -> group.equals(figure.sent().group())))
                .toList();
    }

    private void promised(String code, List<Figure> sent, Findings findings) {
        var missing = missing(code, sent);
        if (!missing.isEmpty()) {
            findings.query(
                    "/values",
                    code,
                    "reporting-commitment-missing",
                    null,
                    "The charter promises to report it (%s): send %s, or a state with an explanation."
                            .formatted(
                                    catalogue.find(code).map(Indicator::name).orElse(code),
                                    String.join(", ", missing)));
        }
        sent.stream()
                .filter(figure -> !figure.isGiven() && !figure.isExplained())
                .forEach(figure -> findings.query(
                        figure,
                        "/explanation",
                        LastYear.EXPLANATION_MISSING,
                        figure.state().name(),
                        "Say why a figure that the charter promises is not there.",
                        lastYear));
    }
}
