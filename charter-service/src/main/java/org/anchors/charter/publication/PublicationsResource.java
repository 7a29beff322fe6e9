package org.anchors.charter.publication;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.anchors.charter.consolidated.Format;
import org.anchors.charter.consolidated.WantedForm;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Flag;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.idempotency.Idempotency;
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

/** Publications: the anchor team makes them, whoever has a part in the platform reads them. */
@Path("/publications")
@Tag(name = "Publications")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PublicationsResource {

    private static final int LONGEST_NUMBER = 9;

    /** Much longer than the guard takes at most, with others' turns before: what ends it earlier could never be published. */
    private static final int MOST_SECONDS = 600;

    private final WantedCheck check;
    private final Publishing publishing;
    private final Publications publications;
    private final FrozenReports frozen;
    private final ReportingYears years;
    private final Idempotency idempotency;

    PublicationsResource(
            WantedCheck check,
            Publishing publishing,
            Publications publications,
            FrozenReports frozen,
            ReportingYears years,
            Idempotency idempotency) {
        this.check = check;
        this.publishing = publishing;
        this.publications = publications;
        this.frozen = frozen;
        this.years = years;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ANCHOR_TEAM)
    @Operation(
            operationId = "publishReport",
            summary =
                    "Freeze the consolidated report of a year under a disclosure policy, or only try with dryRun=true",
            description =
                    "Refused, with each way in, where counts that are kept back could be found out from it and from what"
                            + " was published before.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Wanted.class)))
    @APIResponse(
            responseCode = "200",
            description =
                    "With dryRun=true: nothing speaks against it. Nothing was stored; the number may be another one then.",
            content = @Content(schema = @Schema(implementation = Publication.class)))
    @APIResponse(
            responseCode = "201",
            description = "The report was published; Location says where it is.",
            content = @Content(schema = @Schema(implementation = Publication.class)))
    public Response publish(
            @Parameter(
                            description =
                                    "A new key for each new publication, the same when you send one again; not with dryRun")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @Parameter(description = "Try only, store nothing") @QueryParam("dryRun") @Nullable Flag dryRun,
            Reading<Wanted> body) {
        // Before the transaction begins, for the instant has to lie before it.
        var accepted = check.orRefuse(body);
        return QuarkusTransaction.requiringNew().timeout(MOST_SECONDS).call(() -> {
            if (Flag.isSet(dryRun)) {
                return Response.ok(publishing.tryOut(accepted)).build();
            }
            return idempotency.once(key, "publish-report " + body.digest(), () -> {
                var publication = publishing.publish(accepted);
                return new Idempotency.Created(publication.path(), publication.etag(), publication);
            });
        });
    }

    @GET
    @RolesAllowed({
        Role.PARTNER_REPORTER,
        Role.PARTNER_APPROVER,
        Role.PROCUREMENT_OFFICER,
        Role.EVALUATOR,
        Role.PROGRAMME_PROVIDER,
        Role.ANCHOR_TEAM,
        Role.AUDITOR
    })
    @Transactional
    @Operation(operationId = "listPublications", summary = "What was published, by number")
    public Page<Publication> list(
            @Parameter(description = "Only this reporting year, such as 2024-25") @QueryParam("year") @Nullable
                    String year,
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue(Page.USUAL)
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") @Nullable
                    String after) {
        var most = Page.limit(limit);
        var behind = number(Page.after(after));
        var wanted = year == null ? null : years.require(year).year();
        return Page.of(
                publications.behind(behind, wanted, most + 1),
                most,
                publication -> Integer.toString(publication.number()));
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({
        Role.PARTNER_REPORTER,
        Role.PARTNER_APPROVER,
        Role.PROCUREMENT_OFFICER,
        Role.EVALUATOR,
        Role.PROGRAMME_PROVIDER,
        Role.ANCHOR_TEAM,
        Role.AUDITOR
    })
    @Produces({Format.JSON_TYPE, Format.CSV_TYPE, Format.XLSX_TYPE, Format.HTML_TYPE, Format.PDF_TYPE})
    @Operation(
            operationId = "readPublication",
            summary = "A publication as it was frozen: the SHA-256 of the JSON's bytes is its ETag",
            description =
                    "In the other formats, chosen by Accept or format, it is made from the frozen report; page and"
                            + " PDF hold what partners wrote in the reports that had been accepted by its instant.")
    @APIResponse(
            responseCode = "200",
            description = "The published report; as JSON, the bytes that were hashed.",
            content = {
                @Content(mediaType = Format.JSON_TYPE, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = Format.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = Format.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, contentMediaType = Format.XLSX_TYPE)),
                @Content(mediaType = Format.HTML_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = Format.PDF_TYPE,
                        schema = @Schema(type = SchemaType.STRING, contentMediaType = Format.PDF_TYPE))
            })
    public Response read(
            @Parameter(description = "Number of the publication") @PathParam("number") int number,
            @Parameter(description = "ETag of the JSON that you have; 304 when it is this one")
                    @HeaderParam("If-None-Match")
                    @Nullable
                    String known,
            @BeanParam WantedForm wanted,
            @Context Request request) {
        var format = wanted.format(request);
        var part = wanted.part(format);
        var read = QuarkusTransaction.requiringNew().call(() -> frozen.read(number));
        if (format != Format.JSON) {
            return frozen.answer(read, format, part);
        }
        var etag = read.publication().etag();
        var answer = etag.equals(known)
                ? Response.notModified()
                : Response.ok(read.content(), MediaType.APPLICATION_JSON_TYPE);
        return answer.header("ETag", etag).header("Vary", "Accept").build();
    }

    private static int number(String position) {
        if (!position.matches("\\d{0,%d}".formatted(LONGEST_NUMBER))) {
            throw Page.foreign(position);
        }
        return position.isEmpty() ? 0 : Integer.parseInt(position);
    }
}
