package org.anchors.charter.impact;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.charter.charter.Charter;
import org.anchors.charter.consolidated.Commitments.Evidenced;
import org.anchors.charter.consolidated.ConsolidatedFigure.NotPooled;
import org.anchors.charter.consolidated.ConsolidatedReport;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.charter.indicator.Indicator;
import org.anchors.charter.organisation.Organisations;
import org.anchors.charter.report.Narratives.Story;
import org.anchors.kit.calendar.EssexDays;

/** What the keys and numbers of a report stand for. */
@ApplicationScoped
class Vocabulary {

    private final Organisations organisations;
    private final Charter charter;
    private final Catalogues catalogues;

    Vocabulary(Organisations organisations, Charter charter, Catalogues catalogues) {
        this.organisations = organisations;
        this.charter = charter;
        this.catalogues = catalogues;
    }

    /** The names that the organisations of a report and of its stories had on the day of the report. */
    Map<String, String> organisations(ConsolidatedReport report, List<Story> stories) {
        var keys = Stream.of(
                        report.completeness().named().stream(),
                        report.figures().stream()
                                .flatMap(figure -> Optional.ofNullable(figure.notPooled()).stream())
                                .flatMap(List::stream)
                                .map(NotPooled::organisation),
                        stories.stream().map(Story::organisation))
                .flatMap(some -> some)
                .collect(Collectors.toSet());
        return organisations.namesKnownOn(report.asKnownOn(), EssexDays.of(report.asKnownOn()), keys);
    }

    /** The texts of commitments, by edition and number. */
    Map<String, String> promises(ConsolidatedReport report) {
        return report.commitments().stream()
                .map(Evidenced::edition)
                .distinct()
                .flatMap(edition -> charter.commitments(edition).stream()
                        .map(commitment -> Map.entry(promise(edition, commitment.id()), commitment.commitment())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The name of a commitment's text: editions number theirs alike. */
    static String promise(String edition, String number) {
        return edition + " " + number;
    }

    /** The names of indicators, by code. */
    Map<String, String> indicators(ConsolidatedReport report) {
        return catalogues.byEdition(report.catalogue()).indicators().stream()
                .collect(Collectors.toMap(Indicator::code, Indicator::name));
    }
}
