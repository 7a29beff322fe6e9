package org.anchors.socialvalue.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.marking.Inputs;
import org.anchors.socialvalue.procurement.Procurement;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Finds commitments that the same supplier has promised elsewhere: in another contract, whoever its buyer is, or where the buyer's own
 * contract is still to come, in a bid for another lot of the procurement and in one that was awarded. Of other buyers' contracts nothing
 * leaves the database but that there is one, for some commitment of a bid.
 */
@ApplicationScoped
class Concerns {

    private final Rows rows;

    Concerns(Rows rows) {
        this.rows = rows;
    }

    /** A bid of the same supplier with the same buyer, with which there is no contract yet. */
    @Schema(
            name = "PromisingBid",
            description = "A bid for another lot, or one that was awarded; there is no contract of it yet.")
    record Promising(UUID procurement, String lot, String bid) {}

    /**
     * A commitment for a named person or pound that is promised elsewhere already. To be clarified; it rejects nothing.
     *
     * @param bid reference
     * @param commitment its place among the bid's commitments, from 0; it and what follows are absent where the earlier contract
     *     is another buyer's, or whoever names a person could ask what others have promised to that person
     * @param contract key of the earlier contract
     */
    @Schema(
            name = "ClaimedInAnotherContract",
            description =
                    "A commitment for a named person or pound that the same supplier has promised in another contract, or is about to.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Claimed(
            String bid,
            @Nullable Integer commitment,
            @Nullable String measure,
            @Nullable String beneficiary,

            @Nullable
            @Schema(description = "Key of the contract; absent, like the commitment, where it is another buyer's")
            String contract,

            @Nullable @Schema(description = "The bid that promises it, where no contract does yet")
            Promising promised) {}

    /** What a bid claims for somebody named. */
    private record Claim(String bid, int commitment, String supplier, String measure, String beneficiary) {}

    List<Claimed> of(Inputs.OfLot scored, Procurement procurement) {
        var claims = claims(scored);
        var bids = scored.supplierIds().keySet().toArray(String[]::new);
        return rows.all(
                """
                with promised as materialized (
                  select bid.procurement, bid.lot, bid.reference, bid.bidder,
                    item ->> 'measure' as measure, named(item ->> 'beneficiary') as beneficiary
                  from procurement
                  join bid on bid.procurement = procurement.id and bid.state = 'OPENED'
                  left join award on award.procurement = bid.procurement and award.lot = bid.lot
                  cross join jsonb_array_elements(bid.commitments) as item
                  where procurement.buyer = ? and bid.reference <> all (?) and (
                    procurement.state = 'AWARDED' and award.bid = bid.reference
                    or procurement.state = 'EVALUATED' and procurement.id = ?))
                select distinct on (claim.bid collate "C", own.commitment)
                  claim.bid, own.commitment, own.measure, own.beneficiary, held.contract, held.procurement, held.lot, held.reference
                from unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::text[])
                  as claim (bid, commitment, supplier, measure, beneficiary)
                cross join lateral (
                  select contract.buyer = ? as own, case when contract.buyer = ? then contract.key end as contract,
                    null::uuid as procurement, null as lot, null as reference
                  from contract
                  join contract_obligation obligation on obligation.contract = contract.id
                    and obligation.measure = claim.measure and named(obligation.beneficiary) = named(claim.beneficiary)
                  where bidder(contract.supplier_id) = bidder(claim.supplier) and contract.bid <> all (?)
                  union all
                  select true, null, promised.procurement, promised.lot, promised.reference
                  from promised
                  where promised.bidder = bidder(claim.supplier) and promised.measure = claim.measure
                    and promised.beneficiary = named(claim.beneficiary)) held
                left join lateral (
                  select claim.commitment, claim.measure, claim.beneficiary where held.own) own on true
                order by claim.bid collate "C", own.commitment nulls last, held.contract, held.procurement, held.lot, held.reference
                """,
                Concerns::claimed,
                procurement.buyer(),
                bids,
                procurement.id(),
                each(claims, Claim::bid),
                claims.stream().map(Claim::commitment).toArray(Integer[]::new),
                each(claims, Claim::supplier),
                each(claims, Claim::measure),
                each(claims, Claim::beneficiary),
                procurement.buyer(),
                procurement.buyer(),
                bids);
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        var procurement = row.getObject("procurement", UUID.class);
        return new Claimed(
                row.getString("bid"),
                row.getObject("commitment", Integer.class),
                row.getString("measure"),
                row.getString("beneficiary"),
                row.getString("contract"),
                procurement == null
                        ? null
                        : new Promising(procurement, row.getString("lot"), row.getString("reference")));
    }

    private static List<Claim> claims(Inputs.OfLot scored) {
        var claims = new ArrayList<Claim>();
        for (var bid : scored.request().bids()) {
            var commitments = bid.commitmentsOrNone();
            for (var i = 0; i < commitments.size(); i++) {
                var one = commitments.get(i);
                if (one.beneficiary() != null) {
                    var supplier = Objects.requireNonNull(scored.supplierIds().get(bid.key()));
                    claims.add(new Claim(bid.key(), i, supplier, one.measure(), one.beneficiary()));
                }
            }
        }
        return claims;
    }

    private static String[] each(List<Claim> claims, Function<Claim, String> part) {
        return claims.stream().map(part).toArray(String[]::new);
    }
}
