package org.anchors.socialvalue.delivery;

import java.util.List;
import java.util.stream.Collectors;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.edge.Findings;
import org.anchors.socialvalue.contract.Indicator;

/** The rules of an approval: what falls short is explained, and every published indicator is rated. */
final class ApprovalCheck {

    private final DeliveryBody.Approval sent;
    private final Findings found = new Findings();

    private ApprovalCheck(DeliveryBody.Approval sent) {
        this.sent = sent;
    }

    static List<Fault> faultsOf(DeliveryBody.Approval sent, List<Indicator> published) {
        var check = new ApprovalCheck(sent);
        check.comment();
        check.indicators(published);
        return check.found.faults();
    }

    private void comment() {
        if (sent.rating() != null
                && sent.rating() != Rating.GOOD
                && (sent.comment() == null || sent.comment().isBlank())) {
            found.add("/comment", "missing", null, "Say why the rating is %s.".formatted(sent.rating()));
        }
    }

    private void indicators(List<Indicator> published) {
        var keys = published.stream().map(Indicator::key).collect(Collectors.toSet());
        var rated = sent.indicatorsOrNone();
        rated.forEach((key, rating) -> {
            if (!keys.contains(key)) {
                found.add("/indicators/" + key, "unknown-indicator", key, "Name a published indicator by its key.");
            } else if (rating == null) {
                found.add("/indicators/" + key, "missing", null, "Rate it.");
            }
        });
        keys.stream()
                .filter(key -> !rated.containsKey(key))
                .sorted()
                .forEach(key -> found.add("/indicators/" + key, "missing", null, "Rate this indicator too."));
    }
}
