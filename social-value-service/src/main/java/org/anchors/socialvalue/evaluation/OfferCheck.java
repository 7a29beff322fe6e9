package org.anchors.socialvalue.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.edge.Findings;
import org.anchors.socialvalue.catalogue.MeasureView;
import org.anchors.socialvalue.methodology.MethodologyBody;
import org.jspecify.annotations.Nullable;

/** The rules of what a bidder offers under a methodology, before anybody has marked it. */
public final class OfferCheck {

    /** What the commitments of one bid may take as canonical JSON: 200 of them, each with 200 characters of its own. */
    static final int LARGEST_COMMITMENTS = 60_000;

    private OfferCheck() {}

    /**
     * Faults of an offer, at {@code /price} and below {@code /commitments}.
     *
     * @param measures those of the procurement's catalogue; none where it has no catalogue
     */
    public static List<Fault> faultsOf(
            @Nullable BigDecimal price,
            @Nullable List<CommitmentBody> commitments,
            MethodologyBody methodology,
            Optional<List<MeasureView>> measures) {
        var found = new Findings();
        if (price == null && methodology.needsPrices()) {
            found.add("/price", "missing", null, "Give the price.");
        }
        found.moneyAboveZero("/price", price);
        if (commitments != null && !commitments.isEmpty() && measures.isEmpty()) {
            found.add("/commitments", "no-catalogue", null, "Leave them out: this procurement values none.");
        }
        var offer = new BidBody("offer", null, price, null, null, null, null, commitments, null);
        new CommitmentsCheck(offer, "/commitments", BidRules.of(methodology, measures), found).check();
        ruledOnByEvaluators(offer.commitmentsOrNone(), found);
        length(offer.commitmentsOrNone(), found);
        return found.faults();
    }

    /** They stand in every evaluation, beside what evaluators say of all bids. */
    private static void length(List<CommitmentBody> commitments, Findings found) {
        var bytes = Canonical.utf8(commitments).length;
        if (bytes > LARGEST_COMMITMENTS) {
            found.add(
                    "/commitments",
                    "too-long",
                    "%,d bytes".formatted(bytes),
                    "Shorten their texts and names, to at most %,d bytes together; what is said at length belongs in the answers."
                            .formatted(LARGEST_COMMITMENTS));
        }
    }

    private static void ruledOnByEvaluators(List<CommitmentBody> commitments, Findings found) {
        for (var i = 0; i < commitments.size(); i++) {
            var commitment = commitments.get(i);
            if (commitment != null && commitment.reason() != null) {
                found.add(
                        "/commitments/%d/reason".formatted(i),
                        "not-the-bidders",
                        commitment.reason(),
                        "Leave it out: evaluators give it when they rule on commitments.");
            }
        }
    }
}
