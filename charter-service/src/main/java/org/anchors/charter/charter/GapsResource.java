package org.anchors.charter.charter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.anchors.charter.organisation.Organisation;
import org.anchors.charter.organisation.Organisations;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.caller.Role;
import org.anchors.kit.refusal.Refused;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is missing: partners that are on no charter, or no longer. */
@Path("/editions")
@Tag(name = "Charter")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class GapsResource {

    private final Charter charter;
    private final Signatures signatures;
    private final Organisations organisations;
    private final EssexDays days;

    GapsResource(Charter charter, Signatures signatures, Organisations organisations, EssexDays days) {
        this.charter = charter;
        this.signatures = signatures;
        this.organisations = organisations;
        this.days = days;
    }

    @GET
    @Path("/{edition}/gaps")
    @RolesAllowed({Role.PARTNER_REPORTER, Role.PARTNER_APPROVER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "readGaps",
            summary =
                    "Who continues from an earlier edition, who is new, who dropped out, and which partner is on neither")
    public GapView gaps(
            @Parameter(description = "Name of the edition, such as 2024-27") @PathParam("edition") String name,
            @Parameter(description = "Name of the earlier edition; the one before it where it is left out")
                    @QueryParam("since")
                    @Nullable
                    String since) {
        var edition = charter.require(name);
        var before = since == null ? charter.before(edition) : charter.require(since);
        if (before.firstYear().compareTo(edition.firstYear()) >= 0) {
            throw Refused.notFound("An edition %s before %s".formatted(before.edition(), name));
        }
        var all = organisations.all();
        var partners = all.stream().map(this::partner).toList();
        var earlier = states(before);
        var later = states(edition);
        partners.stream()
                .filter(partner -> partner.successor() != null)
                .forEach(gone -> later.remove(gone.key(), Signature.State.PROPOSED));
        var gaps = GapList.between(earlier.keySet(), later.keySet(), partners);
        var names = all.stream().collect(Collectors.toMap(Organisation::key, Organisation::name));
        return GapView.of(name, before.edition(), gaps, new GapView.Shown(names, earlier, later));
    }

    /** Who is on an edition, proposals of those that are gone included; of several signatures of an organisation the newest counts, unless it was withdrawn. */
    private Map<String, Signature.State> states(Edition edition) {
        var newest = signatures.under(edition.edition()).stream()
                .sorted(Comparator.comparingInt(kept -> kept.reference().length()))
                .map(KeptSignature::signature)
                .collect(Collectors.toMap(
                        signature -> signature.by().organisation(), Signature::state, (older, newer) -> newer));
        newest.values().removeIf(state -> state == Signature.State.WITHDRAWN);
        return newest;
    }

    /** A succession that is still to come changes nothing yet. */
    private GapList.Partner partner(Organisation organisation) {
        var succession = organisation.succession();
        return new GapList.Partner(
                organisation.key(),
                succession == null || succession.on().isAfter(days.today()) ? null : succession.successor());
    }
}
