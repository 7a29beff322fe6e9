package org.anchors.charter.report;

import java.util.Objects;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Operand.Part;
import org.anchors.charter.indicator.Requirement;

/** Queries what the catalogue says a report should hold and this one does not. */
final class RequirementCheck {

    private final Submission report;
    private final Figures figures;

    RequirementCheck(Submission report, Figures figures) {
        this.report = report;
        this.figures = figures;
    }

    void run(Catalogue catalogue, Findings findings) {
        catalogue.requirements().stream()
                .filter(requirement -> requirement.when() == null || isAboveZero(requirement.when()))
                .filter(requirement -> requirement.oneOf().stream().noneMatch(this::isThere))
                .forEach(requirement -> findings.query(
                        place(requirement), requirement.when(), requirement.name(), null, requirement.mend()));
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
