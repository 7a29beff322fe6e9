package org.anchors.socialvalue.contract;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.catalogue.Kind;
import org.jspecify.annotations.Nullable;

/** All contracts with their obligations. */
@ApplicationScoped
public class Contracts {

    private static final String COLUMNS = """
            id, key, buyer, procurement, lot, bid, title, supplier, supplier_id, value, value_reason, signed_on, starts_on, term_years,
            social_value_weight, catalogue, awarded_on, confirmed_at""";

    private final Rows rows;

    Contracts(Rows rows) {
        this.rows = rows;
    }

    /** Adds a contract with all that the supplier owes. */
    public void add(Contract contract, Collection<Obligation> obligations, String confirmedBy) {
        rows.change(
                "insert into contract (%s, confirmed_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        .formatted(COLUMNS),
                contract.id(),
                contract.key(),
                contract.buyer(),
                contract.procurement(),
                contract.lot(),
                contract.bid(),
                contract.title(),
                contract.supplier().name(),
                contract.supplier().identifier(),
                contract.value(),
                contract.valueReason(),
                contract.term().signedOn(),
                contract.term().startsOn(),
                contract.term().years(),
                contract.socialValueWeight(),
                contract.catalogue(),
                contract.awardedOn(),
                contract.confirmedAt(),
                confirmedBy);
        rows.changeEach(
                """
                insert into contract_obligation
                  (contract, number, measure, kind, unit, year, quantity, proxy, value, text, beneficiary, counted)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                obligations.stream()
                        .map(obligation -> fields(contract.id(), obligation))
                        .toList());
    }

    public Optional<Contract> find(UUID id) {
        return rows.first("select %s from contract where id = ?".formatted(COLUMNS), Contracts::contract, id);
    }

    /** The contracts that came of a procurement, by lot. */
    public List<Contract> of(UUID procurement) {
        return rows.all(
                "select %s from contract where procurement = ? order by lot".formatted(COLUMNS),
                Contracts::contract,
                procurement);
    }

    /** A buyer's contracts by key, those behind one; everybody's where no buyer is named. */
    public List<Contract> behind(String key, @Nullable String buyer, int most) {
        return buyer == null
                ? rows.all(
                        "select %s from contract where key > ? order by key limit ?".formatted(COLUMNS),
                        Contracts::contract,
                        key,
                        most)
                : rows.all(
                        "select %s from contract where buyer = ? and key > ? order by key limit ?".formatted(COLUMNS),
                        Contracts::contract,
                        buyer,
                        key,
                        most);
    }

    /** What the supplier owes under a contract, by number. */
    public List<Obligation> obligations(UUID contract) {
        return rows.all("""
                select number, measure, kind, unit, year, quantity, proxy, value, text, beneficiary, counted
                from contract_obligation where contract = ? order by number
                """, Contracts::obligation, contract);
    }

    /** What the suppliers owe under the contracts that came of a procurement, by contract. */
    public Map<UUID, List<Obligation>> obligationsOf(UUID procurement) {
        var found = new HashMap<UUID, List<Obligation>>();
        rows.each(
                """
                select contract, number, measure, obligation.kind, unit, year, quantity, proxy, obligation.value, text, beneficiary,
                  counted
                from contract_obligation obligation join contract on contract.id = obligation.contract
                where procurement = ? order by contract, number
                """,
                row -> found.computeIfAbsent(row.getObject("contract", UUID.class), contract -> new ArrayList<>())
                        .add(obligation(row)),
                procurement);
        return found;
    }

    private static @Nullable Object[] fields(UUID contract, Obligation obligation) {
        return new @Nullable Object[] {
            contract,
            obligation.number(),
            obligation.measure(),
            obligation.kind().name(),
            obligation.unit(),
            obligation.year(),
            obligation.quantity(),
            obligation.proxy(),
            obligation.value(),
            obligation.text(),
            obligation.beneficiary(),
            obligation.counted()
        };
    }

    private static Contract contract(ResultSet row) throws SQLException {
        return new Contract(
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getString("buyer"),
                row.getObject("procurement", UUID.class),
                row.getString("lot"),
                row.getString("bid"),
                row.getString("title"),
                new Contract.Supplier(row.getString("supplier"), row.getString("supplier_id")),
                row.getBigDecimal("value"),
                row.getString("value_reason"),
                new Contract.Term(
                        row.getObject("signed_on", LocalDate.class),
                        row.getObject("starts_on", LocalDate.class),
                        row.getInt("term_years")),
                row.getBigDecimal("social_value_weight"),
                row.getString("catalogue"),
                row.getObject("awarded_on", LocalDate.class),
                Objects.requireNonNull(Rows.instant(row, "confirmed_at")));
    }

    private static Obligation obligation(ResultSet row) throws SQLException {
        return new Obligation(
                row.getInt("number"),
                row.getString("measure"),
                Kind.valueOf(row.getString("kind")),
                row.getString("unit"),
                row.getInt("year"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("proxy"),
                row.getBigDecimal("value"),
                row.getString("text"),
                row.getString("beneficiary"),
                row.getBoolean("counted"));
    }
}
