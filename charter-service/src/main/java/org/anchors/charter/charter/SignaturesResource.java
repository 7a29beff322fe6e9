package org.anchors.charter.charter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.anchors.charter.organisation.Organisations;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.Version;
import org.anchors.kit.idempotency.Idempotency;
import org.anchors.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The signatures under an edition, from the proposal on; the anchor team records what the organisations decide. */
@Path("/editions")
@Tag(name = "Charter")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SignaturesResource {

    private final Charter charter;
    private final Signatures signatures;
    private final SignatureSteps steps;
    private final Organisations organisations;
    private final Idempotency idempotency;
    private final EssexDays days;

    SignaturesResource(
            Charter charter,
            Signatures signatures,
            SignatureSteps steps,
            Organisations organisations,
            Idempotency idempotency,
            EssexDays days) {
        this.charter = charter;
        this.signatures = signatures;
        this.steps = steps;
        this.organisations = organisations;
        this.idempotency = idempotency;
        this.days = days;
    }

    @GET
    @Path("/{edition}/signatures")
    @RolesAllowed({Role.PARTNER_REPORTER, Role.PARTNER_APPROVER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "listSignatures", summary = "The signatures under an edition, by reference")
    public Page<SignatureView> list(
            @Parameter(description = "Name of the edition, such as 2024-27") @PathParam("edition") String edition,
            @Parameter(description = "Only signatures in this state") @QueryParam("state")
                    Signature.@Nullable State state,
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue(Page.USUAL)
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") String after) {
        var most = Page.limit(limit);
        charter.require(edition);
        var found = signatures.after(Page.after(after), edition, state, most + 1);
        return Page.of(found.stream().map(SignatureView::of).toList(), most, SignatureView::reference);
    }

    @POST
    @Path("/{edition}/signatures")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ANCHOR_TEAM)
    @Transactional
    @Operation(operationId = "proposeSignature", summary = "Propose an organisation for an edition")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = SignatureRequests.Proposal.class)))
    @APIResponse(
            responseCode = "201",
            description = "The signature is PROPOSED; its ETag names the version.",
            content = @Content(schema = @Schema(implementation = SignatureView.class)))
    public Response propose(
            @Parameter(description = "Name of the edition, such as 2024-27") @PathParam("edition") String edition,
            @Parameter(description = "A new key for each new proposal, the same when you send one again")
                    @HeaderParam("Idempotency-Key")
                    String key,
            Reading<SignatureRequests.Proposal> body) {
        charter.require(edition);
        return idempotency.once(key, "propose-signature %s %s".formatted(edition, body.digest()), () -> {
            var sent = body.value();
            body.refuseIfFaulty(check().of(sent));
            var on = sent.on() == null ? days.today() : sent.on();
            var kept = steps.propose(new Signature.Proposed(
                    new Signatory(sent.organisation(), edition, sent.role(), sent.onBehalfOf()), on));
            return new Idempotency.Created(
                    "/api/charter/v1/editions/%s/signatures/%s".formatted(edition, kept.reference()),
                    new Version(kept.version()).tag(),
                    SignatureView.of(kept));
        });
    }

    @GET
    @Path("/{edition}/signatures/{reference}")
    @RolesAllowed({Role.PARTNER_REPORTER, Role.PARTNER_APPROVER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "readSignature", summary = "One signature as it stands")
    @APIResponse(
            responseCode = "200",
            description = "The signature; its ETag names the version.",
            content = @Content(schema = @Schema(implementation = SignatureView.class)))
    public Response one(
            @Parameter(description = "Name of the edition, such as 2024-27") @PathParam("edition") String edition,
            @Parameter(description = "Reference of the signature") @PathParam("reference") String reference) {
        return shown(signatures.require(edition, reference));
    }

    @POST
    @Path("/{edition}/signatures/{reference}/signing")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ANCHOR_TEAM)
    @Transactional
    @Operation(operationId = "sign", summary = "Record that a proposed signature was given")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = SignatureRequests.Signing.class)))
    @APIResponse(
            responseCode = "200",
            description = "The signature is SIGNED.",
            content = @Content(schema = @Schema(implementation = SignatureView.class)))
    public Response sign(
            @Parameter(description = "Name of the edition, such as 2024-27") @PathParam("edition") String edition,
            @Parameter(description = "Reference of the signature") @PathParam("reference") String reference,
            @Parameter(description = "ETag of the version that you change") @HeaderParam("If-Match") String ifMatch,
            Reading<SignatureRequests.Signing> body) {
        var kept = required(edition, reference, ifMatch);
        var proposed = kept.proposed();
        var sent = body.value();
        body.refuseIfFaulty(check().of(sent, proposed));
        var role = sent.role() == null ? proposed.by().role() : sent.role();
        var others = sent.onBehalfOf() == null ? proposed.by().onBehalfOf() : sent.onBehalfOf();
        return shown(steps.change("charter-signed", kept.next(proposed.sign(role, others, sent.on()))));
    }

    @POST
    @Path("/{edition}/signatures/{reference}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ANCHOR_TEAM)
    @Transactional
    @Operation(operationId = "withdrawSignature", summary = "Record that an organisation withdrew its signature")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = SignatureRequests.Withdrawal.class)))
    @APIResponse(
            responseCode = "200",
            description = "The signature is WITHDRAWN.",
            content = @Content(schema = @Schema(implementation = SignatureView.class)))
    public Response withdraw(
            @Parameter(description = "Name of the edition, such as 2024-27") @PathParam("edition") String edition,
            @Parameter(description = "Reference of the signature") @PathParam("reference") String reference,
            @Parameter(description = "ETag of the version that you change") @HeaderParam("If-Match") String ifMatch,
            Reading<SignatureRequests.Withdrawal> body) {
        var kept = required(edition, reference, ifMatch);
        var signed = kept.signed();
        var sent = body.value();
        body.refuseIfFaulty(check().of(sent, signed));
        return shown(steps.change("signature-withdrawn", kept.next(signed.withdraw(sent.on(), sent.reason()))));
    }

    @POST
    @Path("/{edition}/signatures/{reference}/supersession")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ANCHOR_TEAM)
    @Transactional
    @Operation(
            operationId = "supersedeSignature",
            summary =
                    "Record that a signature under a later edition, or of the organisation's successor, took its place")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = SignatureRequests.Supersession.class)))
    @APIResponse(
            responseCode = "200",
            description = "The signature is SUPERSEDED.",
            content = @Content(schema = @Schema(implementation = SignatureView.class)))
    public Response supersede(
            @Parameter(description = "Name of the edition, such as 2024-27") @PathParam("edition") String edition,
            @Parameter(description = "Reference of the signature") @PathParam("reference") String reference,
            @Parameter(description = "ETag of the version that you change") @HeaderParam("If-Match") String ifMatch,
            Reading<SignatureRequests.Supersession> body) {
        var kept = required(edition, reference, ifMatch);
        var signed = kept.signed();
        var sent = body.value();
        body.refuseIfFaulty(check().of(sent, signed));
        return shown(steps.change("signature-superseded", kept.next(signed.supersede(sent.on(), sent.by()))));
    }

    private SignatureCheck check() {
        return new SignatureCheck(organisations, signatures, charter, days.today());
    }

    private KeptSignature required(String edition, String reference, @Nullable String ifMatch) {
        var kept = signatures.require(edition, reference);
        new Version(kept.version()).require(ifMatch);
        return kept;
    }

    private static Response shown(KeptSignature kept) {
        return Response.ok(SignatureView.of(kept))
                .header("ETag", new Version(kept.version()).tag())
                .build();
    }
}
