package org.anchors.socialvalue.bid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.seal.SealingKeys;
import org.jspecify.annotations.Nullable;

/** Takes bids out of their envelopes: offers when they are opened, prices when the marks are final. */
@ApplicationScoped
public class Unsealing {

    private static final int CHANGED_AT_ONCE = 20;
    private static final String OPENED = """
            update bid set state = 'OPENED', sealed_offer = null, lot = ?, supplier = ?, supplier_id = ?, body_hash = ?,
              answers = ?::jsonb, commitments = ?::jsonb
            where reference = ?""";

    /** Of several bids of one bidder for a lot the last is the one that counts. */
    private static final String ONLY_THE_LAST_COUNTS = """
            update bid set state = 'REPLACED', ended_at = clock_timestamp(), ended_by = later.who, replaced_by = later.reference,
              sealed_price = null, answers = null, commitments = null
            from (
              select reference as earlier,
                first_value(reference) over last as reference, first_value(who) over last as who
              from bid where procurement = ? and state = 'OPENED'
              window last as (partition by lot, supplier_id order by received_at desc, reference)) later
            where bid.reference = later.earlier and later.earlier <> later.reference""";

    private final Rows rows;
    private final SealingKeys keys;
    private final Envelopes envelopes;
    private final ObjectMapper json;

    Unsealing(Rows rows, SealingKeys keys, Envelopes envelopes, ObjectMapper json) {
        this.rows = rows;
        this.keys = keys;
        this.envelopes = envelopes;
        this.json = json;
    }

    /** Who lodged a bid and what became of it, for the audit trail. */
    record Lodged(
            String reference,
            String state,
            String who,
            Instant receivedAt,
            @Nullable String requestId,
            @Nullable String replacedBy,
            @Nullable Instant endedAt) {

        Audit.Note note(Procurement procurement) {
            var detail = new TreeMap<String, Object>(
                    Map.of("bid", reference, "by", who, "receivedAt", receivedAt.toString(), "state", state));
            if (requestId != null) {
                detail.put("request", requestId);
            }
            if (replacedBy != null) {
                detail.put("replacedBy", replacedBy);
            }
            if (endedAt != null) {
                detail.put("endedAt", endedAt.toString());
            }
            return new Audit.Note("bid-lodged", procurement.path(), detail);
        }
    }

    /** Opens the offers, and answers everything that was lodged, in the order in which it came in. */
    List<Lodged> open(Procurement procurement) {
        var seal = keys.of(procurement.id());
        inSteps("sealed_offer", procurement.id(), OPENED, row -> {
            var reference = row.getString("reference");
            var offer = envelopes.offer(seal, reference, row.getBytes("sealed_offer"));
            return new @Nullable Object[] {
                offer.lot(),
                offer.supplier(),
                offer.supplierId(),
                offer.bodyHash(),
                text(offer.answers()),
                text(offer.commitments()),
                reference
            };
        });
        rows.change(ONLY_THE_LAST_COUNTS, procurement.id());
        return lodged(procurement.id());
    }

    /** Opens the prices. */
    public void openPrices(Procurement procurement) {
        var seal = keys.of(procurement.id());
        inSteps(
                "sealed_price",
                procurement.id(),
                "update bid set price = ?, sealed_price = null where reference = ?",
                row -> new @Nullable Object[] {
                    envelopes
                            .price(seal, row.getString("reference"), row.getBytes("sealed_price"))
                            .orElse(null),
                    row.getString("reference")
                });
    }

    private void inSteps(String envelope, UUID procurement, String change, Rows.Reader<@Nullable Object[]> reader) {
        var waiting = new ArrayList<@Nullable Object[]>();
        rows.each(
                "select reference, %s from bid where procurement = ? and %s is not null".formatted(envelope, envelope),
                row -> {
                    waiting.add(reader.read(row));
                    if (waiting.size() == CHANGED_AT_ONCE) {
                        rows.changeEach(change, waiting);
                        waiting.clear();
                    }
                },
                procurement);
        rows.changeEach(change, waiting);
    }

    private List<Lodged> lodged(UUID procurement) {
        return rows.all("""
                select reference, state, who, received_at, request_id, replaced_by, ended_at from bid
                where procurement = ? order by received_at, reference
                """, Unsealing::lodged, procurement);
    }

    private static Lodged lodged(ResultSet row) throws SQLException {
        return new Lodged(
                row.getString("reference"),
                row.getString("state"),
                row.getString("who"),
                Objects.requireNonNull(Rows.instant(row, "received_at")),
                row.getString("request_id"),
                row.getString("replaced_by"),
                Rows.instant(row, "ended_at"));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An offer can be written", impossible);
        }
    }
}
