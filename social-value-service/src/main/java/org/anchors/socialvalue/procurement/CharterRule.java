package org.anchors.socialvalue.procurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.anchors.contracts.problem.Fault;
import org.anchors.socialvalue.methodology.MethodologyBody;
import org.anchors.socialvalue.robustness.Warning;
import org.anchors.socialvalue.signatory.Commitment;
import org.anchors.socialvalue.signatory.Signatories;

/** A buyer that signed the charter gives social value a weight in whatever it buys while that edition lasts. */
@ApplicationScoped
class CharterRule {

    /** Weight of social value from which on the charter's indicator PRO-04 counts a procurement, in percent. */
    private static final BigDecimal COUNTED_FROM = BigDecimal.TEN;

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

    static List<Fault> faultsOf(ProcurementBody draft, Optional<Commitment> heldTo) {
        return heldTo.stream()
                .flatMap(held -> draft.methodologies().entrySet().stream()
                        .flatMap(placed -> fault(placed.getValue(), placed.getKey(), held)))
                .toList();
    }

    /** What a signatory is told of methodologies that keep the commitment and are not counted by the indicator that it is measured by. */
    static Stream<DraftWarnings.Warned> warningsOf(ProcurementBody draft, Optional<Commitment> heldTo) {
        return heldTo.stream().flatMap(held -> draft.methodologies().entrySet().stream()
                .filter(placed -> isBelowTheIndicator(placed.getValue().socialValueWeight()))
                .map(placed -> new DraftWarnings.Warned(
                        placed.getKey(),
                        Warning.Rule.CHARTER_INDICATOR_MISSED,
                        "social-value",
                        "The charter %s commits its signatories to \"%s\" and names no weight; its indicator PRO-04"
                                        .formatted(held.edition(), held.commitment())
                                + " counts procurements that give social value 10 or more.")));
    }

    private static boolean isBelowTheIndicator(BigDecimal weight) {
        return weight.signum() > 0 && weight.compareTo(COUNTED_FROM) < 0;
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
