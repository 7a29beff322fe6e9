package org.anchors.socialvalue.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.marking.Inputs;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Finds commitments that the same supplier has promised in another contract already, whoever its buyer is. Of other buyers'
 * contracts nothing leaves the database but that there is one, for some commitment of a bid.
 */
@ApplicationScoped
class Concerns {

    private final Rows rows;

    Concerns(Rows rows) {
        this.rows = rows;
    }

    /**
     * A commitment for a named person or pound that an earlier contract holds already. To be clarified; it rejects nothing.
     *
     * @param bid reference
     * @param commitment its place among the bid's commitments, from 0; it and what follows are absent where the earlier contract
     *     is another buyer's, or whoever names a person could ask what others have promised to that person
     * @param contract key of the earlier contract
     */
    @Schema(
            name = "ClaimedInAnotherContract",
            description =
                    "A commitment for a named person or pound that a contract with the same supplier holds already.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Claimed(
            String bid,
            @Nullable Integer commitment,
            @Nullable String measure,
            @Nullable String beneficiary,

            @Nullable
            @Schema(description = "Key of the contract; absent, like the commitment, where it is another buyer's")
            String contract) {}

    /** What a bid claims for somebody named. */
    private record Claim(String bid, int commitment, String supplier, String measure, String beneficiary) {}

    List<Claimed> of(Inputs.OfLot scored, String buyer) {
        var claims = claims(scored);
        return rows.all(
                """
                select distinct on (claim.bid collate "C", own.commitment)
                  claim.bid, own.commitment, own.measure, own.beneficiary, own.contract
                from unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::text[])
                  as claim (bid, commitment, supplier, measure, beneficiary)
                join contract on bidder(contract.supplier_id) = bidder(claim.supplier)
                join contract_obligation obligation on obligation.contract = contract.id
                  and obligation.measure = claim.measure and named(obligation.beneficiary) = named(claim.beneficiary)
                left join lateral (
                  select claim.commitment, claim.measure, claim.beneficiary, contract.key as contract
                  where contract.buyer = ?) own on true
                where contract.bid <> all (?)
                order by claim.bid collate "C", own.commitment nulls last, own.contract
                """,
                row -> new Claimed(
                        row.getString("bid"),
                        row.getObject("commitment", Integer.class),
                        row.getString("measure"),
                        row.getString("beneficiary"),
                        row.getString("contract")),
                each(claims, Claim::bid),
                claims.stream().map(Claim::commitment).toArray(Integer[]::new),
                each(claims, Claim::supplier),
                each(claims, Claim::measure),
                each(claims, Claim::beneficiary),
                buyer,
                scored.supplierIds().keySet().toArray(String[]::new));
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
