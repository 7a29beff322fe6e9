package org.anchors.socialvalue.procurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.caller.Role;
import org.anchors.kit.paging.Page;
import org.anchors.kit.platform.Failures;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.Rows;
import org.jspecify.annotations.Nullable;

/** The procurements, and who may see them. */
@ApplicationScoped
public class Procurements {

    private static final String COLUMNS = """
            id, buyer, reference, title, catalogue, bid_deadline, published_at, state, version, cancelled_reason,
            coalesce(cancelled_at, contracted_at, awarded_at, evaluated_at, marked_at, opened_at, published_at, created_at)
              as since""";

    private final Rows rows;
    private final Caller caller;

    Procurements(Rows rows, Caller caller) {
        this.rows = rows;
        this.caller = caller;
    }

    /** What a list is asked for; null asks for all. */
    record Wanted(@Nullable String buyer, Stage.@Nullable State state) {}

    /** Where a list goes on. */
    record Place(String buyer, String reference) {

        static Place of(String text) {
            var slash = text.indexOf('/');
            if (slash < 0 && !text.isEmpty()) {
                throw Page.foreign(text);
            }
            return slash < 0 ? new Place("", "") : new Place(text.substring(0, slash), text.substring(slash + 1));
        }
    }

    /** The procurement, unless it does not exist or the caller may not know of it. */
    public Procurement require(String id) {
        return find(id, "").filter(this::isVisible).orElseThrow(() -> unknown(id));
    }

    /** The same as the caller may see it; outsiders learn nothing of the stages between publication and contract. */
    Procurement requireSeen(String id) {
        return seen(require(id));
    }

    private Procurement seen(Procurement procurement) {
        return isInside(procurement.buyer()) ? procurement : procurement.inPublic();
    }

    private boolean isInside(String buyer) {
        return caller.has(Role.AUDITOR)
                || caller.belongsTo(buyer) && (caller.has(Role.PROCUREMENT_OFFICER) || caller.has(Role.EVALUATOR));
    }

    /** The same for those of its buyer who work on it, and the auditor; everybody else is answered as if it did not exist. */
    public Procurement requireInside(String id) {
        return find(id, "")
                .filter(this::isVisible)
                .filter(procurement -> caller.has(Role.AUDITOR) || caller.belongsTo(procurement.buyer()))
                .orElseThrow(() -> unknown(id));
    }

    /**
     * The procurement for a step in its life by its buyer, held until the transaction ends.
     *
     * @param ifMatch the version that the step is taken on
     */
    public Procurement requireForStep(String id, @Nullable String ifMatch) {
        var procurement = requireOwn(id, "for update");
        procurement.tagged().require(ifMatch);
        return procurement;
    }

    /** The procurement for something that happens beside its life; until the transaction ends it takes no step. */
    public Procurement requireForWork(String id) {
        return requireOwn(id, "for share");
    }

    private Procurement requireOwn(String id, String lock) {
        return find(id, lock)
                .filter(procurement -> caller.belongsTo(procurement.buyer()))
                .filter(this::isVisible)
                .orElseThrow(() -> unknown(id));
    }

    /** Whoever buys sees its drafts, its evaluators do not; what was published is public. */
    private boolean isVisible(Procurement procurement) {
        return procurement.publishedAt() != null
                || caller.has(Role.AUDITOR)
                || caller.has(Role.PROCUREMENT_OFFICER) && caller.belongsTo(procurement.buyer());
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

    /** Takes a procurement to its next stage. */
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

    /** Those that the caller may see, by buyer and reference. */
    List<Procurement> behind(Place place, Wanted wanted, int most) {
        var where = new StringBuilder("(buyer, reference) > (?, ?)");
        var parameters = new ArrayList<@Nullable Object>(List.of(place.buyer(), place.reference()));
        if (wanted.buyer() != null) {
            where.append(" and buyer = ?");
            parameters.add(wanted.buyer());
        }
        if (wanted.state() != null) {
            where.append(" and case when ? or buyer = ? then state else public_state end = ?");
            parameters.add(caller.has(Role.AUDITOR));
            parameters.add(caller.organisation().filter(this::isInside).orElse(""));
            parameters.add(wanted.state().name());
        }
        if (!caller.has(Role.AUDITOR)) {
            where.append(" and (published_at is not null or buyer = ?)");
            parameters.add(
                    caller.has(Role.PROCUREMENT_OFFICER) ? caller.organisation().orElse("") : "");
        }
        parameters.add(most);
        return rows.all(
                "select %s from procurement where %s order by buyer, reference limit ?".formatted(COLUMNS, where),
                row -> seen(procurement(row)),
                parameters.toArray());
    }

    private Optional<Procurement> find(String id, String lock) {
        try {
            return rows.first(
                    "select %s from procurement where id = ? %s".formatted(COLUMNS, lock),
                    Procurements::procurement,
                    UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static Refused unknown(String id) {
        return Refused.notFound("The procurement " + id);
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
