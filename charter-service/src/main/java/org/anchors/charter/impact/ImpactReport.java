package org.anchors.charter.impact;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.anchors.charter.consolidated.ConsolidatedFigure;
import org.anchors.charter.consolidated.ConsolidatedReport;
import org.anchors.charter.consolidated.Shown;
import org.anchors.charter.report.Narratives;
import org.anchors.charter.report.Pillar;

/**
 * What the annual impact report says; page and PDF are made from this alone, so the same report gives the same bytes.
 *
 * @param shown the consolidated report
 * @param organisations what organisations are called, by key
 * @param promises the texts of the charter's commitments, by number
 * @param indicators the names of indicators, by code
 * @param told what partners wrote
 */
record ImpactReport(
        Shown shown,
        Map<String, String> organisations,
        Map<String, String> promises,
        Map<String, String> indicators,
        Narratives.Told told) {

    /** The working view: small numbers stand as they are. */
    private static final String NO_POLICY = "NONE";

    ConsolidatedReport consolidated() {
        return shown.report();
    }

    boolean isWorkingView() {
        return consolidated().disclosurePolicy().startsWith(NO_POLICY);
    }

    String nameOf(String organisation) {
        return organisations.getOrDefault(organisation, organisation);
    }

    /** What the report was narrowed to. */
    List<String> narrowedTo() {
        var filter = shown.filter();
        return Stream.of(shown.pillar(), filter.sector(), filter.place(), filter.alliance(), filter.level())
                .filter(Objects::nonNull)
                .toList();
    }

    /** The pillars of which there is something to say, in the charter's order. */
    List<Pillar> pillars() {
        return Arrays.stream(Pillar.values())
                .filter(pillar -> !figures(pillar).isEmpty()
                        || consolidated().commitments().stream()
                                .anyMatch(commitment -> commitment.pillar().equals(pillar.code()))
                        || told.stories().stream().anyMatch(story -> story.pillar() == pillar))
                .toList();
    }

    List<ConsolidatedFigure> figures(Pillar pillar) {
        return consolidated().figures().stream()
                .filter(figure -> figure.pillar().equals(pillar.code()))
                .toList();
    }
}
