package org.anchors.charter.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
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
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Flag;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Annual reports, and what corrects them, that come as the filled-in template; they are checked and answered as those that come
 * as JSON. In the API document each is one operation with the one that takes JSON.
 */
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({ReportFile.CSV, ReportFile.XLSX})
@RunOnVirtualThread
class ReportFilesResource {

    private final ReportFiles files;
    private final Filing filing;

    ReportFilesResource(ReportFiles files, Filing filing) {
        this.files = files;
        this.filing = filing;
    }

    @POST
    @RolesAllowed(Role.PARTNER_REPORTER)
    @Transactional
    @Operation(hidden = true)
    public Response submit(
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") @Nullable Flag dryRun,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        return filing.submit(files.first(headers, body), new Filing.Terms(key, Flag.isSet(dryRun)));
    }

    @POST
    @Path("/{reference}/resubmission")
    @RolesAllowed(Role.PARTNER_REPORTER)
    @Transactional
    @Operation(hidden = true)
    public Response resubmit(
            @PathParam("reference") String reference,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") @Nullable Flag dryRun,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        return filing.amend(
                new Filing.Amended(reference, ifMatch, Revision.Kind.RESUBMISSION),
                files.later(reference, headers, body),
                new Filing.Terms(key, Flag.isSet(dryRun)));
    }

    @POST
    @Path("/{reference}/restatements")
    @RolesAllowed({Role.PARTNER_REPORTER, Role.PARTNER_APPROVER})
    @Transactional
    @Operation(hidden = true)
    public Response restate(
            @PathParam("reference") String reference,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") @Nullable Flag dryRun,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        return filing.amend(
                new Filing.Amended(reference, ifMatch, Revision.Kind.RESTATEMENT),
                files.later(reference, headers, body),
                new Filing.Terms(key, Flag.isSet(dryRun)));
    }
}
