package org.anchors.employment.partner;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.anchors.contracts.event.AnnualReportAccepted;
import org.anchors.contracts.event.AnnualReportReturned;
import org.anchors.contracts.event.AnnualReportSubmitted;
import org.anchors.contracts.event.EmploymentEvent;
import org.anchors.contracts.event.OrganisationChanged;
import org.anchors.contracts.event.OrganisationRegistered;
import org.anchors.contracts.event.ReportPublished;
import org.anchors.contracts.event.SignatureChanged;
import org.anchors.contracts.event.SocialValueEvent;
import org.anchors.contracts.event.Topic;
import org.anchors.kit.inbox.Envelope;
import org.anchors.kit.projection.Projection;
import org.anchors.kit.projection.Projections;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the organisations and who of them has signed. The highest version of a fact holds, in whatever order they arrive. */
@ApplicationScoped
class PartnerProjection implements Projection {

    static final String NAME = "partners";

    private final Projections projections;
    private final EntityManager database;

    PartnerProjection(Projections projections, EntityManager database) {
        this.projections = projections;
        this.database = database;
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

    @Override
    public void apply(Envelope envelope) {
        switch (envelope.event()) {
            case OrganisationRegistered registered ->
                organisation(registered.organisation(), registered.name(), registered.places(), registered.version());
            case OrganisationChanged changed ->
                organisation(changed.organisation(), changed.name(), changed.places(), changed.version());
            case SignatureChanged changed -> signature(changed);
            case AnnualReportSubmitted elsewhere -> {}
            case AnnualReportAccepted elsewhere -> {}
            case AnnualReportReturned elsewhere -> {}
            case ReportPublished elsewhere -> {}
            case EmploymentEvent elsewhere -> {}
            case SocialValueEvent elsewhere -> {}
        }
    }

    @Override
    public void clear() {
        database.createNativeQuery("delete from organisation").executeUpdate();
        database.createNativeQuery("delete from signature").executeUpdate();
    }

    private void organisation(String key, String name, List<String> places, long version) {
        database.createNativeQuery("""
                        insert into organisation (key, name, places, version) values (:key, :name, :places, :version)
                        on conflict (key) do update set name = excluded.name, places = excluded.places,
                          version = excluded.version where organisation.version <= excluded.version
                        """)
                .setParameter("key", key)
                .setParameter("name", name)
                .setParameter("places", places.toArray(String[]::new))
                .setParameter("version", version)
                .executeUpdate();
    }

    private void signature(SignatureChanged changed) {
        database.createNativeQuery("""
                        insert into signature (reference, organisation, state, version)
                        values (:reference, :organisation, :state, :version)
                        on conflict (reference) do update set state = excluded.state,
                          version = excluded.version where signature.version <= excluded.version
                        """)
                .setParameter("reference", changed.signature())
                .setParameter("organisation", changed.organisation())
                .setParameter("state", changed.state().name())
                .setParameter("version", changed.version())
                .executeUpdate();
    }
}
