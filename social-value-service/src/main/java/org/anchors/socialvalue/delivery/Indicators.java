package org.anchors.socialvalue.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.edge.Findings;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.contract.Contract;

/** What buyers have published as indicators of their contracts; scoring.md, "After the award". */
@ApplicationScoped
class Indicators {

    /** Contracts above this value need them. */
    private static final BigDecimal ABOVE = new BigDecimal(5_000_000);

    private static final int FEWEST = 3;

    private final Rows rows;

    Indicators(Rows rows) {
        this.rows = rows;
    }

    static boolean areNeeded(Contract contract) {
        return contract.value().compareTo(ABOVE) > 0;
    }

    static List<Fault> faultsOf(Indicator.All sent, Contract contract) {
        var found = new Findings();
        var indicators = sent.indicators() == null ? List.<Indicator>of() : sent.indicators();
        var keys = new HashSet<String>();
        IntStream.range(0, indicators.size())
                .filter(i -> indicators.get(i) != null && indicators.get(i).key() != null)
                .filter(i -> !keys.add(indicators.get(i).key()))
                .forEach(i -> found.add(
                        "/indicators/" + i + "/key",
                        "repeated",
                        indicators.get(i).key(),
                        "Use each key for one indicator only."));
        if (areNeeded(contract) && keys.size() < FEWEST) {
            found.add(
                    "/indicators",
                    "too-few-indicators",
                    String.valueOf(keys.size()),
                    "Publish at least %d: the contract is worth more than %,d GBP."
                            .formatted(FEWEST, ABOVE.toBigInteger()));
        }
        return found.faults();
    }

    List<Indicator> of(UUID contract) {
        return rows.all(
                "select key, title, target from contract_indicator where contract = ? order by key",
                row -> new Indicator(row.getString("key"), row.getString("title"), row.getString("target")),
                contract);
    }

    /** Those of a contract as everybody may read them, where there are any. */
    Optional<Indicator.Published> published(Contract contract) {
        return Optional.of(of(contract.id()))
                .filter(indicators -> !indicators.isEmpty())
                .map(indicators -> new Indicator.Published(
                        contract.key(),
                        contract.buyer(),
                        contract.title(),
                        contract.supplier().name(),
                        indicators,
                        newestRatings(contract.id()).orElse(null)));
    }

    private Optional<Indicator.Rated> newestRatings(UUID contract) {
        return rows.first(
                """
                select from_day, to_day, ratings from delivery
                where contract = ? and ratings is not null and %s order by to_day desc, number desc limit 1
                """.formatted(Delivered.COUNTS),
                row -> new Indicator.Rated(
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getString("ratings")),
                contract);
    }

    void publish(UUID contract, List<Indicator> indicators, Instant at) {
        rows.changeEach(
                "insert into contract_indicator (contract, key, title, target, published_at) values (?, ?, ?, ?, ?)",
                indicators.stream()
                        .map(indicator ->
                                new Object[] {contract, indicator.key(), indicator.title(), indicator.target(), at})
                        .toList());
    }
}
