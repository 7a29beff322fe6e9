package org.anchors.socialvalue.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anchors.kit.rows.Rows;
import org.jspecify.annotations.Nullable;

/** What was stated of contracts before, to hold a new statement against. */
@ApplicationScoped
class EarlierStatements {

    private final Deliveries deliveries;
    private final Rows rows;

    EarlierStatements(Deliveries deliveries, Rows rows) {
        this.deliveries = deliveries;
        this.rows = rows;
    }

    DeliveryCheck.Earlier of(UUID contract) {
        return new DeliveryCheck.Earlier() {
            @Override
            public Optional<Delivery> find(int number) {
                return deliveries.find(contract, number);
            }

            @Override
            public Map<Integer, Integer> statedIn(LocalDate from, LocalDate to, @Nullable Integer corrects) {
                return stated(contract, from, to, corrects);
            }
        };
    }

    /**
     * Which statement says of each obligation what was delivered in a time that a period has in common with its own; those that were
     * rejected or corrected, the one that is to be corrected, and what else corrects that one, left out.
     */
    private Map<Integer, Integer> stated(UUID contract, LocalDate from, LocalDate to, @Nullable Integer corrects) {
        var stated = new HashMap<Integer, Integer>();
        rows.each(
                """
                select line.obligation, min(delivery.number) as number from delivery
                join delivery_line line on line.contract = delivery.contract and line.delivery = delivery.number
                where delivery.contract = ? and delivery.state <> 'REJECTED' and delivery.from_day <= ? and delivery.to_day >= ?
                  and ? not in (delivery.number, coalesce(delivery.corrects, 0)) and not exists (
                    select 1 from delivery later
                    where later.contract = delivery.contract and later.corrects = delivery.number and later.state = 'APPROVED')
                group by line.obligation
                """,
                row -> stated.put(row.getInt("obligation"), row.getInt("number")),
                contract,
                to,
                from,
                corrects == null ? -1 : corrects);
        return stated;
    }
}
