package org.anchors.socialvalue.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.edge.Findings;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.DatabaseClock;
import org.anchors.socialvalue.contract.Contract;
import org.anchors.socialvalue.contract.Indicators;

/** Publishes, once, what the supplier of a contract is measured by, where its confirmation did not. */
@ApplicationScoped
class PublishingIndicators {

    private final Indicators indicators;
    private final Deliveries deliveries;
    private final DatabaseClock clock;
    private final Audit audit;

    PublishingIndicators(Indicators indicators, Deliveries deliveries, DatabaseClock clock, Audit audit) {
        this.indicators = indicators;
        this.deliveries = deliveries;
        this.clock = clock;
        this.audit = audit;
    }

    void publish(Contract contract, Reading<IndicatorsBody> body) {
        deliveries.hold(contract.id());
        if (!indicators.of(contract.id()).isEmpty()) {
            throw new Refused(
                    DeliveryRefusal.INDICATORS_PUBLISHED, "What a supplier is measured by does not change on the way.");
        }
        var sent = body.value().indicatorsOrNone();
        var found = new Findings();
        Indicators.check(sent, contract.value(), "/indicators", found);
        body.refuseIfFaulty(found.faults());
        indicators.publish(contract.id(), sent, clock.now());
        audit.record("indicators-published", "contracts/" + contract.key(), Map.of("indicators", sent.size()));
    }
}
