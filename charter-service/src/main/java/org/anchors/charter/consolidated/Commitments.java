package org.anchors.charter.consolidated;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchors.charter.charter.Charter;
import org.anchors.charter.charter.Edition;
import org.anchors.kit.calendar.ReportingYear;

/** The commitments of the charter with the evidence for them. */
@ApplicationScoped
public class Commitments {

    private final Charter charter;

    Commitments(Charter charter) {
        this.charter = charter;
    }

    /**
     * How far a commitment is evidenced by figures.
     *
     * @param commitment its number
     * @param reporting whether it promises to report
     * @param organisations how many gave a figure for at least one of its indicators
     * @param complete how many gave a figure for each of them, and for each group of those that are reported by group only
     * @param of how many were expected to report
     */
    public record Evidenced(
            String edition,
            String commitment,
            String pillar,
            boolean reporting,
            List<String> indicators,
            long organisations,
            long complete,
            int of) {}

    /** Every commitment that covers a year, those without any evidence among them. */
    List<Evidenced> evidenced(ReportingYear year, List<Evidence.Count> counts, int expected) {
        return charter.editions().stream()
                .filter(edition -> edition.firstYear().compareTo(year) <= 0
                        && edition.lastYear().compareTo(year) >= 0)
                .flatMap(edition -> charter.commitments(edition.edition()).stream()
                        .map(commitment -> {
                            var count = countOf(edition, commitment.id(), counts);
                            return new Evidenced(
                                    edition.edition(),
                                    commitment.id(),
                                    commitment.pillar(),
                                    commitment.reporting(),
                                    commitment.indicators(),
                                    count.organisations(),
                                    count.complete(),
                                    expected);
                        }))
                .toList();
    }

    private static Evidence.Count countOf(Edition edition, String commitment, List<Evidence.Count> counts) {
        return counts.stream()
                .filter(count -> count.edition().equals(edition.edition())
                        && count.commitment().equals(commitment))
                .findFirst()
                .orElseGet(() -> new Evidence.Count(edition.edition(), commitment, 0, 0));
    }
}
