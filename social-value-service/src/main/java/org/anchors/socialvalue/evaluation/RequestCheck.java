package org.anchors.socialvalue.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.edge.Findings;
import org.anchors.socialvalue.catalogue.MeasureView;
import org.anchors.socialvalue.methodology.MethodologyCheck;

/** The rules of a request to score bids; finds every fault, in one that may be incomplete. */
public final class RequestCheck {

    private static final CatalogueCheck.Places PLACES =
            new CatalogueCheck.Places("/catalogue", "/catalogue/edition", "/methodology/valuation");

    private final EvaluationRequest request;
    private final Optional<List<MeasureView>> measures;
    private final Findings found = new Findings();

    private RequestCheck(EvaluationRequest request, Optional<List<MeasureView>> measures) {
        this.request = request;
        this.measures = measures;
    }

    /** Faults of a request, with the measures of the catalogue that it names, if there is one of that name. */
    public static List<Fault> faultsOf(EvaluationRequest request, Optional<List<MeasureView>> measures) {
        var check = new RequestCheck(request, measures);
        if (request.methodology() != null) {
            check.found.addAll(MethodologyCheck.faultsOf(request.methodology(), "/methodology"));
        }
        check.catalogue();
        check.bids();
        return check.found.faults();
    }

    private void catalogue() {
        var choice = request.catalogue();
        if (choice == null) {
            catalogueIsNotNeeded();
            return;
        }
        found.addAll(choice.faults("/catalogue"));
        found.addAll(CatalogueCheck.faultsOf(choice.edition(), measures, request.methodology(), PLACES));
    }

    private void catalogueIsNotNeeded() {
        var commitments = request.bidsOrNone().stream()
                .anyMatch(bid -> !bid.commitmentsOrNone().isEmpty());
        var counted = request.methodology() != null && request.methodology().countsCommitments();
        if (commitments || counted) {
            found.add("/catalogue", "missing", null, "Name or send the catalogue that values the commitments.");
        }
    }

    private void bids() {
        if (request.bids() == null || request.methodology() == null) {
            return;
        }
        var rules = BidRules.of(request.methodology(), measures);
        var keys = new HashSet<String>();
        for (var i = 0; i < request.bids().size(); i++) {
            var bid = request.bids().get(i);
            if (bid == null) {
                continue;
            }
            var at = "/bids/" + i;
            if (bid.key() != null && !keys.add(bid.key())) {
                found.add(at + "/key", "repeated", bid.key(), "Use each key for one bid only.");
            }
            new BidCheck(bid, at, rules, found).check();
        }
    }
}
