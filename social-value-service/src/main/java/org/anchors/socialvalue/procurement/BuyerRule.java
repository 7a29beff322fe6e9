package org.anchors.socialvalue.procurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchors.contracts.problem.Fault;
import org.anchors.socialvalue.policy.BuyerType;
import org.anchors.socialvalue.signatory.Sectors;

/** A buyer of the NHS follows the policies for the NHS, whatever it says that it is. */
@ApplicationScoped
class BuyerRule {

    private final Sectors sectors;

    BuyerRule(Sectors sectors) {
        this.sectors = sectors;
    }

    List<Fault> faultsOf(ProcurementBody draft, String buyer) {
        if (!sectors.isOfTheNhs(buyer)) {
            return List.of();
        }
        return draft.methodologies().entrySet().stream()
                .filter(placed -> placed.getValue().buyerType() != null
                        && placed.getValue().buyerType() != BuyerType.NHS)
                .map(placed -> new Fault(
                        placed.getKey() + "/buyerType",
                        "another-buyer-type",
                        String.valueOf(placed.getValue().buyerType()),
                        "Send NHS: the charter's register has %s as an organisation of the NHS.".formatted(buyer)))
                .toList();
    }
}
