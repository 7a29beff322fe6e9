package org.anchors.socialvalue.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.anchors.kit.rows.Rows;
import org.jspecify.annotations.Nullable;

/** What is delivered of contracts, by the statements that count. */
@ApplicationScoped
class Delivered {

    /** What counts: approved, and corrected by nothing that is approved. */
    static final String COUNTS = """
            delivery.state = 'APPROVED' and not exists (
              select 1 from delivery later
              where later.contract = delivery.contract and later.corrects = delivery.number and later.state = 'APPROVED')
            """;

    private static final String FROM_LINES = """
            from delivery
            join delivery_line line on line.contract = delivery.contract and line.delivery = delivery.number
            join contract_obligation obligation on obligation.contract = line.contract and obligation.number = line.obligation
            """;

    private final Rows rows;

    Delivered(Rows rows) {
        this.rows = rows;
    }

    /** All that counts of a contract in a reporting year, in GBP. */
    BigDecimal in(UUID contract, String year) {
        return rows.first("""
                        select coalesce(sum(%s), 0) %s where delivery.contract = ? and delivery.year = ? and %s
                        """.formatted(Worth.OF_LINE, FROM_LINES, COUNTS), row -> row.getBigDecimal(1), contract, year)
                .map(Worth::toThePenny)
                .orElseThrow();
    }

    /** The number of the next statement about a contract and a year. */
    int nextVersion(UUID contract, String year) {
        return rows.first("""
                        insert into delivery_statement (contract, year, version) values (?, ?, 1)
                        on conflict (contract, year) do update set version = delivery_statement.version + 1
                        returning version
                        """, row -> row.getInt(1), contract, year).orElseThrow();
    }

    /** What counts of each obligation of a contract. */
    List<Counted> counted(UUID contract) {
        return rows.all(
                """
                select line.obligation, sum(line.quantity) as quantity, sum(%s) as value
                %s where delivery.contract = ? and %s group by line.obligation order by line.obligation
                """.formatted(Worth.OF_LINE, FROM_LINES, COUNTS),
                row -> new Counted(row.getInt("obligation"), row.getBigDecimal("quantity"), row.getBigDecimal("value")),
                contract);
    }

    /**
     * What was delivered of an obligation over all periods.
     *
     * @param value in GBP, not rounded
     */
    record Counted(
            int obligation,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal value) {}
}
