package org.anchors.charter.indicator;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.kit.caller.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The indicators that reports are made of. */
@Path("/indicators")
@Tag(name = "Charter")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class IndicatorsResource {

    private final Catalogues catalogues;
    private final ReportingYears years;

    IndicatorsResource(Catalogues catalogues, ReportingYears years) {
        this.catalogues = catalogues;
        this.years = years;
    }

    @GET
    @RolesAllowed({Role.PARTNER_REPORTER, Role.PARTNER_APPROVER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Operation(
            operationId = "readIndicators",
            summary = "The indicator catalogue in use for a reporting year, with bounds and rules")
    public Catalogue of(
            @Parameter(description = "Reporting year, such as 2024-25; the newest one when left out")
                    @QueryParam("year")
                    String year) {
        return catalogues.of(
                year == null ? years.newest().year() : years.require(year).year());
    }
}
