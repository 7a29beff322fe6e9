package org.anchors.socialvalue.panel;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.caller.Role;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.procurement.Procurement;
import org.jspecify.annotations.Nullable;

/** The evaluators of all procurements. */
@ApplicationScoped
public class Panel {

    private static final String COLUMNS =
            "account, subject, assigned_at, submitted_at, released_at, released_by, released_for, version";

    private final Rows rows;
    private final Caller caller;

    Panel(Rows rows, Caller caller) {
        this.rows = rows;
        this.caller = caller;
    }

    /** Those of a procurement, by account. */
    public List<Evaluator> of(UUID procurement) {
        return rows.all(
                "select %s from evaluator where procurement = ? order by account".formatted(COLUMNS),
                Panel::evaluator,
                procurement);
    }

    /**
     * The caller as an evaluator who was appointed and not released. An account is known by its name until it marks for the first
     * time, and by its subject from then on.
     */
    public Optional<Evaluator> caller(UUID procurement) {
        return caller(procurement, "");
    }

    private Optional<Evaluator> caller(UUID procurement, String lock) {
        return !caller.has(Role.EVALUATOR)
                ? Optional.empty()
                : rows.first(
                        """
                        select %s from evaluator
                        where procurement = ? and account = ? and (subject is null or subject = ?) and released_at is null
                        %s""".formatted(COLUMNS, lock), Panel::evaluator, procurement, caller.name(), caller.subject());
    }

    /** The same; anybody else is answered as if there were no such procurement. */
    public Evaluator requireCaller(Procurement procurement) {
        return caller(procurement.id()).orElseThrow(() -> unknown(procurement));
    }

    /** The same, held until the transaction ends. */
    public Evaluator holdCaller(Procurement procurement) {
        return caller(procurement.id(), "for update").orElseThrow(() -> unknown(procurement));
    }

    private static Refused unknown(Procurement procurement) {
        return Refused.notFound("The procurement " + procurement.id());
    }

    /** The marks of the calling evaluator were changed. */
    public Evaluator marked(UUID procurement, Evaluator evaluator) {
        rows.change(
                "update evaluator set subject = ?, version = version + 1 where procurement = ? and account = ?",
                caller.subject(),
                procurement,
                evaluator.account());
        return caller(procurement).orElseThrow();
    }

    /** The marks of the calling evaluator are in, from now on. */
    public Evaluator submitted(UUID procurement, Evaluator evaluator) {
        rows.change(
                "update evaluator set submitted_at = clock_timestamp() where procurement = ? and account = ?",
                procurement,
                evaluator.account());
        return marked(procurement, evaluator);
    }

    void appoint(UUID procurement, Collection<String> accounts, Instant at) {
        rows.changeEach(
                """
                insert into evaluator (procurement, account, version, assigned_at) values (?, ?, 0, ?)
                on conflict do nothing
                """,
                accounts.stream()
                        .map(account -> new @Nullable Object[] {procurement, account, at})
                        .toList());
    }

    void dismiss(UUID procurement, Collection<String> accounts) {
        rows.changeEach(
                "delete from evaluator where procurement = ? and account = ?",
                accounts.stream()
                        .map(account -> new @Nullable Object[] {procurement, account})
                        .toList());
    }

    void release(UUID procurement, String account, Evaluator.Release release) {
        rows.change("""
                update evaluator set released_at = ?, released_by = ?, released_for = ? where procurement = ? and account = ?
                """, release.at(), release.by(), release.reason(), procurement, account);
    }

    private static Evaluator evaluator(ResultSet row) throws SQLException {
        var releasedAt = Rows.instant(row, "released_at");
        return new Evaluator(
                row.getString("account"),
                Objects.requireNonNull(Rows.instant(row, "assigned_at")),
                Rows.instant(row, "submitted_at"),
                releasedAt == null
                        ? null
                        : new Evaluator.Release(
                                releasedAt, row.getString("released_by"), row.getString("released_for")),
                row.getLong("version"));
    }
}
