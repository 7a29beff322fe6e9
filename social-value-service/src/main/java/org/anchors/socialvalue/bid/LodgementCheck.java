package org.anchors.socialvalue.bid;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.edge.Findings;
import org.anchors.socialvalue.catalogue.MeasureView;
import org.anchors.socialvalue.evaluation.BidBody;
import org.anchors.socialvalue.evaluation.OfferCheck;
import org.anchors.socialvalue.procurement.Lot;

/** The rules of a bid that is lodged; finds every fault. */
final class LodgementCheck {

    private final Lodgement sent;
    private final Optional<Lot> lot;
    private final List<String> lots;
    private final Findings found = new Findings();

    /**
     * The rules of a bid.
     *
     * @param lot that it is for, if it names one that there is
     * @param lots keys of all lots
     */
    LodgementCheck(Lodgement sent, Optional<Lot> lot, List<String> lots) {
        this.sent = sent;
        this.lot = lot;
        this.lots = lots;
    }

    /**
     * All that is wrong with it.
     *
     * @param measures of the procurement's catalogue, if it has one
     */
    List<Fault> faults(Optional<List<MeasureView>> measures) {
        found.between("/workforce", sent.workforce(), BigDecimal.ZERO, BidBody.LARGEST_WORKFORCE);
        lot.ifPresentOrElse(of -> offer(of, measures), this::noLot);
        return found.faults();
    }

    private void noLot() {
        found.add(
                "/lot",
                sent.lot() == null ? "missing" : "unknown-lot",
                sent.lot(),
                "Say which lot it is for: %s.".formatted(String.join(", ", lots)));
    }

    private void offer(Lot of, Optional<List<MeasureView>> measures) {
        found.addAll(OfferCheck.faultsOf(sent.price(), sent.commitments(), of.methodology(), measures));
        var questions = of.methodology().questions().collect(Collectors.toSet());
        sent.answersOrNone().keySet().stream()
                .filter(question -> !questions.contains(question))
                .forEach(question -> found.add(
                        "/answers/" + question.replace("~", "~0").replace("/", "~1"),
                        "unknown-key",
                        question,
                        "Leave it out: the methodology has no such question."));
    }
}
