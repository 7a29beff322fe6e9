package org.anchors.socialvalue.procurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.anchors.kit.platform.Failures;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.Rows;
import org.jspecify.annotations.Nullable;

/** The procurements as they are stored. */
@ApplicationScoped
class Register {

    private static final String COLUMNS = """
            id, buyer, reference, title, catalogue, bid_deadline, published_at, state, version, cancelled_reason,
            coalesce(cancelled_at, contracted_at, awarded_at, evaluated_at, marked_at, opened_at, published_at, created_at)
              as since""";

    private final Rows rows;

    Register(Rows rows) {
        this.rows = rows;
    }

    void add(Procurement procurement, String draft) {
        try {
            rows.change(
                    """
                    insert into procurement
                      (id, buyer, reference, title, catalogue, bid_deadline, state, version, draft, created_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    procurement.id(),
                    procurement.buyer(),
                    procurement.reference(),
                    procurement.title(),
                    procurement.catalogue(),
                    procurement.bidDeadline(),
                    procurement.stage().state().name(),
                    procurement.version(),
                    draft,
                    procurement.stage().since());
        } catch (RuntimeException failure) {
            throw taken(procurement, failure);
        }
    }

    void redraft(Procurement procurement, String draft) {
        try {
            rows.change(
                    """
                    update procurement
                    set reference = ?, title = ?, catalogue = ?, bid_deadline = ?, version = ?, draft = ? where id = ?
                    """,
                    procurement.reference(),
                    procurement.title(),
                    procurement.catalogue(),
                    procurement.bidDeadline(),
                    procurement.version(),
                    draft,
                    procurement.id());
        } catch (RuntimeException failure) {
            throw taken(procurement, failure);
        }
    }

    private static RuntimeException taken(Procurement procurement, RuntimeException failure) {
        return Failures.isDuplicate(failure)
                ? new Refused(
                        ProcurementRefusal.PROCUREMENT_EXISTS,
                        "Give another reference than %s, or change the one there is."
                                .formatted(procurement.reference()))
                : failure;
    }

    /** Takes a procurement to its next version. */
    Procurement save(Procurement next) {
        var column = next.stage().state().name().toLowerCase(Locale.ROOT) + "_at";
        rows.change(
                "update procurement set state = ?, version = ?, cancelled_reason = ?, %s = ? where id = ?"
                        .formatted(column),
                next.stage().state().name(),
                next.version(),
                next.stage() instanceof Stage.Cancelled(var since, var reason) ? reason : null,
                next.stage().since(),
                next.id());
        return next;
    }

    /** The draft as it was sent last. */
    String draft(UUID id) {
        return rows.first("select draft from procurement where id = ?", row -> row.getString(1), id)
                .orElseThrow();
    }

    /** A page of those for which a condition holds, by buyer and reference; how many is the last parameter. */
    List<Procurement> behind(String condition, List<@Nullable Object> parameters) {
        return rows.all(
                "select %s from procurement where %s order by buyer, reference limit ?".formatted(COLUMNS, condition),
                Register::procurement,
                parameters.toArray());
    }

    Optional<Procurement> find(String id, String lock) {
        try {
            return rows.first(
                    "select %s from procurement where id = ? %s".formatted(COLUMNS, lock),
                    Register::procurement,
                    UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static Procurement procurement(ResultSet row) throws SQLException {
        return new Procurement(
                row.getObject("id", UUID.class),
                row.getString("buyer"),
                row.getString("reference"),
                row.getString("title"),
                row.getString("catalogue"),
                Rows.instant(row, "bid_deadline"),
                Rows.instant(row, "published_at"),
                Stage.of(
                        Stage.State.valueOf(row.getString("state")),
                        Objects.requireNonNull(Rows.instant(row, "since")),
                        row.getString("cancelled_reason")),
                row.getLong("version"));
    }
}
