package org.anchors.kit.edge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.anchors.contracts.problem.Fault;
import org.jspecify.annotations.Nullable;

/** Collects what rules find wrong with a body, with its place. A body of a hundred thousand values may break a rule at each. */
public final class Findings {

    /** One more than a refusal lists, so that it can say that there are more. */
    private static final int MOST = 1_001;

    /** All money is below it. */
    public static final BigDecimal MOST_MONEY = new BigDecimal("1000000000000");

    private static final int PENCE = 2;

    private final List<Fault> faults = new ArrayList<>();

    public void add(String at, String rule, @Nullable String given, String mend) {
        if (faults.size() < MOST) {
            faults.add(new Fault(at, rule, given, mend));
        }
    }

    public void addAll(List<Fault> found) {
        found.forEach(fault -> add(fault.at(), fault.rule(), fault.given(), fault.mend()));
    }

    /** An amount above 0, below 1e12 and in whole pence, if there is one. */
    public void moneyAboveZero(String at, @Nullable BigDecimal amount) {
        if (amount == null) {
            return;
        }
        var given = amount.toPlainString();
        if (amount.signum() <= 0) {
            add(at, "not-above-zero", given, "Send more than 0.");
        } else if (amount.compareTo(MOST_MONEY) >= 0) {
            add(at, "amount-out-of-range", given, "Send less than 1e12.");
        } else if (amount.stripTrailingZeros().scale() > PENCE) {
            add(at, "more-than-two-places", given, "Send whole pence.");
        }
    }

    /** A number between bounds that it may reach, if there is one. */
    public void between(String at, @Nullable BigDecimal number, BigDecimal least, BigDecimal most) {
        if (number != null && (number.compareTo(least) < 0 || number.compareTo(most) > 0)) {
            add(
                    at,
                    "out-of-range",
                    number.toPlainString(),
                    "Send %s to %s.".formatted(least.toPlainString(), most.toPlainString()));
        }
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }
}
