package org.anchors.socialvalue.bid;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.anchors.kit.edge.Reading;
import org.anchors.socialvalue.catalogue.ChosenCatalogues;
import org.anchors.socialvalue.catalogue.MeasureView;
import org.anchors.socialvalue.procurement.Lot;
import org.anchors.socialvalue.procurement.Lots;
import org.anchors.socialvalue.procurement.Procurement;

/** Holds what is lodged against the lot that it is for. */
@ApplicationScoped
class LodgementRules {

    private final Lots lots;
    private final ChosenCatalogues catalogues;

    LodgementRules(Lots lots, ChosenCatalogues catalogues) {
        this.lots = lots;
        this.catalogues = catalogues;
    }

    /** The lot that a bid without faults is for. */
    Lot lotOrRefuse(Procurement procurement, Reading<Lodgement> body) {
        var keys = lots.keys(procurement);
        var lot = asked(body.value(), keys).flatMap(key -> lots.find(procurement, key));
        body.refuseIfFaulty(new LodgementCheck(body.value(), lot, keys).faults(measures(procurement)));
        return lot.orElseThrow();
    }

    /** The lot that it names; the only one, where it names none. */
    private static Optional<String> asked(Lodgement sent, List<String> keys) {
        return sent.lot() == null && keys.size() == 1 ? Optional.of(keys.getFirst()) : Optional.ofNullable(sent.lot());
    }

    private Optional<List<MeasureView>> measures(Procurement procurement) {
        return Optional.ofNullable(procurement.catalogue())
                .flatMap(edition -> catalogues.loaded(procurement.buyer(), edition));
    }
}
