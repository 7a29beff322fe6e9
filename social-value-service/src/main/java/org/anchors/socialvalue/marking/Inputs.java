package org.anchors.socialvalue.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.bid.Bids;
import org.anchors.socialvalue.bid.OpenBid;
import org.anchors.socialvalue.catalogue.CatalogueChoice;
import org.anchors.socialvalue.catalogue.ChosenCatalogues;
import org.anchors.socialvalue.catalogue.MeasureView;
import org.anchors.socialvalue.evaluation.Assessment;
import org.anchors.socialvalue.evaluation.BidBody;
import org.anchors.socialvalue.evaluation.EvaluationRequest;
import org.anchors.socialvalue.evaluation.RequestCheck;
import org.anchors.socialvalue.procurement.Lot;
import org.anchors.socialvalue.procurement.Lots;
import org.anchors.socialvalue.procurement.Procurement;

/** What the bids of a lot are scored from: the very request that the stateless evaluation takes. */
@ApplicationScoped
public class Inputs {

    private final Lots lots;
    private final Bids bids;
    private final Agreements agreements;
    private final ChosenCatalogues catalogues;

    Inputs(Lots lots, Bids bids, Agreements agreements, ChosenCatalogues catalogues) {
        this.lots = lots;
        this.bids = bids;
        this.agreements = agreements;
        this.catalogues = catalogues;
    }

    /**
     * What a lot is scored from.
     *
     * @param request without faults
     * @param measures of the catalogue that it names; none where it names none
     * @param supplierIds identifiers of the bidders in a register, by the references of their bids
     */
    public record OfLot(
            Lot lot, EvaluationRequest request, List<MeasureView> measures, Map<String, String> supplierIds) {}

    /** Of each lot that somebody bid for, by key, once the marks are final; one after the other, for each may be large. */
    public void each(Procurement procurement, Consumer<OfLot> taker) {
        lots.of(procurement).forEach(lot -> of(procurement, lot).ifPresent(taker));
    }

    /** Of one lot that somebody bid for; nothing of the others is read. */
    public OfLot require(Procurement procurement, String key) {
        return lots.find(procurement, key)
                .flatMap(lot -> of(procurement, lot))
                .orElseThrow(() -> Refused.notFound("An evaluation of the lot " + key));
    }

    private Optional<OfLot> of(Procurement procurement, Lot lot) {
        var opened = bids.of(procurement.id(), lot.key());
        return opened.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new OfLot(lot, request(procurement, lot, opened), measures(procurement), supplierIds(opened)));
    }

    /** The methodology was checked when it was published; what policies ask for since does not matter to it. */
    void requireScorable(Procurement procurement) {
        each(procurement, of -> {
            var faults = RequestCheck.faultsOf(of.request(), Optional.of(of.measures())).stream()
                    .filter(fault -> fault.at().startsWith("/bids"))
                    .toList();
            if (!faults.isEmpty()) {
                throw new Refused(CommonRefusal.INVALID_REQUEST, "The bids cannot be scored.", faults);
            }
            Assessment.of(of.request(), of.measures());
        });
    }

    private EvaluationRequest request(Procurement procurement, Lot lot, List<OpenBid> opened) {
        var references = opened.stream().map(OpenBid::reference).toList();
        var agreed = agreements.of(procurement.id(), references);
        var scored = opened.stream()
                .map(bid -> body(bid, agreed.getOrDefault(bid.reference(), Agreements.Agreement.NONE)))
                .toList();
        var choice = procurement.catalogue() == null ? null : new CatalogueChoice(procurement.catalogue(), null);
        return new EvaluationRequest(lot.methodology(), choice, scored);
    }

    private static Map<String, String> supplierIds(List<OpenBid> opened) {
        return opened.stream().collect(Collectors.toMap(OpenBid::reference, OpenBid::supplierId));
    }

    /** The measures of the catalogue that a procurement names; none where it names none. */
    public List<MeasureView> measures(Procurement procurement) {
        return procurement.catalogue() == null
                ? List.of()
                : catalogues
                        .loaded(procurement.buyer(), procurement.catalogue())
                        .orElseThrow();
    }

    private static BidBody body(OpenBid bid, Agreements.Agreement agreed) {
        return new BidBody(
                bid.reference(),
                bid.supplier(),
                bid.price(),
                bid.receivedAt(),
                each(agreed.gates(), GateDecision::passed),
                each(agreed.marks(), GivenMark::mark),
                reasons(agreed),
                Ruling.applied(agreed.rulings(), bid.commitments()),
                bid.workforce());
    }

    private static Map<String, String> reasons(Agreements.Agreement agreed) {
        var reasons = each(agreed.marks(), GivenMark::reason);
        agreed.gates().forEach((gate, decision) -> {
            if (!decision.passed() && decision.reason() != null) {
                reasons.putIfAbsent(gate, decision.reason());
            }
        });
        return reasons;
    }

    private static <T, R> Map<String, R> each(Map<String, T> of, Function<T, R> part) {
        var parts = new LinkedHashMap<String, R>();
        of.forEach((key, value) -> parts.put(key, part.apply(value)));
        return parts;
    }
}
