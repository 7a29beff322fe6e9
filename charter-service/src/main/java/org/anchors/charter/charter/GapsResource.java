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
import java.util.Set;
import java.util.function.Function;
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
        var gone = partners.stream()
                .filter(partner -> partner.successor() != null)
                .map(GapList.Partner::key)
                .collect(Collectors.toSet());
        var earlier = states(before, Set.of());
        var later = states(edition, gone);
        var gaps = GapList.between(earlier.keySet(), later.keySet(), partners);
        var names = all.stream().collect(Collectors.toMap(Organisation::key, Organisation::name));
        return GapView.of(name, before.edition(), gaps, new GapView.Shown(names, earlier, later));
    }

    /**
     * Who is on an edition; of several signatures of an organisation the newest counts, unless it was withdrawn. Those that are gone
     * are not, where they had only been proposed, and where another has taken their place under the same edition.
     */
    private Map<String, Signature.State> states(Edition edition, Set<String> gone) {
        var all = signatures.under(edition.edition());
        var references = all.stream().map(KeptSignature::reference).collect(Collectors.toSet());
        var newest = all.stream()
                .sorted(Comparator.comparingInt(kept -> kept.reference().length()))
                .map(KeptSignature::signature)
                .collect(Collectors.toMap(
                        signature -> signature.by().organisation(), Function.identity(), (older, newer) -> newer));
        return newest.values().stream()
                .filter(signature -> switch (signature) {
                    case Signature.Proposed proposed ->
                        !gone.contains(proposed.by().organisation());
                    case Signature.Signed signed -> true;
                    case Signature.Withdrawn withdrawn -> false;
                    case Signature.Superseded superseded ->
                        !gone.contains(superseded.by().organisation())
                                || !references.contains(superseded.replacement());
                })
                .collect(Collectors.toMap(signature -> signature.by().organisation(), Signature::state));
    }

    /** A succession that is still to come changes nothing yet. */
    private GapList.Partner partner(Organisation organisation) {
        var succession = organisation.succession();
        return new GapList.Partner(
                organisation.key(),
                succession == null || succession.on().isAfter(days.today()) ? null : succession.successor());
    }
}
