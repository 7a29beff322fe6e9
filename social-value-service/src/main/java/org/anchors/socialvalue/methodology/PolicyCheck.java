package org.anchors.socialvalue.methodology;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.edge.Findings;
import org.anchors.socialvalue.policy.Notice;
import org.anchors.socialvalue.policy.Policies;
import org.anchors.socialvalue.policy.Policy;

/** What the policy of the notice's date asks of the weight of social value. */
final class PolicyCheck {

    private static final BigDecimal ALL = new BigDecimal(100);

    private final MethodologyBody body;
    private final String at;
    private final Findings found = new Findings();

    private PolicyCheck(MethodologyBody body, String at) {
        this.body = body;
        this.at = at;
    }

    static List<Fault> faultsOf(MethodologyBody body, String at) {
        var check = new PolicyCheck(body, at);
        var notice = body.notice();
        if (notice != null && body.criteria() != null) {
            check.usable(notice);
            inForce(body).ifPresent(policy -> check.minimum(policy, notice));
        }
        return check.found.faults();
    }

    /** The policy that is named, or else the one that must be followed. */
    static Optional<Policy> inForce(MethodologyBody body) {
        var notice = body.notice();
        if (notice == null) {
            return Optional.empty();
        }
        return body.policy() == null
                ? ReleasedPolicies.get().mandatoryFor(notice)
                : ReleasedPolicies.get().usableFor(notice).stream()
                        .filter(policy -> policy.key().equals(body.policy()))
                        .findFirst();
    }

    private void usable(Notice notice) {
        var released = ReleasedPolicies.get();
        var usable = released.usableFor(notice).stream().map(Policy::key);
        var none = released.mandatoryFor(notice).isPresent() ? Stream.<String>empty() : Stream.of(Policies.NONE);
        var names = Stream.concat(usable, none).toList();
        if (body.policy() != null && !names.contains(body.policy())) {
            found.add(
                    at + "/policy",
                    "policy-not-in-force",
                    body.policy(),
                    "Send one of %s.".formatted(String.join(", ", names)));
        }
    }

    private void minimum(Policy policy, Notice notice) {
        var minimum =
                policy.minimumFor(notice).orElseThrow().multiply(base(policy)).movePointLeft(2);
        var weight = body.socialValueWeight();
        if (weight.compareTo(minimum) >= 0 || body.waiver() != null && policy.exceptions()) {
            return;
        }
        found.add(
                at + "/criteria",
                "social-value-below-minimum",
                weight.toPlainString(),
                "%s asks for at least %s%s."
                        .formatted(
                                policy.name(),
                                Decimals.plain(minimum).toPlainString(),
                                policy.exceptions() ? ", or a waiver with reason and approver" : ""));
    }

    /** What the minimum is a share of: everything, or all but the price where that is ranked by an absolute method. */
    private BigDecimal base(Policy policy) {
        return body.allCriteria()
                .read()
                .filter(criterion -> policy.ofNonPriceMarks()
                        && criterion.formula() != null
                        && criterion.formula().isAbsolute())
                .map(criterion -> ALL.subtract(criterion.weightOrNone()))
                .findFirst()
                .orElse(ALL);
    }
}
