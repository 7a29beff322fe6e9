package org.anchors.socialvalue.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.anchors.kit.paging.Page;
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

    private static final String SUMS = """
            with owed as (
              select coalesce(contract.catalogue, 'none') as catalogue, obligation.measure, obligation.unit, %s as year,
                coalesce(obligation.quantity, 0) as committed, 0::numeric as delivered,
                coalesce(obligation.value, 0) as committed_value, 0::numeric as delivered_value
              from contract join contract_obligation obligation on obligation.contract = contract.id
              where contract.buyer = ?
              union all
              select coalesce(contract.catalogue, 'none'), obligation.measure, obligation.unit, delivery.year,
                0, coalesce(line.quantity, 0), 0, coalesce(%s, 0)
              from contract
              join delivery on delivery.contract = contract.id
              join delivery_line line on line.contract = delivery.contract and line.delivery = delivery.number
              join contract_obligation obligation on obligation.contract = contract.id and obligation.number = line.obligation
              where contract.buyer = ? and delivery.state = 'APPROVED' and not exists (
                select 1 from delivery later
                where later.contract = delivery.contract and later.corrects = delivery.number and later.state = 'APPROVED'))
            select year, catalogue, measure, unit, sum(committed) as committed, sum(delivered) as delivered,
              sum(committed_value) as committed_value, sum(delivered_value) as delivered_value
            from owed
            where (cast(? as text) is null or year = ?) and (year, catalogue, measure, unit) > (?, ?, ?, ?)
            group by year, catalogue, measure, unit order by year, catalogue, measure, unit limit ?
            """.formatted(
            YEAR_OF.formatted("(contract.starts_on + make_interval(years => obligation.year - 1))"), Worth.OF_LINE);

    private final Rows rows;

    Totals(Rows rows) {
        this.rows = rows;
    }

    /** Of whom, and of which reporting year; null asks for all. */
    record Wanted(String organisation, @Nullable String year) {}

    /** Where a list goes on. */
    record Place(String year, String catalogue, String measure, String unit) {

        private static final String BETWEEN = "\t";
        private static final int PARTS = 4;

        static Place of(TotalsResource.Line line) {
            return new Place(line.year(), line.catalogue(), line.measure(), line.unit());
        }

        static Place of(String text) {
            if (text.isEmpty()) {
                return new Place("", "", "", "");
            }
            var parts = text.split(BETWEEN, -1);
            if (parts.length != PARTS) {
                throw Page.foreign(text);
            }
            return new Place(parts[0], parts[1], parts[2], parts[3]);
        }

        String text() {
            return String.join(BETWEEN, year, catalogue, measure, unit);
        }
    }

    List<TotalsResource.Line> behind(Place place, Wanted wanted, int most) {
        return rows.all(
                SUMS,
                row -> line(row, wanted.organisation()),
                wanted.organisation(),
                wanted.organisation(),
                wanted.year(),
                wanted.year(),
                place.year(),
                place.catalogue(),
                place.measure(),
                place.unit(),
                most);
    }

    private static TotalsResource.Line line(ResultSet row, String organisation) throws SQLException {
        var committed = plain(row.getBigDecimal("committed"));
        var delivered = plain(row.getBigDecimal("delivered"));
        return new TotalsResource.Line(
                organisation,
                row.getString("year"),
                row.getString("catalogue"),
                row.getString("measure"),
                row.getString("unit"),
                committed,
                delivered,
                Progress.share(delivered, committed),
                Progress.OfMoney.of(
                        row.getBigDecimal("committed_value"), Worth.toThePenny(row.getBigDecimal("delivered_value"))));
    }

    private static BigDecimal plain(BigDecimal sum) {
        return sum.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(sum.stripTrailingZeros().toPlainString());
    }
}
