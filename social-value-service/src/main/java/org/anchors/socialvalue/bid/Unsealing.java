package org.anchors.socialvalue.bid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.anchors.kit.rows.Load;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.seal.SealingKeys;
import org.jspecify.annotations.Nullable;

/** Takes bids out of their envelopes: offers when they are opened, prices when the marks are final. */
@ApplicationScoped
public class Unsealing {

    private static final int MOST_AT_ONCE = 500;
    private static final String OPENED = """
            update bid set state = 'OPENED', sealed_offer = null, lot = ?, supplier = ?, supplier_id = ?, body_hash = ?,
              answers = ?::jsonb, commitments = ?::jsonb, workforce = ?
            where reference = ?""";

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

    /** Opens the offers, and answers how many there are. */
    int open(Procurement procurement) {
        var seal = keys.of(procurement.id());
        return inSteps("sealed_offer", procurement.id(), OPENED, row -> {
            var reference = row.getString("reference");
            var offer = envelopes.offer(seal, reference, row.getBytes("sealed_offer"));
            return new @Nullable Object[] {
                offer.lot(),
                offer.supplier(),
                offer.supplierId(),
                offer.bodyHash(),
                text(offer.answers()),
                text(offer.commitments()),
                offer.workforce(),
                reference
            };
        });
    }

    /** Opens the prices of the bids that count. */
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

    /** An envelope that was opened is gone, so each step begins with the first that is left. */
    private int inSteps(String envelope, UUID procurement, String change, Rows.Reader<@Nullable Object[]> reader) {
        var shut =
                " from bid where procurement = ? and state in ('LODGED', 'OPENED') and %s is not null order by reference limit ?"
                        .formatted(envelope);
        var opened = 0;
        Load load;
        do {
            var sizes = rows.all(
                    "select octet_length(%s)".formatted(envelope) + shut,
                    row -> row.getLong(1),
                    procurement,
                    MOST_AT_ONCE + 1);
            load = Load.of(sizes, MOST_AT_ONCE);
            rows.changeEach(
                    change,
                    rows.all("select reference, %s".formatted(envelope) + shut, reader, procurement, load.rows()));
            opened += load.rows();
        } while (load.more());
        return opened;
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An offer can be written", impossible);
        }
    }
}
