package org.anchors.charter.report;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import org.anchors.charter.indicator.Aggregation;
import org.anchors.charter.indicator.Indicator;
import org.anchors.charter.indicator.Operand.Part;

/** Checks the numbers by which a value names the organisations that it counts. */
final class IdentifierCheck {

    private static final String PERSONS = "persons";

    private final Indicator indicator;
    private final Figure figure;
    private final Findings findings;

    IdentifierCheck(Indicator indicator, Figure figure, Findings findings) {
        this.indicator = indicator;
        this.figure = figure;
        this.findings = findings;
    }

    void run() {
        var identifiers = figure.sent().identifiers();
        if (identifiers == null) {
            return;
        }
        if (!figure.isGiven()
                || indicator.aggregation() != Aggregation.COUNT_DISTINCT
                || PERSONS.equals(figure.sent().group())) {
            fault(
                    "",
                    "identifiers-not-allowed",
                    "",
                    "Leave them out: only distinct organisations are named by number.");
            return;
        }
        each(identifiers);
        figure.part(Part.VALUE)
                .filter(value -> value.compareTo(BigDecimal.valueOf(identifiers.size())) < 0)
                .ifPresent(value -> fault(
                        "",
                        "more-identifiers-than-value",
                        identifiers.size() + " against " + value.toPlainString(),
                        "The value counts every organisation, those named here among them."));
    }

    private void each(List<String> identifiers) {
        var seen = new HashSet<String>();
        for (var index = 0; index < identifiers.size(); index++) {
            var given = identifiers.get(index);
            if (given == null) {
                continue;
            }
            var normalised = OrganisationNumber.normalised(given);
            if (normalised.isEmpty()) {
                fault("/" + index, "not-an-organisation-number", given, OrganisationNumber.MEND);
            } else if (!seen.add(normalised.get())) {
                fault("/" + index, "identifier-given-twice", given, "Name each organisation once.");
            }
        }
    }

    private void fault(String place, String rule, String given, String mend) {
        findings.fault(
                figure.at() + "/identifiers" + place, indicator.code(), rule, given.isEmpty() ? null : given, mend);
    }
}
