package org.anchors.socialvalue.procurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.anchors.contracts.problem.Fault;
import org.anchors.socialvalue.methodology.MethodologyBody;
import org.anchors.socialvalue.signatory.Commitment;
import org.anchors.socialvalue.signatory.Signatories;

/** A buyer that signed the charter gives social value a weight in whatever it buys while that edition lasts. */
@ApplicationScoped
class CharterRule {

    private final Signatories signatories;

    CharterRule(Signatories signatories) {
        this.signatories = signatories;
    }

    /** What a buyer is held to by the notices of these methodologies. */
    Optional<Commitment> heldTo(String buyer, Stream<MethodologyBody> methodologies) {
        return methodologies
                .map(MethodologyBody::noticeDate)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(notice -> signatories.heldTo(buyer, notice));
    }

    List<Fault> faultsOf(ProcurementBody draft, String buyer) {
        var methodologies = draft.methodologies();
        return heldTo(buyer, methodologies.values().stream()).stream()
                .flatMap(held -> methodologies.entrySet().stream()
                        .flatMap(placed -> fault(placed.getValue(), placed.getKey(), held)))
                .toList();
    }

    private static Stream<Fault> fault(MethodologyBody methodology, String at, Commitment held) {
        if (methodology.criteria() == null || methodology.socialValueWeight().signum() > 0) {
            return Stream.of();
        }
        return Stream.of(new Fault(
                at + "/criteria",
                "charter-commitment",
                "0",
                "Give social value a weight: the buyer has signed the charter %s, which commits it to \"%s\"."
                        .formatted(held.edition(), held.commitment())));
    }
}
