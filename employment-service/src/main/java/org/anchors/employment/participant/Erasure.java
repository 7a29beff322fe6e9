package org.anchors.employment.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.anchors.employment.total.Totals;
import org.anchors.kit.edge.Version;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Deletes every row about a participant: the participant, what was recorded, and the kept answer to its registration. */
@ApplicationScoped
public class Erasure {

    private final Participants participants;
    private final Totals totals;
    private final EntityManager database;

    Erasure(Participants participants, Totals totals, EntityManager database) {
        this.participants = participants;
        this.totals = totals;
        this.database = database;
    }

    /**
     * What goes, or would go, with a participant. Answers about groups go too; how many there are is for those only who may read them.
     *
     * @param milestones records of what happened, superseded ones among them
     */
    @Schema(
            name = "Erasure",
            description =
                    "What goes, or would go, with a participant; answers about groups go too, totals that were told stay.")
    public record Going(UUID participant, int milestones) {}

    /** What would go with a participant of the caller's own programme. */
    public Going wouldGo(UUID id) {
        var number = participants.require(id, false).id();
        return new Going(id, milestones(number));
    }

    /** Erases a participant of the caller's own programme; the totals of its cohort are not counted anew. */
    public Going erase(UUID id, @Nullable String ifMatch) {
        var found = participants.requireLocked(id);
        new Version(found.version()).require(ifMatch);
        var going = wouldGo(id);
        totals.erasedFrom(found.cohort());
        database.createNativeQuery("delete from participant where id = :id")
                .setParameter("id", found.id())
                .executeUpdate();
        database.createNativeQuery("delete from idempotency where location = :location")
                .setParameter("location", "/api/employment/v1/participants/" + id)
                .executeUpdate();
        return going;
    }

    private int milestones(long participant) {
        return ((Number) database.createNativeQuery("select count(*) from milestone where participant = :participant")
                        .setParameter("participant", participant)
                        .getSingleResult())
                .intValue();
    }
}
