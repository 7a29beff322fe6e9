package org.anchors.charter.actionplan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Indicator;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.edge.Scalar;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How plans are shown. */
final class PlanView {

    private PlanView() {}

    /** A saved draft, and what would hinder its adoption. */
    @Schema(name = "ActionPlanDraft")
    record Drafted(Plan plan, Instant savedAt, List<Fault> faults) {}

    /** A plan that was adopted. */
    @Schema(name = "AdoptedActionPlan")
    record Adopted(
            String organisation,
            String year,
            int revision,
            BoardApproval boardApproval,
            Instant adoptedAt,
            List<Plan.Action> actions) {

        static Adopted of(Plans.Adopted plan) {
            return new Adopted(
                    plan.of().organisation(),
                    plan.of().year().toString(),
                    plan.revision(),
                    plan.approval(),
                    plan.adoptedAt(),
                    plan.plan().actionsOrNone());
        }
    }

    /**
     * How far a plan got.
     *
     * @param revision revision of the plan
     * @param report reference of the report it is held against; absent while there is none
     * @param reportRevision revision of that report
     */
    @Schema(name = "ActionPlanProgress")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Overall(
            String organisation,
            String year,
            int revision,
            @Nullable String report,
            @Nullable Integer reportRevision,
            long met,
            long notMet,
            long unknown,
            List<Line> actions) {

        static Overall of(Plans.Adopted plan, Optional<Report> report, Catalogue catalogue) {
            var lines = plan.plan().actionsOrNone().stream()
                    .map(action ->
                            Line.of(action, catalogue.find(action.indicator()).orElseThrow(), report))
                    .toList();
            return new Overall(
                    plan.of().organisation(),
                    plan.of().year().toString(),
                    plan.revision(),
                    report.map(Report::reference).orElse(null),
                    report.map(Report::revision).orElse(null),
                    count(lines, Progress.Result.MET),
                    count(lines, Progress.Result.NOT_MET),
                    count(lines, Progress.Result.UNKNOWN),
                    lines);
        }

        private static long count(List<Line> lines, Progress.Result result) {
            return lines.stream().filter(line -> line.result() == result).count();
        }
    }

    /**
     * How far one action got.
     *
     * @param unit unit of baseline, target and figure
     * @param direction which way the indicator gets better
     * @param reported what the report says; absent where it says nothing
     * @param figure the reported figure in the unit, a ratio rounded to 2 places
     * @param result whether the target was reached
     * @param because why that is not known
     */
    @Schema(name = "ActionProgress")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String commitment,
            String action,
            String indicator,
            @Nullable String group,
            String leadRole,
            LocalDate due,
            String unit,
            Indicator.Direction direction,
            @Nullable Scalar baseline,
            Scalar target,
            @Nullable Reported reported,
            @Nullable BigDecimal figure,
            Progress.Result result,
            Progress.@Nullable Unknown because) {

        static Line of(Plan.Action action, Indicator indicator, Optional<Report> report) {
            var reported = report.flatMap(present -> present.find(action));
            var silent = report.isEmpty() ? Progress.Unknown.NO_REPORT : Progress.Unknown.NOT_REPORTED;
            var progress = reported.map(said -> Progress.of(action.target(), indicator, said))
                    .orElse(Progress.unknown(silent));
            return new Line(
                    action.commitment(),
                    action.action(),
                    action.indicator(),
                    action.group(),
                    action.leadRole(),
                    action.due(),
                    indicator.unit(),
                    indicator.direction(),
                    action.baseline(),
                    action.target(),
                    reported.orElse(null),
                    reported.flatMap(said -> Progress.figure(indicator, said)).orElse(null),
                    progress.result(),
                    progress.because());
        }
    }
}
