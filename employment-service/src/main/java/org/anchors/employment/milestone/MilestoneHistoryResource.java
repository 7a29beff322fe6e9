package org.anchors.employment.milestone;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.anchors.employment.participant.Participants;
import org.anchors.kit.caller.Role;
import org.anchors.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was recorded about a participant, superseded records and all. */
@Path("/participants/{id}/milestones")
@Tag(name = "Milestones")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MilestoneHistoryResource {

    private static final String HISTORY = """
            select m.id, m.kind, m.happened_on, m.employer, m.hours, m.living_wage, m.job, m.reason, m.corrects_kind,
                   m.corrects_on, m.withdrawn, m.recorded_at,
                   exists (select from milestone c
                           where c.participant = m.participant and c.corrects_kind = m.kind and c.corrects_on = m.happened_on
                             and c.corrects_record = m.record and c.id <> m.id) superseded
            from milestone m where m.participant = :participant and m.id > :after order by m.id limit :most
            """;

    private final EntityManager database;
    private final Participants participants;

    MilestoneHistoryResource(EntityManager database, Participants participants) {
        this.database = database;
        this.participants = participants;
    }

    @GET
    @RolesAllowed({Role.PROGRAMME_PROVIDER, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "listMilestones",
            summary = "Everything recorded about a participant of your own programme, in the order of recording")
    public Page<RecordedMilestone> list(
            @Parameter(description = "The participant's id") @PathParam("id") UUID id,
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue(Page.USUAL)
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") @Nullable
                    String after) {
        var most = Page.limit(limit);
        List<?> rows = database.createNativeQuery(HISTORY, Tuple.class)
                .setParameter("participant", participants.numberToRead(id))
                .setParameter("after", Page.afterNumber(after))
                .setParameter("most", most + 1)
                .getResultList();
        return Page.of(
                rows.stream().map(row -> RecordedMilestone.of((Tuple) row)).toList(),
                most,
                milestone -> Long.toString(milestone.entry()));
    }
}
