package org.anchors.socialvalue.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.evaluation.BidBody;
import org.anchors.socialvalue.evaluation.CommitmentBody;
import org.anchors.socialvalue.marking.Inputs;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Finds commitments that the same supplier has promised the same buyer in another contract already. */
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
     * @param commitment its place among the bid's commitments, from 0
     * @param contract key of the earlier contract
     */
    @Schema(
            name = "ClaimedInAnotherContract",
            description =
                    "A commitment for a named person or pound that a contract with the same supplier holds already.")
    record Claimed(String bid, int commitment, String measure, String beneficiary, String contract) {}

    private record Owed(String supplier, String measure, String beneficiary, String contract) {}

    List<Claimed> of(Inputs.OfLot scored, String buyer) {
        var owed = owed(scored, buyer).stream().collect(Collectors.groupingBy(Owed::supplier));
        return scored.request().bids().stream()
                .sorted(Comparator.comparing(BidBody::key))
                .flatMap(bid -> claimed(bid, scored.supplierIds(), owed).stream())
                .toList();
    }

    private static List<Claimed> claimed(BidBody bid, Map<String, String> suppliers, Map<String, List<Owed>> owed) {
        var claimed = new ArrayList<Claimed>();
        var earlier = owed.getOrDefault(Objects.requireNonNull(suppliers.get(bid.key())), List.of());
        var commitments = bid.commitments() == null ? List.<CommitmentBody>of() : bid.commitments();
        for (var i = 0; i < commitments.size(); i++) {
            for (var one : earlier) {
                if (one.measure().equals(commitments.get(i).measure())
                        && one.beneficiary().equals(commitments.get(i).beneficiary())) {
                    claimed.add(new Claimed(bid.key(), i, one.measure(), one.beneficiary(), one.contract()));
                    break;
                }
            }
        }
        return claimed;
    }

    /** What the bidders owe the buyer already for somebody named, in one question to the database. */
    private List<Owed> owed(Inputs.OfLot scored, String buyer) {
        var suppliers = scored.supplierIds().values().stream().distinct().toArray(String[]::new);
        return rows.all(
                """
                select contract.supplier_id, obligation.measure, obligation.beneficiary, contract.key
                from contract join contract_obligation obligation on obligation.contract = contract.id
                where contract.buyer = ? and contract.supplier_id = any (?) and obligation.beneficiary is not null
                  and contract.bid <> all (?)
                order by contract.key, obligation.number
                """,
                row -> new Owed(
                        row.getString("supplier_id"),
                        row.getString("measure"),
                        row.getString("beneficiary"),
                        row.getString("key")),
                buyer,
                suppliers,
                scored.supplierIds().keySet().toArray(String[]::new));
    }
}
