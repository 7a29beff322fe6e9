package org.anchors.employment.snapshot;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.anchors.employment.outcome.JobKind;
import org.anchors.employment.outcome.OutcomeRule;
import org.anchors.employment.outcome.OutcomeRules;
import org.anchors.kit.caller.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The rules by which outcomes are counted, every version of each. */
@Path("/outcome-rules")
@Tag(name = "Outcomes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class OutcomeRulesResource {

    /**
     * A rule as it is shown.
     *
     * @param from the first day of programmes that it is for
     * @param until the last day of such; absent where there is none
     * @param jobs the kinds of work that count
     * @param paidHours hours of paid work after which a job counts; absent where it counts from its first day
     * @param throughout in work without a longer gap until any of these spans after the first start is over
     * @param days or in work on so many days in all
     * @param window within so many days from the first start
     * @param longestGap days without work between two jobs that do not end a stay
     */
    @Schema(name = "OutcomeRuleDefinition", description = "A version of a rule by which outcomes are counted.")
    record RuleView(
            String name,
            int version,
            LocalDate from,
            @Nullable LocalDate until,
            List<JobKind> jobs,
            @Nullable BigDecimal paidHours,
            @Nullable List<String> throughout,
            @Nullable Integer days,
            @Nullable Integer window,
            int longestGap) {

        static RuleView of(OutcomeRule rule) {
            return switch (rule.lasting()) {
                case OutcomeRule.Lasting.Throughout throughout ->
                    of(rule, throughout.anyOf().stream().map(Period::toString).toList(), null, null);
                case OutcomeRule.Lasting.Altogether altogether ->
                    of(rule, null, altogether.days(), altogether.window());
            };
        }

        private static RuleView of(
                OutcomeRule rule, @Nullable List<String> throughout, @Nullable Integer days, @Nullable Integer window) {
            return new RuleView(
                    rule.name(),
                    rule.version(),
                    rule.from(),
                    rule.until(),
                    rule.jobs().stream().sorted().toList(),
                    rule.paidHours(),
                    throughout,
                    days,
                    window,
                    rule.longestGap());
        }
    }

    @GET
    @RolesAllowed({Role.PROGRAMME_PROVIDER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Operation(operationId = "listOutcomeRules", summary = "Every version of every rule by which outcomes are counted")
    public List<RuleView> list() {
        return OutcomeRules.released().all().stream().map(RuleView::of).toList();
    }
}
