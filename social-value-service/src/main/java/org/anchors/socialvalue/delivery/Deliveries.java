package org.anchors.socialvalue.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchors.kit.platform.Failures;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.Rows;
import org.jspecify.annotations.Nullable;

/** All statements of what was delivered. */
@ApplicationScoped
class Deliveries {

    private static final String SELECT = """
            select delivery.number, delivery.from_day, delivery.to_day, delivery.year, delivery.corrects,
              (select later.number from delivery later
               where later.contract = delivery.contract and later.corrects = delivery.number and later.state = 'APPROVED')
                as corrected_by,
              delivery.reason, delivery.state, delivery.rating, delivery.comment, delivery.ratings, delivery.evidence,
              delivery.recorded_at, delivery.recorded_by, delivery.decided_at, delivery.decided_by
            from delivery
            """;

    private final Rows rows;

    Deliveries(Rows rows) {
        this.rows = rows;
    }

    /** Holds a contract until the transaction ends, so that its statements are counted and decided upon one after the other. */
    void hold(UUID contract) {
        rows.first("select 1 from contract where id = ? for update", row -> true, contract);
    }

    int nextNumber(UUID contract) {
        return rows.first(
                        "select coalesce(max(number), 0) + 1 from delivery where contract = ?",
                        row -> row.getInt(1),
                        contract)
                .orElseThrow();
    }

    /** Whether somebody stated it; by name where it was stated before subjects were kept. */
    boolean isStatedBy(UUID contract, Delivery delivery, DeliveryAccess.Person person) {
        return rows.first("""
                        select 1 from delivery where contract = ? and number = ?
                          and (recorded_subject = ? or recorded_subject is null and recorded_by = ?)
                        """, row -> true, contract, delivery.number(), person.subject(), person.name())
                .isPresent();
    }

    void add(UUID contract, Delivery delivery, String subject) {
        rows.change(
                """
                insert into delivery
                  (contract, number, from_day, to_day, year, corrects, reason, evidence, state, recorded_at, recorded_by,
                   recorded_subject)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                contract,
                delivery.number(),
                delivery.from(),
                delivery.to(),
                delivery.year(),
                delivery.corrects(),
                delivery.reason(),
                delivery.evidence(),
                delivery.state().name(),
                delivery.recordedAt(),
                delivery.recordedBy(),
                subject);
        rows.changeEach(
                "insert into delivery_line (contract, delivery, obligation, quantity, value, text) values (?, ?, ?, ?, ?, ?)",
                delivery.lines().stream()
                        .map(line -> new @Nullable Object[] {
                            contract, delivery.number(), line.obligation(), line.quantity(), line.value(), line.text()
                        })
                        .toList());
    }

    /** Writes down what was decided. */
    void decide(UUID contract, Delivery decided) {
        try {
            rows.change(
                    """
                    update delivery set state = ?, rating = ?, comment = ?, ratings = ?, decided_at = ?, decided_by = ?
                    where contract = ? and number = ?
                    """,
                    decided.state().name(),
                    decided.rating() == null ? null : decided.rating().name(),
                    decided.comment(),
                    decided.indicators(),
                    decided.decidedAt(),
                    decided.decidedBy(),
                    contract,
                    decided.number());
        } catch (RuntimeException failure) {
            throw Failures.isDuplicate(failure)
                    ? new Refused(
                            DeliveryRefusal.DELIVERY_CORRECTED, "Another correction of it was approved meanwhile.")
                    : failure;
        }
    }

    Delivery require(UUID contract, int number) {
        return find(contract, number).orElseThrow(() -> Refused.notFound("The delivery " + number));
    }

    Optional<Delivery> find(UUID contract, int number) {
        return withLines(
                        contract,
                        rows.all(
                                SELECT + " where contract = ? and number = ?",
                                Deliveries::withoutLines,
                                contract,
                                number))
                .stream()
                .findFirst();
    }

    List<Delivery> behind(UUID contract, int number, int most) {
        return withLines(
                contract,
                rows.all(
                        SELECT + " where contract = ? and number > ? order by number limit ?",
                        Deliveries::withoutLines,
                        contract,
                        number,
                        most));
    }

    private List<Delivery> withLines(UUID contract, List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return deliveries;
        }
        record Of(int delivery, Delivery.Line line) {}
        Map<Integer, List<Of>> lines = rows
                .all(
                        """
                        select delivery, obligation, quantity, value, text from delivery_line
                        where contract = ? and delivery between ? and ? order by delivery, obligation
                        """,
                        row -> new Of(row.getInt("delivery"), line(row)),
                        contract,
                        deliveries.getFirst().number(),
                        deliveries.getLast().number())
                .stream()
                .collect(Collectors.groupingBy(Of::delivery));
        return deliveries.stream()
                .map(delivery -> delivery.withLines(lines.getOrDefault(delivery.number(), List.of()).stream()
                        .map(Of::line)
                        .toList()))
                .toList();
    }

    private static Delivery.Line line(ResultSet row) throws SQLException {
        return new Delivery.Line(
                row.getInt("obligation"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("value"),
                row.getString("text"));
    }

    private static Delivery withoutLines(ResultSet row) throws SQLException {
        var rating = row.getString("rating");
        return new Delivery(
                row.getInt("number"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getString("year"),
                row.getObject("corrects", Integer.class),
                row.getObject("corrected_by", Integer.class),
                row.getString("reason"),
                Delivery.State.valueOf(row.getString("state")),
                rating == null ? null : Rating.valueOf(rating),
                row.getString("comment"),
                row.getString("ratings"),
                row.getString("evidence"),
                List.of(),
                Objects.requireNonNull(Rows.instant(row, "recorded_at")),
                row.getString("recorded_by"),
                Rows.instant(row, "decided_at"),
                row.getString("decided_by"));
    }
}
