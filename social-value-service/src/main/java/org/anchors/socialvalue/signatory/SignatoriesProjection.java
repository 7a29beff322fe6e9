package org.anchors.socialvalue.signatory;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.anchors.contracts.event.OrganisationChanged;
import org.anchors.contracts.event.OrganisationRegistered;
import org.anchors.contracts.event.SignatureChanged;
import org.anchors.contracts.event.Topic;
import org.anchors.kit.inbox.Envelope;
import org.anchors.kit.projection.Projection;
import org.anchors.kit.projection.Projections;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the organisations and signatures that charter-service tells of. */
@ApplicationScoped
class SignatoriesProjection implements Projection {

    static final String NAME = "signatories";

    private final Projections projections;
    private final Signatories signatories;
    private final Sectors sectors;

    SignatoriesProjection(Projections projections, Signatories signatories, Sectors sectors) {
        this.projections = projections;
        this.signatories = signatories;
        this.sectors = sectors;
    }

    @Incoming(NAME)
    @Blocking
    void take(ConsumerRecord<String, String> message) {
        projections.take(this, message);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.CHARTER);
    }

    /** Whatever else is told on the topic is no concern of it. */
    @Override
    public void apply(Envelope envelope) {
        if (envelope.event() instanceof SignatureChanged signature) {
            signatories.keep(signature);
        } else if (envelope.event() instanceof OrganisationRegistered registered) {
            sectors.keep(registered.organisation(), registered.sector(), registered.version());
        } else if (envelope.event() instanceof OrganisationChanged changed) {
            sectors.keep(changed.organisation(), changed.sector(), changed.version());
        }
    }

    @Override
    public void clear() {
        signatories.forgetAll();
        sectors.forgetAll();
    }
}
