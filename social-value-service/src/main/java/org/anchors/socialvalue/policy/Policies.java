package org.anchors.socialvalue.policy;

import static org.anchors.socialvalue.policy.BuyerType.CENTRAL_GOVERNMENT;
import static org.anchors.socialvalue.policy.BuyerType.LOCAL_GOVERNMENT;
import static org.anchors.socialvalue.policy.BuyerType.NHS;
import static org.anchors.socialvalue.policy.BuyerType.OTHER;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anchors.socialvalue.policy.Policy.Force;
import org.anchors.socialvalue.policy.Policy.Groups;
import org.anchors.socialvalue.policy.Policy.Minimum;
import org.anchors.socialvalue.policy.Policy.Scope;
import org.jspecify.annotations.Nullable;

/** The policies that there are; scoring.md, "The parts of a methodology". */
public final class Policies {

    private static final LocalDate PPN_002_USABLE = LocalDate.of(2025, 2, 24);
    private static final LocalDate PPN_002_MANDATORY = LocalDate.of(2025, 10, 1);
    private static final LocalDate PPN_026 = LocalDate.of(2027, 1, 1);
    private static final BigDecimal TEN = BigDecimal.TEN;

    private static final Policy PPN_06_20 = new Policy(
            "PPN_06_20",
            "PPN 06/20",
            "Cabinet Office, Procurement Policy Note 06/20: Taking account of social value in the award of central government"
                    + " contracts; for the NHS with NHS England's guidance on applying net zero and social value in procurement",
            new Groups("themes", 5, 8),
            List.of(
                    mandatory(CENTRAL_GOVERNMENT, LocalDate.of(2021, 1, 1), PPN_002_MANDATORY),
                    voluntary(NHS, LocalDate.of(2021, 4, 1), LocalDate.of(2022, 4, 1)),
                    mandatory(NHS, LocalDate.of(2022, 4, 1), PPN_002_MANDATORY),
                    voluntary(LOCAL_GOVERNMENT, LocalDate.of(2021, 1, 1), PPN_002_MANDATORY),
                    voluntary(OTHER, LocalDate.of(2021, 1, 1), PPN_002_MANDATORY)),
            List.of(new Minimum(BigDecimal.ZERO, TEN)),
            false,
            true);

    private static final Policy PPN_002_POLICY = new Policy(
            "PPN_002",
            "PPN 002",
            "Cabinet Office, PPN 002: Taking account of social value in the award of contracts",
            new Groups("missions", 5, 8),
            List.of(
                    voluntary(CENTRAL_GOVERNMENT, PPN_002_USABLE, PPN_002_MANDATORY),
                    mandatory(CENTRAL_GOVERNMENT, PPN_002_MANDATORY, PPN_026),
                    voluntary(NHS, PPN_002_USABLE, PPN_002_MANDATORY),
                    mandatory(NHS, PPN_002_MANDATORY, null),
                    voluntary(LOCAL_GOVERNMENT, PPN_002_USABLE, null),
                    voluntary(OTHER, PPN_002_USABLE, null)),
            List.of(new Minimum(BigDecimal.ZERO, TEN)),
            true,
            true);

    private static final Policy PPN_026_POLICY = new Policy(
            "PPN_026",
            "PPN 026",
            "Cabinet Office, PPN 026",
            null,
            List.of(
                    mandatory(CENTRAL_GOVERNMENT, PPN_026, null),
                    voluntary(NHS, PPN_026, null),
                    voluntary(LOCAL_GOVERNMENT, PPN_026, null),
                    voluntary(OTHER, PPN_026, null)),
            List.of(
                    new Minimum(new BigDecimal(1_000_000), TEN),
                    new Minimum(new BigDecimal(5_000_000), new BigDecimal(20))),
            false,
            false);

    private static final List<Policy> ALL = List.of(PPN_06_20, PPN_002_POLICY, PPN_026_POLICY);

    private Policies() {}

    public static List<Policy> all() {
        return ALL;
    }

    /** The policies that may be followed in a procurement with this notice. */
    public static List<Policy> usableFor(Notice notice) {
        return ALL.stream()
                .filter(policy -> policy.forceFor(notice).isPresent())
                .toList();
    }

    /** The policy that has to be followed where none is chosen. */
    public static Optional<Policy> mandatoryFor(Notice notice) {
        return ALL.stream()
                .filter(policy ->
                        policy.forceFor(notice).filter(Force.MANDATORY::equals).isPresent())
                .findFirst();
    }

    private static Scope mandatory(BuyerType buyer, LocalDate from, @Nullable LocalDate until) {
        return new Scope(buyer, from, until, Force.MANDATORY);
    }

    private static Scope voluntary(BuyerType buyer, LocalDate from, @Nullable LocalDate until) {
        return new Scope(buyer, from, until, Force.VOLUNTARY);
    }
}
