package org.anchors.socialvalue.bid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.anchors.kit.paging.Page;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.Load;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.evaluation.CommitmentBody;

/** Bids that were opened; unless it says otherwise, those that count. */
@ApplicationScoped
public class Bids {

    private static final String SELECT =
            "select reference, lot, supplier, supplier_id, received_at, commitments::text, workforce, price from bid";

    private final Rows rows;
    private final ObjectMapper json;

    Bids(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /** The bids for a lot, by reference. */
    public List<OpenBid> of(UUID procurement, String lot) {
        return rows.all(
                SELECT + " where procurement = ? and lot = ? and state = 'OPENED' order by reference",
                this::bid,
                procurement,
                lot);
    }

    public Optional<OpenBid> find(UUID procurement, String reference) {
        return rows.first(
                SELECT + " where procurement = ? and reference = ? and state = 'OPENED'",
                this::bid,
                procurement,
                reference);
    }

    /**
     * A bid that was set aside.
     *
     * @param reasons of the two who decided that
     */
    public record SetAside(String reference, String lot, String supplier, Instant receivedAt, List<String> reasons) {}

    public Optional<SetAside> findSetAside(UUID procurement, String reference) {
        return rows.first(
                """
                select reference, lot, supplier, received_at, array (
                  select reason from setting_aside where setting_aside.bid = bid.reference and not counts order by number) as reasons
                from bid where procurement = ? and reference = ? and state = 'SET_ASIDE'
                """,
                row -> new SetAside(
                        row.getString("reference"),
                        row.getString("lot"),
                        row.getString("supplier"),
                        Objects.requireNonNull(Rows.instant(row, "received_at")),
                        List.of((String[]) row.getArray("reasons").getArray())),
                procurement,
                reference);
    }

    /** What has to be known of a bid to ask about it: its lot, and how many commitments it has. */
    public record Outline(String lot, int commitments) {}

    /** By reference. */
    public Map<String, Outline> outlines(UUID procurement) {
        var outlines = new LinkedHashMap<String, Outline>();
        rows.each(
                """
                select reference, lot, jsonb_array_length(commitments) from bid
                where procurement = ? and state = 'OPENED' order by reference
                """, row -> outlines.put(row.getString(1), new Outline(row.getString(2), row.getInt(3))), procurement);
        return outlines;
    }

    /** Refuses as long as several bids count under one bidder's identifier for a lot. */
    public void requireDecided(UUID procurement) {
        var undecided = rows.all("""
                select string_agg(reference, ', ' order by reference) from bid
                where procurement = ? and state = 'OPENED' and not stands
                group by lot, bidder having count(*) > 1 order by 1
                """, row -> row.getString(1), procurement);
        if (!undecided.isEmpty()) {
            throw new Refused(
                    BidRefusal.BIDS_UNDECIDED,
                    "Set all but one of each of these aside first, or confirm those of different bidders: %s."
                            .formatted(String.join("; ", undecided)));
        }
    }

    /** All bids as they are shown, those behind a reference; fewer than asked for where they are large. */
    Page<BidView> behind(UUID procurement, String reference, int most) {
        var load = Load.of(rows.all("""
                        select octet_length(answers::text) + octet_length(commitments::text) from bid
                        where procurement = ? and state in ('OPENED', 'SET_ASIDE') and reference > ? order by reference limit ?
                        """, row -> row.getLong(1), procurement, reference, most + 1), most);
        var found = rows.all(
                BidView.SELECT + " and reference > ? order by reference limit ?",
                BidView::of,
                procurement,
                reference,
                load.rows());
        return Page.of(found, load.more(), BidView::reference);
    }

    Optional<BidView> shown(UUID procurement, String reference) {
        return rows.first(BidView.SELECT + " and reference = ?", BidView::of, procurement, reference);
    }

    private OpenBid bid(ResultSet row) throws SQLException {
        return new OpenBid(
                row.getString("reference"),
                row.getString("lot"),
                row.getString("supplier"),
                row.getString("supplier_id"),
                Objects.requireNonNull(Rows.instant(row, "received_at")),
                commitments(row.getString("commitments")),
                row.getBigDecimal("workforce"),
                row.getBigDecimal("price"));
    }

    private List<CommitmentBody> commitments(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Commitments were written by the service", impossible);
        }
    }
}
