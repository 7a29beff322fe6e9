package org.anchors.socialvalue.contract;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.anchors.kit.edge.Findings;
import org.anchors.kit.rows.Rows;
import org.jspecify.annotations.Nullable;

/** What buyers have published as indicators of their contracts; scoring.md, "After the award". */
@ApplicationScoped
public class Indicators {

    /** Contracts above this value need them before they are entered into; Procurement Act 2023, section 52. */
    private static final BigDecimal ABOVE = new BigDecimal(5_000_000);

    private static final int FEWEST = 3;

    private final Rows rows;

    Indicators(Rows rows) {
        this.rows = rows;
    }

    /**
     * Holds indicators against what they are for.
     *
     * @param value of the contract in GBP
     * @param at where they stand in what was sent
     */
    public static void check(List<@Nullable Indicator> sent, BigDecimal value, String at, Findings found) {
        var keys = new HashSet<String>();
        for (var i = 0; i < sent.size(); i++) {
            var indicator = sent.get(i);
            if (indicator != null && indicator.key() != null && !keys.add(indicator.key())) {
                found.add(
                        "%s/%d/key".formatted(at, i),
                        "repeated",
                        indicator.key(),
                        "Use each key for one indicator only.");
            }
        }
        if (value.compareTo(ABOVE) > 0 && keys.size() < FEWEST) {
            found.add(
                    at,
                    "too-few-indicators",
                    String.valueOf(keys.size()),
                    "Publish at least %d: the contract is worth more than %,d GBP."
                            .formatted(FEWEST, ABOVE.toBigInteger()));
        }
    }

    public List<Indicator> of(UUID contract) {
        return rows.all(
                "select key, title, target from contract_indicator where contract = ? order by key",
                row -> new Indicator(row.getString("key"), row.getString("title"), row.getString("target")),
                contract);
    }

    public void publish(UUID contract, List<Indicator> indicators, Instant at) {
        rows.changeEach(
                "insert into contract_indicator (contract, key, title, target, published_at) values (?, ?, ?, ?, ?)",
                indicators.stream()
                        .map(indicator ->
                                new Object[] {contract, indicator.key(), indicator.title(), indicator.target(), at})
                        .toList());
    }
}
