package org.anchors.socialvalue.opendata;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.catalogue.Kind;
import org.anchors.socialvalue.contract.Contracts;
import org.anchors.socialvalue.procurement.Lots;
import org.anchors.socialvalue.procurement.Procurement;

/** Reads what may be published of awards. No question here reads anything of a bid that lost. */
@ApplicationScoped
class Awards {

    private final Rows rows;
    private final Lots lots;
    private final Contracts contracts;

    Awards(Rows rows, Lots lots, Contracts contracts) {
        this.rows = rows;
        this.lots = lots;
        this.contracts = contracts;
    }

    /** When an award was announced, if it was. */
    Optional<Instant> announced(Procurement procurement) {
        return instant("select recorded_at as at from award_notice where procurement = ?", procurement);
    }

    /** What is known of an award; none before there is one. */
    Optional<Awarded> of(Procurement procurement) {
        var decisions = decisions(procurement.id());
        return decisions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Awarded(
                        procurement,
                        lots(procurement),
                        decisions,
                        contracts.of(procurement.id()),
                        owed(procurement.id()),
                        delivered(procurement.id()),
                        indicators(procurement.id()),
                        asOf(procurement)));
    }

    private List<Awarded.Decision> decisions(UUID procurement) {
        return rows.all("""
                select award.lot, award.decided_at, bid.supplier, bid.supplier_id, bid.price
                from award left join bid on bid.reference = award.bid
                where award.procurement = ? order by award.lot
                """, Awards::decision, procurement);
    }

    private List<Awarded.OfLot> lots(Procurement procurement) {
        record Count(int bids, int valid) {}
        var counts = new HashMap<String, Count>();
        rows.each(
                """
                select lot, count(*) as bids, coalesce((
                  select jsonb_array_length(result::jsonb -> 'ranking') from lot_evaluation
                  where lot_evaluation.procurement = bid.procurement and lot_evaluation.lot = bid.lot), 0) as valid
                from bid where procurement = ? and state = 'OPENED' group by procurement, lot
                """,
                row -> counts.put(row.getString("lot"), new Count(row.getInt("bids"), row.getInt("valid"))),
                procurement.id());
        return lots.of(procurement).stream()
                .map(lot -> {
                    var count = counts.getOrDefault(lot.key(), new Count(0, 0));
                    return new Awarded.OfLot(lot, count.bids(), count.valid());
                })
                .toList();
    }

    private List<Awarded.Owed> owed(UUID procurement) {
        return rows.all(
                """
                select contract, number, measure, kind, unit, year, quantity from contract_obligation
                where contract in (select id from contract where procurement = ?) order by contract, number
                """,
                row -> new Awarded.Owed(
                        row.getObject("contract", UUID.class),
                        row.getInt("number"),
                        row.getString("measure"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("unit"),
                        row.getInt("year"),
                        row.getBigDecimal("quantity")),
                procurement);
    }

    /** One sum for each obligation and reporting year: however many statements there are, and a correction overwrites it. */
    private List<Awarded.Delivered> delivered(UUID procurement) {
        return rows.all(
                """
                select line.contract, line.obligation, delivery.year, min(delivery.from_day) as from_day,
                  max(delivery.to_day) as to_day, sum(line.quantity) as quantity
                from delivery join delivery_line line on line.contract = delivery.contract and line.delivery = delivery.number
                where delivery.contract in (select id from contract where procurement = ?)
                  and delivery.state = 'APPROVED' and line.quantity is not null and not exists (
                    select 1 from delivery later
                    where later.contract = delivery.contract and later.corrects = delivery.number and later.state = 'APPROVED')
                group by line.contract, line.obligation, delivery.year
                order by line.contract, line.obligation, delivery.year
                """,
                row -> new Awarded.Delivered(
                        row.getObject("contract", UUID.class),
                        row.getInt("obligation"),
                        row.getString("year"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getBigDecimal("quantity")),
                procurement);
    }

    private Map<UUID, Instant> indicators(UUID procurement) {
        var published = new HashMap<UUID, Instant>();
        rows.each(
                """
                select contract, min(published_at) as at from contract_indicator
                where contract in (select id from contract where procurement = ?) group by contract
                """,
                row -> published.put(
                        row.getObject("contract", UUID.class), Objects.requireNonNull(Rows.instant(row, "at"))),
                procurement);
        return published;
    }

    private Instant asOf(Procurement procurement) {
        var performed = instant("""
                with of_procurement as (select id from contract where procurement = ?)
                select greatest(
                  (select max(decided_at) from delivery
                   where state = 'APPROVED' and contract in (select id from of_procurement)),
                  (select max(published_at) from contract_indicator
                   where contract in (select id from of_procurement))) as at
                """, procurement);
        return Stream.of(Optional.of(procurement.stage().since()), announced(procurement), performed)
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private Optional<Instant> instant(String sql, Procurement procurement) {
        return rows.all(sql, row -> Optional.ofNullable(Rows.instant(row, "at")), procurement.id()).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Awarded.Decision decision(ResultSet row) throws SQLException {
        var supplier = row.getString("supplier");
        return new Awarded.Decision(
                row.getString("lot"),
                Objects.requireNonNull(Rows.instant(row, "decided_at")),
                supplier == null
                        ? null
                        : new Awarded.Winner(supplier, row.getString("supplier_id"), row.getBigDecimal("price")));
    }
}
