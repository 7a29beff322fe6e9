package org.anchors.socialvalue.policy;

import static org.anchors.socialvalue.policy.BuyerType.CENTRAL_GOVERNMENT;
import static org.anchors.socialvalue.policy.BuyerType.NHS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** The gates that policies call for; scoring.md, "The parts of a methodology", and docs/decisions/0017. */
public final class Gates {

    public static final String CARBON_REDUCTION_PLAN = "carbon-reduction-plan";
    public static final String NET_ZERO_COMMITMENT = "net-zero-commitment";
    public static final String MODERN_SLAVERY_ASSESSMENT = "modern-slavery-assessment";

    private static final BigDecimal MAJOR = new BigDecimal(5_000_000);
    private static final BigDecimal SMALL = new BigDecimal(10_000);
    private static final LocalDate NHS_NET_ZERO = LocalDate.of(2024, 4, 1);
    private static final LocalDate MODERN_SLAVERY = LocalDate.of(2023, 4, 1);

    private static final List<Gate> ALL = List.of(
            new Gate(
                    CARBON_REDUCTION_PLAN,
                    "Carbon reduction plan",
                    "Cabinet Office, PPN 06/21, since February 2025 PPN 006; NHS England, Carbon reduction plan and net zero"
                            + " commitment requirements for the procurement of NHS goods, services and works",
                    List.of(
                            new Gate.Call(CENTRAL_GOVERNMENT, LocalDate.of(2021, 9, 30), MAJOR, null, false),
                            new Gate.Call(NHS, LocalDate.of(2023, 4, 1), MAJOR, null, false),
                            new Gate.Call(NHS, NHS_NET_ZERO, BigDecimal.ZERO, null, true)),
                    null),
            new Gate(
                    NET_ZERO_COMMITMENT,
                    "Net zero commitment",
                    "NHS England, Carbon reduction plan and net zero commitment requirements for the procurement of NHS goods,"
                            + " services and works",
                    List.of(new Gate.Call(NHS, NHS_NET_ZERO, SMALL, MAJOR, false)),
                    CARBON_REDUCTION_PLAN),
            new Gate(
                    MODERN_SLAVERY_ASSESSMENT,
                    "Modern slavery assessment",
                    "Cabinet Office, PPN 02/23, since February 2025 PPN 009; from 17 May 2026 also the National Health Service"
                            + " (Procurement, Slavery and Human Trafficking) Regulations 2025",
                    List.of(
                            new Gate.Call(CENTRAL_GOVERNMENT, MODERN_SLAVERY, BigDecimal.ZERO, null, false),
                            new Gate.Call(NHS, MODERN_SLAVERY, BigDecimal.ZERO, null, false)),
                    null));

    private Gates() {}

    public static List<Gate> all() {
        return ALL;
    }

    /** The gates that a purchase is called to have and that are not among those it has. */
    public static List<Gate> missing(Gate.Purchase purchase, Collection<String> present) {
        var called = ALL.stream().filter(gate -> gate.isCalledFor(purchase)).toList();
        return called.stream()
                .filter(gate -> !present.contains(gate.key()))
                .filter(gate -> gate.metBy() == null
                        || !present.contains(gate.metBy())
                                && called.stream()
                                        .noneMatch(other -> other.key().equals(gate.metBy())))
                .toList();
    }
}
