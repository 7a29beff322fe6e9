package org.anchors.charter.section;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.anchors.contracts.event.CatalogueLoaded;
import org.anchors.contracts.event.CharterEvent;
import org.anchors.contracts.event.ContractAwarded;
import org.anchors.contracts.event.DeliveryApproved;
import org.anchors.contracts.event.EmploymentEvent;
import org.anchors.contracts.event.Topic;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.inbox.Envelope;
import org.anchors.kit.projection.Projection;
import org.anchors.kit.projection.Projections;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps what was awarded, promised and delivered by the contracts of every buyer that social-value-service tells of. */
@ApplicationScoped
class SocialValueProjection implements Projection {

    static final String NAME = "social-value";

    private final Projections projections;
    private final Receipts receipts;
    private final Versions versions;
    private final EntityManager database;

    SocialValueProjection(Projections projections, Receipts receipts, Versions versions, EntityManager database) {
        this.projections = projections;
        this.receipts = receipts;
        this.versions = versions;
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
        return Set.of(Topic.SOCIAL_VALUE);
    }

    @Override
    public void apply(Envelope envelope) {
        switch (envelope.event()) {
            case ContractAwarded award -> take(award, receipts.of(NAME, envelope.id()));
            case DeliveryApproved delivery -> take(delivery, receipts.of(NAME, envelope.id()));
            case CatalogueLoaded elsewhere -> {}
            case CharterEvent elsewhere -> {}
            case EmploymentEvent elsewhere -> {}
        }
    }

    @Override
    public void clear() {
        List.of("awarded_contract", "contract_commitment", "contract_delivery")
                .forEach(table ->
                        database.createNativeQuery("delete from " + table).executeUpdate());
    }

    /** A contract is awarded once: what is told of it again, under another event, changes nothing. */
    private void take(ContractAwarded award, Instant at) {
        var added = database.createNativeQuery("""
                        insert into awarded_contract
                          (contract, year, buyer, catalogue, value, social_value_weight, committed, known_from)
                        values (:contract, :year, :buyer, :catalogue, :value, :weight, :committed, :at)
                        on conflict do nothing
                        """)
                .setParameter("contract", award.contract())
                .setParameter("year", ReportingYear.of(award.awardedOn()).start())
                .setParameter("buyer", award.buyer())
                .setParameter("catalogue", award.catalogue())
                .setParameter("value", award.value())
                .setParameter("weight", award.socialValueWeight())
                .setParameter(
                        "committed",
                        award.commitments().stream()
                                .map(ContractAwarded.Commitment::amount)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .setParameter("at", at)
                .executeUpdate();
        if (added == 0) {
            return;
        }
        award.commitments().stream()
                .collect(Collectors.toMap(
                        ContractAwarded.Commitment::year, ContractAwarded.Commitment::amount, BigDecimal::add))
                .forEach((year, amount) -> add(award, ReportingYear.parse(year), amount, at));
    }

    private void add(ContractAwarded award, ReportingYear year, BigDecimal amount, Instant at) {
        database.createNativeQuery("""
                        insert into contract_commitment (contract, year, buyer, catalogue, amount, known_from)
                        values (:contract, :year, :buyer, :catalogue, :amount, :at) on conflict do nothing
                        """)
                .setParameter("contract", award.contract())
                .setParameter("year", year.start())
                .setParameter("buyer", award.buyer())
                .setParameter("catalogue", award.catalogue())
                .setParameter("amount", amount)
                .setParameter("at", at)
                .executeUpdate();
    }

    private void take(DeliveryApproved delivery, Instant at) {
        versions.add(
                "contract_delivery",
                Map.of(
                        "contract",
                        delivery.contract(),
                        "year",
                        ReportingYear.parse(delivery.year()).start()),
                delivery.version(),
                at,
                Map.of(
                        "buyer",
                        delivery.buyer(),
                        "catalogue",
                        delivery.catalogue(),
                        "delivered",
                        delivery.delivered()));
    }
}
