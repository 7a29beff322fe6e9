package org.anchors.socialvalue.delivery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import org.anchors.kit.caller.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Delivered over committed of all contracts of an organisation. */
@Path("/deliveries")
@Tag(name = "Contracts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class TotalsResource {

    private final Totals totals;
    private final DeliveryAccess access;

    TotalsResource(Totals totals, DeliveryAccess access) {
        this.totals = totals;
        this.access = access;
    }

    /** What an organisation's suppliers committed to and delivered. */
    @Schema(
            name = "DeliveryTotals",
            description = "Delivered over committed of an organisation's contracts, by year and measure.")
    record View(String organisation, List<Line> lines) {}

    /** Of one measure of a catalogue in a reporting year. */
    @Schema(name = "DeliveryTotal", description = "Delivered over committed of one measure in one reporting year.")
    record Line(
            @Schema(examples = "2026-27") String year,
            String catalogue,
            String measure,
            String unit,
            BigDecimal committed,
            BigDecimal delivered,

            @Nullable @Schema(description = "Delivered over committed, in the unit of the measure")
            BigDecimal share,

            Progress.OfMoney value) {}

    @GET
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "sumDeliveries",
            summary = "What an organisation's suppliers committed to and delivered, by reporting year and measure")
    public View sum(
            @Parameter(description = "Key of the organisation; your own, unless another is named")
                    @QueryParam("organisation")
                    @Nullable
                    String organisation,
            @Parameter(description = "Only this reporting year, such as 2026-27") @QueryParam("year") @Nullable
                    String year) {
        var asked = access.asked(organisation);
        return new View(asked, totals.of(asked, year));
    }
}
