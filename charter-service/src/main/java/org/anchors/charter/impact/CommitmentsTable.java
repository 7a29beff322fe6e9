package org.anchors.charter.impact;

import java.util.List;
import org.anchors.charter.consolidated.Commitments.Evidenced;

/** The commitments of the charter in one pillar, with how many organisations gave figures for them. */
record CommitmentsTable(ImpactReport report, Markup page) {

    void write(String pillar, String title) {
        var commitments = report.consolidated().commitments().stream()
                .filter(commitment -> commitment.pillar().equals(pillar))
                .toList();
        if (commitments.isEmpty()) {
            return;
        }
        page.element("h3", title);
        new Grid(
                        title + ": how many organisations gave figures",
                        List.of("Commitment", "Figures", "Some of them", "All of them", "Expected"),
                        commitments.stream().map(this::row).toList(),
                        List.of(2, 3, 4))
                .write(page);
    }

    private List<String> row(Evidenced commitment) {
        return List.of(
                "%s %s%s"
                        .formatted(
                                commitment.commitment(),
                                report.promises()
                                        .getOrDefault(
                                                Vocabulary.promise(commitment.edition(), commitment.commitment()), ""),
                                commitment.reporting() ? " (to be reported on)" : ""),
                commitment.indicators().isEmpty() ? Words.NOTHING : Words.joined(commitment.indicators()),
                String.valueOf(commitment.organisations()),
                String.valueOf(commitment.complete()),
                String.valueOf(commitment.of()));
    }
}
