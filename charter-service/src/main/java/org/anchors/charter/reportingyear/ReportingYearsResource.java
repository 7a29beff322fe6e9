package org.anchors.charter.reportingyear;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.anchors.kit.caller.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** When reports are taken. */
@Path("/reporting-years")
@Tag(name = "Charter")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReportingYearsResource {

    private final ReportingYears years;

    ReportingYearsResource(ReportingYears years) {
        this.years = years;
    }

    @GET
    @RolesAllowed({Role.PARTNER_REPORTER, Role.PARTNER_APPROVER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Operation(
            operationId = "listReportingYears",
            summary = "Reporting years with the day each opens, is due and closes")
    public List<ReportingWindow> all() {
        return years.all();
    }
}
