package org.anchors.employment.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.anchors.kit.edge.Version;
import org.jspecify.annotations.Nullable;

/** Deletes every row about a participant: the participant, what was recorded, and the kept answer to its registration. */
@ApplicationScoped
public class Erasure {

    private final Participants participants;
    private final EntityManager database;

    Erasure(Participants participants, EntityManager database) {
        this.participants = participants;
        this.database = database;
    }

    /** Erases a participant of the caller's own programme; the totals of its cohort are not counted anew. */
    public void erase(UUID id, @Nullable String ifMatch) {
        var found = participants.require(id, false);
        new Version(found.version()).require(ifMatch);
        participants.lockCohort(found.id());
        database.createNativeQuery("delete from participant where id = :id")
                .setParameter("id", found.id())
                .executeUpdate();
        database.createNativeQuery("delete from idempotency where location = :location")
                .setParameter("location", "/api/employment/v1/participants/" + id)
                .executeUpdate();
    }
}
