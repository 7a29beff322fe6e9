package org.anchors.charter.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Operand.Part;
import org.anchors.charter.indicator.Requirement;

/** Queries what a report should hold, by the catalogue and by the charter, and this one does not. */
final class RequirementCheck {

    private static final String BOARD_APPROVED_REPORT = "LDP-02";

    private final Submission report;
    private final Figures figures;
    private final LastYear lastYear;
    private final Findings findings;

    RequirementCheck(Submission report, Figures figures, LastYear lastYear, Findings findings) {
        this.report = report;
        this.figures = figures;
        this.lastYear = lastYear;
        this.findings = findings;
    }

    void run(Catalogue catalogue) {
        if (report.boardApproval() == null) {
            boardApproval();
        }
        catalogue.requirements().stream()
                .filter(requirement -> requirement.when() == null || isAboveZero(requirement.when()))
                .filter(requirement -> requirement.oneOf().stream().noneMatch(this::isThere))
                .forEach(this::missing);
    }

    /** Explained by whoever says that there was no such report, and why. */
    private void boardApproval() {
        var no = figures.sent(BOARD_APPROVED_REPORT).stream()
                .filter(figure ->
                        figure.part(Part.VALUE).filter(yes -> yes.signum() != 0).isEmpty());
        query(
                no.filter(Figure::isExplained).findFirst(),
                new Requirement(
                        "board-approval-missing",
                        null,
                        List.of(),
                        "The charter promises a board-approved report: name role, day and minute (LP3)."),
                "/boardApproval");
    }

    /** Explained by a state in the place of a figure that would have done, or beside the figure that brings the need. */
    private void missing(Requirement requirement) {
        var instead = requirement.oneOf().stream()
                .flatMap(code -> figures.sent(code).stream())
                .toList();
        var beside = Stream.ofNullable(requirement.when()).flatMap(code -> figures.sent(code).stream());
        var explained = Stream.concat(instead.stream(), beside)
                .filter(Figure::isExplained)
                .findFirst();
        query(explained.or(() -> instead.stream().findFirst()), requirement, place(requirement));
    }

    private void query(Optional<Figure> about, Requirement requirement, String place) {
        about.ifPresentOrElse(
                figure -> findings.query(figure, "", requirement.name(), null, requirement.mend(), lastYear),
                () -> findings.query(place, requirement.when(), requirement.name(), null, requirement.mend()));
    }

    private boolean isThere(String one) {
        if (one.equals(Requirement.FRAMEWORK)) {
            return report.framework() != null;
        }
        if (one.startsWith(Requirement.NARRATIVE)) {
            var pillar = one.substring(Requirement.NARRATIVE.length());
            return report.narrativesOrNone().stream()
                    .filter(Objects::nonNull)
                    .anyMatch(narrative -> narrative.pillar() != null
                            && narrative.pillar().code().equals(pillar));
        }
        return !figures.given(one).isEmpty();
    }

    private boolean isAboveZero(String indicator) {
        return figures.given(indicator).stream()
                .flatMap(figure -> figure.part(Part.VALUE).stream())
                .anyMatch(number -> number.signum() > 0);
    }

    private static String place(Requirement requirement) {
        return requirement.oneOf().getFirst().startsWith(Requirement.NARRATIVE) ? "/narratives" : "/values";
    }
}
