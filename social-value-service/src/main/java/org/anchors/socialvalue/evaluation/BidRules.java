package org.anchors.socialvalue.evaluation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchors.socialvalue.catalogue.MeasureView;
import org.anchors.socialvalue.methodology.MethodologyBody;
import org.anchors.socialvalue.scoring.Measure;
import org.anchors.socialvalue.scoring.Scale;
import org.jspecify.annotations.Nullable;

/**
 * What every bid of a request is held against.
 *
 * @param questions none where the criteria could not be read
 * @param catalogue none where it is not known
 */
record BidRules(
        MethodologyBody methodology,
        @Nullable Set<String> questions,
        Scale scale,
        @Nullable Catalogue catalogue) {

    /** Measures by code, as they are shown and as they are scored. */
    record Catalogue(Map<String, MeasureView> shown, Map<String, Measure> scored) {}

    static BidRules of(MethodologyBody methodology, Optional<List<MeasureView>> measures) {
        return new BidRules(
                methodology,
                methodology.criteria() == null
                        ? null
                        : methodology.questions().collect(Collectors.toCollection(LinkedHashSet::new)),
                methodology.scaleOrPercentages().scale(),
                measures.map(BidRules::catalogue).orElse(null));
    }

    private static Catalogue catalogue(List<MeasureView> measures) {
        var shown = measures.stream()
                .filter(measure -> measure.code() != null)
                .collect(Collectors.toMap(MeasureView::code, Function.identity(), (first, repeated) -> first));
        return new Catalogue(shown, Assessment.byCode(measures));
    }
}
