package org.anchors.employment.participant;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.anchors.employment.privacy.PrivateBodies;
import org.anchors.employment.privacy.Pseudonyms;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.refusal.Refused;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A participant is looked up by what its provider calls it, which stands in no address: those are logged. */
@Path("/participants/lookup")
@Tag(name = "Participants")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ParticipantLookupResource {

    private final Participants participants;
    private final ProgrammeAccess programmes;
    private final PrivateBodies bodies;
    private final Pseudonyms pseudonyms;

    ParticipantLookupResource(
            Participants participants, ProgrammeAccess programmes, PrivateBodies bodies, Pseudonyms pseudonyms) {
        this.participants = participants;
        this.programmes = programmes;
        this.bodies = bodies;
        this.pseudonyms = pseudonyms;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROGRAMME_PROVIDER)
    @Transactional
    @Operation(operationId = "lookUpParticipant", summary = "Find a participant by what you call it")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Lookup.class)))
    @APIResponse(
            responseCode = "200",
            description = "The participant.",
            content = @Content(schema = @Schema(implementation = ParticipantView.class)))
    public ParticipantView lookUp(InputStream body) throws IOException {
        Reading<Lookup> read = bodies.read(body, Lookup.class);
        var lookup = read.orRefuse();
        var programme = programmes.own(lookup.programme());
        return participants
                .find(programme.key(), pseudonyms.under(programme.key()).of(lookup.reference()))
                .orElseThrow(() -> Refused.notFound("The participant"));
    }
}
