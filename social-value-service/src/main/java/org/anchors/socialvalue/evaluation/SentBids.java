package org.anchors.socialvalue.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.anchors.kit.edge.Reading;
import org.anchors.socialvalue.catalogue.ChosenCatalogues;
import org.anchors.socialvalue.catalogue.MeasureView;

/** Bids that are sent along to be scored. */
@ApplicationScoped
public class SentBids {

    private final ChosenCatalogues catalogues;

    SentBids(ChosenCatalogues catalogues) {
        this.catalogues = catalogues;
    }

    /** The measures that value their commitments, or a refusal with every fault of the request. */
    public List<MeasureView> measuresOrRefuse(Reading<EvaluationRequest> body) {
        var measures = measures(body.value());
        body.refuseIfFaulty(RequestCheck.faultsOf(body.value(), measures));
        return measures.orElseThrow();
    }

    /** The measures of the catalogue that a request names, if there is one of that name; none where it names none. */
    Optional<List<MeasureView>> measures(EvaluationRequest request) {
        return request.catalogue() == null ? Optional.of(List.of()) : catalogues.measures(request.catalogue());
    }
}
