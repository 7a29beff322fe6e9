package org.anchors.socialvalue.methodology;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.anchors.socialvalue.policy.Gate;
import org.anchors.socialvalue.policy.Notice;
import org.anchors.socialvalue.policy.Policy;
import org.anchors.socialvalue.policy.Policy.Groups;
import org.anchors.socialvalue.policy.RegimeDays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The policies on social value as they are shown. */
@Schema(name = "Policies", description = "The policies on social value, and what they ask for under a notice.")
record PoliciesView(
        @Nullable
        @Schema(description = "The policy that has to be followed under the notice that was asked about, if one has")
        String mandatory,

        @Schema(description = "The laws that hold for the notices of some days: from the first until before the last")
        List<RegimeDays> regimes,

        List<Shown> policies,

        @Schema(description = "What every bid has to pass, by the value of a year of the contract without VAT")
        List<Gate> gates) {

    /** One policy. */
    @Schema(name = "Policy", description = "A policy on social value, as data.")
    record Shown(
            String key,
            String name,

            @Schema(description = "Where it is published") String source,

            @Nullable @Schema(description = "What its outcomes are grouped under")
            Groups groups,

            @Schema(description = "Who may or must follow it, from the first day until before the last")
            List<Policy.Scope> scopes,

            @Schema(description = "The least weight of social value in percent, by the contract's value with VAT")
            List<Policy.Minimum> minimums,

            @Schema(
                    description =
                            "Whether the minimum is a share of the marks without the price where an absolute method,"
                                    + " such as price per quality point, ranks the bids")
            boolean ofNonPriceMarks,

            @Schema(description = "Whether less may be given with a recorded reason and approver")
            boolean exceptions,

            @Nullable @Schema(description = "What it asks for under the notice; absent where it does not hold there")
            Here here) {

        static Shown of(Policy policy, Optional<Notice> notice) {
            return new Shown(
                    policy.key(),
                    policy.name(),
                    policy.source(),
                    policy.groups(),
                    policy.scopes(),
                    policy.minimums(),
                    policy.ofNonPriceMarks(),
                    policy.exceptions(),
                    notice.flatMap(asked -> Here.of(policy, asked)).orElse(null));
        }
    }

    /** What a policy asks for under a notice. */
    @Schema(name = "PolicyUnderNotice", description = "What a policy asks for under a notice.")
    record Here(
            Policy.Force force,

            @Schema(description = "The least weight of social value, in percent")
            BigDecimal minimum) {

        static Optional<Here> of(Policy policy, Notice notice) {
            return policy.forceFor(notice)
                    .map(force -> new Here(force, policy.minimumFor(notice).orElseThrow()));
        }
    }

    static PoliciesView of(Optional<Notice> notice) {
        var released = ReleasedPolicies.get();
        return new PoliciesView(
                notice.flatMap(released::mandatoryFor).map(Policy::key).orElse(null),
                released.regimes(),
                released.policies().stream()
                        .map(policy -> Shown.of(policy, notice))
                        .toList(),
                released.gates());
    }
}
