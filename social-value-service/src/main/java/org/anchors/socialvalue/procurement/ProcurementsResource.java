package org.anchors.socialvalue.procurement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.UpTo;
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

/** Procurements: a buyer writes one down; what is published is found by everybody. */
@Path("/procurements")
@Tag(name = "Procurements")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProcurementsResource {

    /** Room for a methodology of 200 questions for each of several lots. */
    static final int LARGEST = 1_000_000;

    static final int MOST_TOKENS = 200_000;

    private final Procurements procurements;
    private final Drafting drafting;
    private final ProcurementPages pages;
    private final Idempotency idempotency;

    ProcurementsResource(
            Procurements procurements, Drafting drafting, ProcurementPages pages, Idempotency idempotency) {
        this.procurements = procurements;
        this.drafting = drafting;
        this.pages = pages;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "draftProcurement",
            summary = "Write a procurement down as a draft; faults against the rules are told and do not hinder")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProcurementBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "The draft was stored; Location says where it is.",
            content = @Content(schema = @Schema(implementation = ProcurementView.class)))
    public Response create(
            @Parameter(
                            required = true,
                            description = "A new key for each new procurement, the same when you send one again")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @UpTo(bytes = LARGEST, tokens = MOST_TOKENS) Reading<ProcurementBody> body) {
        var buyer = procurements.requireBuyer();
        return idempotency.once(key, "draft-procurement " + body.digest(), () -> {
            var draft = drafting.create(body, buyer);
            var procurement = draft.procurement();
            return new Idempotency.Created(
                    "/api/social-value/v1/" + procurement.path(),
                    procurement.tagged().tag(),
                    pages.checkedView(draft));
        });
    }

    @GET
    @RolesAllowed({
        Role.PROCUREMENT_OFFICER,
        Role.EVALUATOR,
        Role.AUDITOR,
        Role.ANCHOR_TEAM,
        Role.PARTNER_REPORTER,
        Role.PARTNER_APPROVER,
        Role.PROGRAMME_PROVIDER,
        Role.OPERATOR
    })
    @Transactional
    @Operation(
            operationId = "listProcurements",
            summary = "Everybody's published procurements and your organisation's drafts, by buyer and reference")
    public Page<ProcurementView.Summary> list(
            @Parameter(description = "Only those of this buyer, by the organisation's key")
                    @QueryParam("buyer")
                    @Nullable
                    String buyer,
            @Parameter(description = "Only those in this state") @QueryParam("state") Stage.@Nullable State state,
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue(Page.USUAL)
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") @Nullable
                    String after) {
        var most = Page.limit(limit);
        var wanted = new Procurements.Wanted(buyer, state);
        var found = procurements.behind(Procurements.Place.of(Page.after(after)), wanted, most + 1);
        return Page.of(
                found.stream().map(ProcurementView.Summary::of).toList(),
                most,
                summary -> summary.buyer() + "/" + summary.reference());
    }
}
