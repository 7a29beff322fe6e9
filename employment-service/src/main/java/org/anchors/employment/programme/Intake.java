package org.anchors.employment.programme;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.edge.Findings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A cohort as it is planned. Parts that could not be read are null, whatever the types say.
 *
 * @param programme key of the programme
 * @param key its name within the programme, the same for ever
 * @param startsOn its first day, where known
 * @param endsOn its last day, where known
 * @param places how many people it can take
 */
@Schema(name = "CohortPlan", description = "A cohort as it is planned.")
record Intake(
        @NotBlank(message = "Name the programme by its key.")
        @Schema(description = "The programme, by its key", examples = "health-and-care-academy")
        String programme,

        @NotBlank(message = "Give the cohort a key.")
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "Up to 60 lower-case letters, digits and hyphens.")
        @Schema(description = "Its name within the programme, the same for ever", examples = "2022-autumn")
        String key,

        @Nullable @Schema(description = "Its first day, where known")
        LocalDate startsOn,

        @Nullable @Schema(description = "Its last day, where known")
        LocalDate endsOn,

        @Nullable
        @Min(value = 1, message = "At least 1 place.")
        @Max(value = 100_000, message = "At most 100,000 places.")
        @Schema(description = "How many people it can take")
        Integer places) {

    /** What is wrong with it beyond its shape. */
    List<Fault> faults() {
        var findings = new Findings();
        findings.addAll(RegistrationCheck.ofText("/key", key));
        day(findings, "/startsOn", startsOn);
        day(findings, "/endsOn", endsOn);
        if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
            findings.add("/endsOn", "ends-before-start", endsOn.toString(), "Send a day on or after startsOn.");
        }
        return findings.faults();
    }

    private static void day(Findings findings, String at, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < 2000 || day.getYear() > 2099)) {
            findings.add(at, "date-out-of-range", day.toString(), "Send a day from 2000 to 2099.");
        }
    }
}
