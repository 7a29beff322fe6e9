package org.anchors.employment.milestone;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import org.anchors.contracts.problem.Fault;
import org.anchors.employment.privacy.Pseudonyms;
import org.anchors.kit.bulk.LoadMode;
import org.anchors.kit.bulk.ReceivedFile;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Flag;
import org.anchors.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Milestones: a provider records what happened to the participants of its programmes. */
@Path("/milestones")
@Tag(name = "Milestones")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MilestonesResource {

    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";

    private static final long LARGEST = 64_000_000;
    private static final int MOST_FAULTS = 1_000;
    private static final LoadsInHand IN_HAND = new LoadsInHand(Duration.ofSeconds(10));

    private final MilestoneLoading loading;
    private final Loads loads;
    private final Pseudonyms pseudonyms;

    MilestonesResource(MilestoneLoading loading, Loads loads, Pseudonyms pseudonyms) {
        this.loading = loading;
        this.loads = loads;
        this.pseudonyms = pseudonyms;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, NDJSON, CSV})
    @RolesAllowed(Role.PROGRAMME_PROVIDER)
    @Operation(
            operationId = "recordMilestones",
            summary = "Record milestones of your programmes, or only check them with dryRun=true",
            description =
                    "JSON: one milestone or a list of them. NDJSON: a milestone in each line. CSV: a milestone in each"
                            + " row, in columns programme, participant, kind, on, record_id, employer, hours_per_week,"
                            + " real_living_wage, job, reason, corrects_kind, corrects_on, corrects_record_id, withdrawn, of which the"
                            + " first four are needed. At most 250,000 milestones and 64 MB. The answer has the first 1,000 faults; every"
                            + " faulty milestone is listed at allFaults, also where all are refused for them or only checked. What was"
                            + " recorded before changes nothing.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(oneOf = {Sent.class, Sent[].class})),
                @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "201",
            description = "What came of the milestones.",
            content = @Content(schema = @Schema(implementation = LoadOutcome.class)))
    @APIResponse(
            responseCode = "200",
            description = "With dryRun=true: what would come of them. No milestone was stored.",
            content = @Content(schema = @Schema(implementation = LoadOutcome.class)))
    public Response record(
            @Parameter(
                            description =
                                    "all-or-nothing: one faulty milestone refuses all; accept-valid: faulty ones are"
                                            + " left out and listed")
                    @QueryParam("mode")
                    @DefaultValue(LoadMode.USUAL)
                    String mode,
            @Parameter(description = "Check only, store no milestone") @QueryParam("dryRun") @Nullable Flag dryRun,
            @Parameter(
                            description =
                                    "A new key for each new request, the same when you send one again; not with dryRun")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        var wanted = LoadMode.asked(mode);
        try (var file = ReceivedFile.receive(body, pseudonyms.digest(), LARGEST, "milestones");
                var _ = IN_HAND.take(file.size())) {
            return Flag.isSet(dryRun)
                    ? Response.ok(loading.check(file, form(headers), wanted)).build()
                    : loading.load(file, form(headers), wanted, key);
        }
    }

    @GET
    @Path("/loads/{id}")
    @RolesAllowed(Role.PROGRAMME_PROVIDER)
    @Transactional
    @Operation(operationId = "readMilestoneLoad", summary = "What came of milestones that your organisation sent")
    @APIResponse(
            responseCode = "200",
            description = "What came of them.",
            content = @Content(schema = @Schema(implementation = LoadOutcome.class)))
    public Response read(@Parameter(description = "The load's id") @PathParam("id") UUID id) {
        return Response.ok(loads.require(id), MediaType.APPLICATION_JSON)
                .header("ETag", "\"0\"")
                .build();
    }

    @GET
    @Path("/loads/{id}/faults")
    @RolesAllowed(Role.PROGRAMME_PROVIDER)
    @Transactional
    @Operation(
            operationId = "listMilestoneLoadFaults",
            summary = "Everything that was wrong with milestones that your organisation sent",
            description =
                    "In the order in which it was found. Every faulty milestone is there: with all its faults, and with its"
                            + " first one only when 50,000 stand before it. Kept for 90 days; of milestones that were all refused,"
                            + " or only checked, where the answer had not room for every fault, and until the same are sent again or ten"
                            + " other files were refused or checked so.")
    public Page<Fault> faults(
            @Parameter(description = "The load's id") @PathParam("id") UUID id,
            @Parameter(description = "How many to a page, 1 to 1,000") @QueryParam("limit") @DefaultValue(Page.USUAL)
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") @Nullable
                    String after) {
        return loads.faults(id, Page.afterNumber(after), Page.limit(limit, MOST_FAULTS));
    }

    private static Form form(HttpHeaders headers) {
        var type = headers.getMediaType();
        if (MediaType.valueOf(CSV).isCompatible(type)) {
            return Form.ROWS;
        }
        return MediaType.valueOf(NDJSON).isCompatible(type) ? Form.LINES : Form.JSON;
    }
}
