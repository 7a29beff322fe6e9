package org.anchors.charter.section;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When the events of each section were taken in; a rebuild changes none of it. */
@ApplicationScoped
class Receipts {

    /** Later than any instant that can be asked for. */
    static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

    private final EntityManager database;

    Receipts(EntityManager database) {
        this.database = database;
    }

    /** The newest event that a section has taken in. */
    record Newest(UUID event, Instant receivedAt) {}

    /** When the event was taken in: the start of the present transaction, or of an earlier one that took it in before. */
    Instant of(String section, UUID event) {
        database.createNativeQuery(
                        "insert into section_receipt (section, event_id) values (:section, :event) on conflict do nothing")
                .setParameter("section", section)
                .setParameter("event", event)
                .executeUpdate();
        return (Instant) database.createNativeQuery(
                        "select received_at from section_receipt where section = :section and event_id = :event")
                .setParameter("section", section)
                .setParameter("event", event)
                .getSingleResult();
    }

    /**
     * The newest event of a section.
     *
     * @param knownOn only what was taken in by then; null for all
     */
    @SuppressWarnings("unchecked")
    Optional<Newest> newest(String section, @Nullable Instant knownOn) {
        List<Tuple> rows = database.createNativeQuery("""
                        select event_id, received_at from section_receipt
                        where section = :section and received_at <= :at order by received_at desc, event_id limit 1
                        """, Tuple.class)
                .setParameter("section", section)
                .setParameter("at", at(knownOn))
                .getResultList();
        return rows.stream()
                .map(row -> new Newest(row.get("event_id", UUID.class), row.get("received_at", Instant.class)))
                .findFirst();
    }

    /** The instant to read at; for now, the last before for ever. */
    static Instant at(@Nullable Instant knownOn) {
        return knownOn == null ? FOR_EVER.minusSeconds(1) : knownOn;
    }
}
