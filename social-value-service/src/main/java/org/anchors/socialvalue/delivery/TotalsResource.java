package org.anchors.socialvalue.delivery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import org.anchors.kit.caller.Role;
import org.anchors.kit.paging.Page;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
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

    private static final String YEAR = "[0-9]{4}-[0-9]{2}";

    private final Totals totals;
    private final DeliveryAccess access;

    TotalsResource(Totals totals, DeliveryAccess access) {
        this.totals = totals;
        this.access = access;
    }

    /** Of one measure of a catalogue in a reporting year. */
    @Schema(name = "DeliveryTotal", description = "Delivered over committed of one measure in one reporting year.")
    record Line(
            String organisation,
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
            summary =
                    "What an organisation's suppliers committed to and delivered, by reporting year and measure, page by page")
    public Page<Line> sum(
            @Parameter(description = "Key of the organisation; your own, unless another is named")
                    @QueryParam("organisation")
                    @Nullable
                    String organisation,
            @Parameter(description = "Only this reporting year, such as 2026-27") @QueryParam("year") @Nullable
                    String year,
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue(Page.USUAL)
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") @Nullable
                    String after) {
        if (year != null && !year.matches(YEAR)) {
            throw Refused.ofParameter(
                    CommonRefusal.INVALID_REQUEST, "year", "form", year, "Send a reporting year such as 2026-27.");
        }
        var most = Page.limit(limit);
        var wanted = new Totals.Wanted(access.asked(organisation), year);
        return Page.of(
                totals.behind(Totals.Place.of(Page.after(after)), wanted, most + 1), most, line -> Totals.Place.of(line)
                        .text());
    }
}
