package org.anchors.employment.retention;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.anchors.kit.caller.Role;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Retention: what has been kept for long enough. It goes each night by itself. */
@Path("/retention")
@Tag(name = "Operations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RetentionResource {

    private static final int LONGEST_DAY = "2027-06-30".length();

    private final Retention retention;

    RetentionResource(Retention retention) {
        this.retention = retention;
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Operation(
            operationId = "whatWouldGo",
            summary = "What would go on a day because it has been kept for long enough; nothing does")
    public Retention.LettingGo wouldGo(
            @Parameter(description = "The day; today, unless it is said") @QueryParam("on") @Nullable String on) {
        return retention.wouldGo(on == null ? retention.today() : day(on));
    }

    @POST
    @Path("/runs")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "letGo",
            summary = "Let go now of what has been kept for long enough, as happens each night; safe to repeat")
    public Retention.LettingGo letGo() {
        return retention.letGo(retention.today());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.length() > LONGEST_DAY ? "" : text);
        } catch (DateTimeException notADay) {
            throw Refused.ofParameter(
                    CommonRefusal.INVALID_REQUEST, "on", "not-a-date", text, "Write it like 2027-06-30.");
        }
    }
}
