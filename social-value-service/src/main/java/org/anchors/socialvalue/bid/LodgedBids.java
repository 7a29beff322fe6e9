package org.anchors.socialvalue.bid;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.procurement.KeptBack;
import org.anchors.socialvalue.procurement.Procurement;
import org.jspecify.annotations.Nullable;

/** Who lodged, replaced and withdrew bids; noted in the audit trail once no bid is taken any more. */
@ApplicationScoped
class LodgedBids implements KeptBack {

    private final Rows rows;

    LodgedBids(Rows rows) {
        this.rows = rows;
    }

    /** One for each bid that was ever lodged, in the order in which they came in. */
    @Override
    public List<Audit.Note> notes(Procurement procurement) {
        return rows.all("""
                select reference, state, who, received_at, request_id, replaced_by, ended_at, ended_by from bid
                where procurement = ? order by received_at, reference
                """, row -> new Audit.Note("bid-lodged", procurement.path(), detail(row)), procurement.id());
    }

    private static TreeMap<String, Object> detail(ResultSet row) throws SQLException {
        var detail = new TreeMap<String, Object>();
        detail.put("bid", row.getString("reference"));
        detail.put("by", row.getString("who"));
        detail.put(
                "receivedAt",
                Objects.requireNonNull(Rows.instant(row, "received_at")).toString());
        detail.put("state", row.getString("state"));
        put(detail, "request", row.getString("request_id"));
        put(detail, "replacedBy", row.getString("replaced_by"));
        put(detail, "endedAt", Rows.instant(row, "ended_at"));
        put(detail, "endedBy", row.getString("ended_by"));
        return detail;
    }

    private static void put(TreeMap<String, Object> detail, String name, @Nullable Object value) {
        if (value != null) {
            detail.put(name, value.toString());
        }
    }
}
