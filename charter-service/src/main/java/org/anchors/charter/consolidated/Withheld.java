package org.anchors.charter.consolidated;

import java.util.List;
import org.anchors.charter.indicator.Catalogue;

/**
 * What is left out of a publication, so that the rest can be published: figures by their id, the change of a figure by its id
 * and {@code /change}, and the outcomes of programmes as {@code employment}.
 */
public record Withheld(List<String> names) {

    private static final String CHANGE = "/change";
    private static final String EMPLOYMENT = "employment";

    public Withheld {
        names = List.copyOf(names);
    }

    /** Whether a name means something that a report can have. */
    public static boolean isKnown(String name, Catalogue catalogue) {
        var id = name.endsWith(CHANGE) ? name.substring(0, name.length() - CHANGE.length()) : name;
        var figure = Total.Name.parse(id);
        return name.equals(EMPLOYMENT)
                || catalogue.find(figure.indicator()).stream()
                        .flatMap(Consolidation::namesOf)
                        .anyMatch(possible -> possible.id().equals(id));
    }

    ConsolidatedReport from(ConsolidatedReport report) {
        return report.with(
                report.figures().stream()
                        .filter(figure -> !names.contains(figure.id()))
                        .map(figure -> names.contains(figure.id() + CHANGE) ? figure.withoutChange() : figure)
                        .toList(),
                names.contains(EMPLOYMENT) ? null : report.employment());
    }
}
