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

        @Nullable @Schema(description = "Full-time equivalents that the bidder employs, where it says so")
        BigDecimal workforce,

        @Nullable
        @Schema(
                description =
                        "SHA-256 of the bytes that were sent when it was lodged; absent as long as the price is, which"
                                + " could be guessed by it")
        String bodyHash,

        @Nullable @Schema(description = "In GBP; absent until the marks of all bids are final")
        BigDecimal price,

        @Schema(description = "Whether it counts") Standing standing,

        @Nullable
        @Schema(
                type = SchemaType.ARRAY,
                implementation = SettingAside.Opinion.class,
                description = "Who wants it not to count; it does not from the second on")
        @JsonRawValue
        String settingAside,

        @Nullable
        @Schema(
                type = SchemaType.ARRAY,
                implementation = SettingAside.Opinion.class,
                description = "Who wants it to count whatever else was lodged; it does from the second on")
        @JsonRawValue
        String confirmations) {

    /** Whether a bid counts. */
    @Schema(name = "BidStanding")
    enum Standing {
        COUNTS,
        /** Others were lodged under the bidder's identifier for the lot, and none as the replacement of another. */
        UNDECIDED,
        /** Two people have decided that another one of the bidder counts. */
        SET_ASIDE
    }

    static final String SELECT = """
            select reference, lot, supplier, supplier_id, received_at, answers::text, commitments::text, workforce, price,
              case when sealed_price is null then body_hash end as body_hash,
              case
                when state = 'SET_ASIDE' then 'SET_ASIDE'
                when not stands and exists (
                  select 1 from bid other
                  where other.procurement = bid.procurement and other.state = 'OPENED' and not other.stands
                    and other.lot = bid.lot
                    and other.bidder = bid.bidder and other.reference <> bid.reference) then 'UNDECIDED'
                else 'COUNTS' end as standing,
              opinions.setting_aside, opinions.confirmations
            from bid left join lateral (
              select json_agg(opinion order by number) filter (where not counts) as setting_aside,
                json_agg(opinion order by number) filter (where counts) as confirmations
              from (
                select number, counts, json_build_object('who', who, 'reason', reason,
                  'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) as opinion
                from setting_aside where setting_aside.bid = bid.reference) each) opinions on true where procurement = ? and state in ('OPENED', 'SET_ASIDE')""";

    static BidView of(ResultSet row) throws SQLException {
        return new BidView(
                row.getString("reference"),
                row.getString("lot"),
                row.getString("supplier"),
                row.getString("supplier_id"),
                Objects.requireNonNull(Rows.instant(row, "received_at")),
                row.getString("answers"),
                row.getString("commitments"),
                row.getBigDecimal("workforce"),
                row.getString("body_hash"),
                row.getBigDecimal("price"),
                Standing.valueOf(row.getString("standing")),
                row.getString("setting_aside"),
                row.getString("confirmations"));
    }
}
