package org.anchors.charter.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.anchors.charter.indicator.Attribute;
import org.anchors.charter.indicator.Attribute.Adding;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.edge.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * Something that one organisation alone names in its report for a year, such as a contract that it leads (indicators.csv, PRO-05:
 * a duplicate is an error), so that the value it stands for is counted once.
 */
record Owned(int year, String indicator, String identifier) {

    static final String RULE = "identifier-of-another";

    /** Where a report names it. */
    private record Place(Figure figure, Attribute attribute, Owned owned) {

        void fault(Findings findings) {
            findings.fault(
                    figure.at() + "/attributes/" + attribute.name(),
                    owned.indicator(),
                    RULE,
                    owned.identifier(),
                    "Another organisation has named it for %s, and it counts once: leave it out, with its part of the value."
                            .formatted(new ReportingYear(owned.year())));
        }
    }

    /** What a report names, each once. */
    static List<Owned> in(Submission sent, Catalogue catalogue, ReportingYear year) {
        return places(sent, catalogue, year).map(Place::owned).distinct().toList();
    }

    /**
     * Finds what another report has named already.
     *
     * @param owners the report that named it, by what was named
     */
    static void check(
            Submission sent, Catalogue catalogue, ReportingYear year, Map<Owned, String> owners, Findings findings) {
        if (sent.organisation() == null || owners.isEmpty()) {
            return;
        }
        var own = AnnualReport.referenceOf(sent.organisation(), year);
        places(sent, catalogue, year)
                .filter(place -> !owners.getOrDefault(place.owned(), own).equals(own))
                .forEach(place -> place.fault(findings));
    }

    private static Stream<Place> places(Submission sent, Catalogue catalogue, ReportingYear year) {
        return Figure.of(sent).stream()
                .filter(figure -> figure.isGiven() && !figure.attributes().isEmpty())
                .flatMap(figure -> catalogue.find(figure.sent().indicator()).stream()
                        .flatMap(indicator -> indicator.attributes().stream())
                        .filter(attribute -> attribute.adding() == Adding.ONE_OWNER)
                        .flatMap(attribute -> identifiers(figure.attributes().get(attribute.name()))
                                .map(named ->
                                        new Owned(year.start(), figure.sent().indicator(), named))
                                .map(owned -> new Place(figure, attribute, owned))));
    }

    private static Stream<String> identifiers(@Nullable Scalar sent) {
        return sent == null
                ? Stream.empty()
                : Arrays.stream(Attributes.text(sent).split(";"))
                        .map(String::strip)
                        .filter(identifier -> !identifier.isEmpty());
    }
}
