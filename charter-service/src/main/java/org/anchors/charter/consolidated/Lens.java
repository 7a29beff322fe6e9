package org.anchors.charter.consolidated;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.anchors.charter.indicator.Indicator;
import org.anchors.kit.disclosure.Count;
import org.anchors.kit.disclosure.Policy;

/** How a disclosure policy lets counts of people be seen; everything else is seen as it is. */
record Lens(Policy policy) {

    /** Whether an indicator is seen as it is. */
    boolean isClear(Indicator indicator) {
        return !policy.protects() || !indicator.disclosureControl();
    }

    /** An exact sum as it may be seen; empty where it is suppressed. */
    Optional<BigDecimal> see(Indicator indicator, BigDecimal exact) {
        return isClear(indicator) ? Optional.of(exact) : see(exact);
    }

    /** A count of people as it may be seen; empty where it is suppressed, and where it is no count. */
    private Optional<BigDecimal> see(BigDecimal people) {
        if (people.signum() < 0) {
            return Optional.empty();
        }
        return switch (policy.of(people(people))) {
            case Count.Shown(long number) -> Optional.of(BigDecimal.valueOf(number));
            case Count.Suppressed() -> Optional.empty();
        };
    }

    /** People are counted in whole numbers; the projection keeps them as numbers with places. */
    static long people(BigDecimal count) {
        return count.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
