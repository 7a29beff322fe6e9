package org.anchors.socialvalue.marking;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.UpTo;
import org.anchors.kit.paging.Page;
import org.anchors.socialvalue.evaluation.InTurn;
import org.anchors.socialvalue.panel.Evaluator;
import org.anchors.socialvalue.panel.Panel;
import org.anchors.socialvalue.procurement.Procurements;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The marks of evaluators. Each marks alone, and sees the others' marks when the own ones are in. */
@Path("/procurements/{id}/marks")
@Tag(name = "Marks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MarksResource {

    /** Room for 500 bids with 200 marks each. */
    static final int LARGEST = 16_000_000;

    static final int MOST_TOKENS = 1_000_000;

    private final Procurements procurements;
    private final Panel panel;
    private final Marks marks;
    private final VisibleMarks visible;

    MarksResource(Procurements procurements, Panel panel, Marks marks, VisibleMarks visible) {
        this.procurements = procurements;
        this.panel = panel;
        this.marks = marks;
        this.visible = visible;
    }

    /** Marks as far as the caller may see them, bid by bid. */
    @Schema(name = "MarksPage", description = "Marks as far as you may see them, bid by bid.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(List<Sheets.OfBid> items, @Nullable String next) {}

    @GET
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.EVALUATOR, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "readMarks",
            summary =
                    "Marks that you may see, by bid: an evaluator's own, and the others' once the own are in; the buyer's"
                            + " when all are in")
    @APIResponse(
            responseCode = "200",
            description = "The marks; to an evaluator the ETag names the version of the own ones.",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response read(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "How many bids to a page, 1 to 200; fewer where they are large")
                    @QueryParam("limit")
                    @DefaultValue("20")
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") @Nullable
                    String after) {
        var most = Page.limit(limit);
        var procurement = procurements.requireInside(id);
        var seen = visible.to(procurement);
        var page = visible.marks(procurement, seen, Page.after(after), most);
        return Response.ok(new View(page.items(), page.next()))
                .header("ETag", seen.evaluator().map(own -> own.tagged().tag()).orElse(null))
                .build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.EVALUATOR)
    @Transactional
    @InTurn
    @Operation(
            operationId = "giveMarks",
            summary = "Give marks to some bids, each with its reason; they replace what you gave to these bids before")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = MarkedBid.Sheet.class)))
    @APIResponse(
            responseCode = "200",
            description = "The marks are kept; the ETag names the new version of yours.",
            content = @Content(schema = @Schema(implementation = Evaluator.class)))
    public Response give(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "ETag of your marks") @HeaderParam("If-Match") @Nullable String ifMatch,
            @UpTo(bytes = LARGEST, tokens = MOST_TOKENS) Reading<MarkedBid.Sheet> body) {
        var procurement = procurements.requireForWork(id);
        var evaluator = panel.holdCaller(procurement);
        evaluator.tagged().require(ifMatch);
        return shown(marks.save(procurement, evaluator, body));
    }

    @POST
    @Path("/submission")
    @RolesAllowed(Role.EVALUATOR)
    @Transactional
    @Operation(
            operationId = "submitMarks",
            summary = "Hand your marks in, one for every question of every bid; you cannot change them any more")
    @APIResponse(
            responseCode = "200",
            description = "Your marks are in, and you may read the others'.",
            content = @Content(schema = @Schema(implementation = Evaluator.class)))
    public Response submit(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "ETag of your marks") @HeaderParam("If-Match") @Nullable String ifMatch) {
        var procurement = procurements.requireForWork(id);
        var evaluator = panel.holdCaller(procurement);
        evaluator.tagged().require(ifMatch);
        return shown(marks.submit(procurement, evaluator));
    }

    private static Response shown(Evaluator evaluator) {
        return Response.ok(evaluator).header("ETag", evaluator.tagged().tag()).build();
    }
}
