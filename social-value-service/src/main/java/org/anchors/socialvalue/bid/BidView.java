package org.anchors.socialvalue.bid;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.evaluation.CommitmentBody;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A bid that was opened, as it is shown. */
@Schema(name = "LodgedBid", description = "A bid that was opened.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BidView(
        String reference,
        String lot,
        String supplier,
        String supplierId,
        Instant receivedAt,

        @Schema(
                type = SchemaType.OBJECT,
                implementation = Map.class,
                description = "What the bidder answers to questions, by their keys")
        @JsonRawValue
        String answers,

        @Schema(
                type = SchemaType.ARRAY,
                implementation = CommitmentBody.class,
                description = "What the bidder commits to")
        @JsonRawValue
        String commitments,

        @Nullable
        @Schema(
                description =
                        "SHA-256 of the bytes that were sent when it was lodged; absent as long as the price is, which"
                                + " could be guessed by it")
        String bodyHash,

        @Nullable @Schema(description = "In GBP; absent until the marks of all bids are final")
        BigDecimal price) {

    static final String SELECT = """
            select reference, lot, supplier, supplier_id, received_at, answers::text, commitments::text, price,
              case when sealed_price is null then body_hash end as body_hash
            from bid where procurement = ? and state = 'OPENED'""";

    static BidView of(ResultSet row) throws SQLException {
        return new BidView(
                row.getString("reference"),
                row.getString("lot"),
                row.getString("supplier"),
                row.getString("supplier_id"),
                Objects.requireNonNull(Rows.instant(row, "received_at")),
                row.getString("answers"),
                row.getString("commitments"),
                row.getString("body_hash"),
                row.getBigDecimal("price"));
    }
}
