package org.anchors.socialvalue.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.edge.Findings;
import org.anchors.socialvalue.catalogue.Kind;
import org.anchors.socialvalue.catalogue.MeasureView;
import org.anchors.socialvalue.methodology.MethodologyBody;
import org.jspecify.annotations.Nullable;

/** What must hold of a catalogue that values commitments under a methodology. */
public final class CatalogueCheck {

    private static final String POUNDS = "GBP";

    private CatalogueCheck() {}

    /** Where faults are said to be: of the catalogue, of the name of its edition, and of the methodology's valuation. */
    public record Places(String catalogue, String edition, String valuation) {}

    /** Faults of a choice of catalogue, with the measures of that catalogue, if there is one of that name. */
    public static List<Fault> faultsOf(
            @Nullable String edition,
            Optional<List<MeasureView>> measures,
            @Nullable MethodologyBody methodology,
            Places places) {
        var found = new Findings();
        if (measures.isEmpty()) {
            found.add(places.edition(), "unknown-catalogue", edition, "Load it first, or send its measures.");
            return found.faults();
        }
        measures.get().stream()
                .filter(measure -> measure.kind() == Kind.MONETISED && !POUNDS.equals(measure.currency()))
                .findFirst()
                .ifPresent(measure -> found.add(
                        places.catalogue(),
                        "another-currency",
                        measure.currency(),
                        "Value the measures in GBP, as prices are."));
        if (methodology != null) {
            measuresOfTheValuation(methodology, measures.get(), places.valuation(), found);
        }
        return found.faults();
    }

    private static void measuresOfTheValuation(
            MethodologyBody methodology, List<MeasureView> known, String place, Findings found) {
        var codes = known.stream().map(MeasureView::code).collect(Collectors.toSet());
        methodology
                .measuresOfTheValuation()
                .filter(measure -> measure != null && !codes.contains(measure))
                .forEach(measure ->
                        found.add(place, "unknown-measure", measure, "Name measures of the catalogue by their codes."));
        known.stream()
                .filter(measure -> measure.code() != null
                        && measure.localMultiplier() == null
                        && methodology.multipliedMeasures().contains(measure.code()))
                .forEach(measure -> found.add(
                        place + "/localMultipliers",
                        "no-multiplier",
                        measure.code(),
                        "Leave it out: by its catalogue this measure carries no local multiplier."));
    }
}
