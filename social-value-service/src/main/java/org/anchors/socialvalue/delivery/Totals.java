package org.anchors.socialvalue.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.anchors.kit.rows.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Sums over all contracts of an organisation. What is committed counts for the reporting year in which the contract's year begins that
 * it is owed in; what is delivered, for the year of the period.
 */
@ApplicationScoped
class Totals {

    private static final String YEAR_OF = """
            (extract(year from %1$s - interval '3 months')::int || '-' ||
              lpad(((extract(year from %1$s - interval '3 months')::int + 1) %% 100)::text, 2, '0'))""";

    private static final String SUMS =
            """
            with owed as (
              select coalesce(contract.catalogue, 'none') as catalogue, obligation.measure, obligation.unit, %s as year,
                coalesce(obligation.quantity, 0) as committed, 0::numeric as delivered,
                coalesce(obligation.value, 0) as committed_value, 0::numeric as delivered_value
              from contract join contract_obligation obligation on obligation.contract = contract.id
              where contract.buyer = ?
              union all
              select coalesce(contract.catalogue, 'none'), obligation.measure, obligation.unit, delivery.year,
                0, coalesce(line.quantity, 0), 0, coalesce(line.value, 0)
              from contract
              join delivery on delivery.contract = contract.id
              join delivery_line line on line.contract = delivery.contract and line.delivery = delivery.number
              join contract_obligation obligation on obligation.contract = contract.id and obligation.number = line.obligation
              where contract.buyer = ? and delivery.state = 'APPROVED' and not exists (
                select 1 from delivery later
                where later.contract = delivery.contract and later.corrects = delivery.number and later.state = 'APPROVED'))
            select year, catalogue, measure, unit, sum(committed) as committed, sum(delivered) as delivered,
              sum(committed_value) as committed_value, sum(delivered_value) as delivered_value
            from owed where cast(? as text) is null or year = ?
            group by year, catalogue, measure, unit order by year, catalogue, measure, unit
            """.formatted(YEAR_OF.formatted("(contract.starts_on + make_interval(years => obligation.year - 1))"));

    private final Rows rows;

    Totals(Rows rows) {
        this.rows = rows;
    }

    List<TotalsResource.Line> of(String organisation, @Nullable String year) {
        return rows.all(
                SUMS,
                row -> {
                    var committed = plain(row.getBigDecimal("committed"));
                    var delivered = plain(row.getBigDecimal("delivered"));
                    return new TotalsResource.Line(
                            row.getString("year"),
                            row.getString("catalogue"),
                            row.getString("measure"),
                            row.getString("unit"),
                            committed,
                            delivered,
                            Progress.share(delivered, committed),
                            Progress.OfMoney.of(
                                    row.getBigDecimal("committed_value"), row.getBigDecimal("delivered_value")));
                },
                organisation,
                organisation,
                year,
                year);
    }

    private static BigDecimal plain(BigDecimal sum) {
        return sum.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(sum.stripTrailingZeros().toPlainString());
    }
}
