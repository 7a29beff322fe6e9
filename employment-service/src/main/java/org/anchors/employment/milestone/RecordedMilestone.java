package org.anchors.employment.milestone;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.anchors.employment.outcome.JobKind;
import org.anchors.employment.outcome.Milestone.Kind;
import org.anchors.employment.outcome.Milestone.Reason;
import org.anchors.kit.calendar.EssexDays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A milestone as it is kept. What a provider calls its record by is not in it.
 *
 * @param entry its number, in the order of recording
 * @param corrects the kind and day of the record that it supersedes
 * @param withdrawn whether it says only that that record never happened
 * @param superseded whether another record has taken its place
 */
@Schema(name = "RecordedMilestone", description = "A milestone as it is kept; what is superseded stays in the history.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecordedMilestone(
        long entry,
        Kind kind,
        LocalDate on,
        @Nullable String employer,
        @Nullable BigDecimal hoursPerWeek,
        @Nullable Boolean realLivingWage,
        @Nullable JobKind job,
        @Nullable Reason reason,
        @Nullable Corrected corrects,
        boolean withdrawn,
        boolean superseded,
        Instant recordedAt) {

    /** The record that was superseded. */
    @Schema(name = "SupersededMilestone", description = "The record that was superseded.")
    record Corrected(Kind kind, LocalDate on) {}

    static RecordedMilestone of(Tuple row) {
        var job = row.get("job", String.class);
        var reason = row.get("reason", String.class);
        var corrected = row.get("corrects_kind", String.class);
        return new RecordedMilestone(
                row.get("id", Long.class),
                Kind.valueOf(row.get("kind", String.class)),
                Objects.requireNonNull(EssexDays.read(row, "happened_on")),
                row.get("employer", String.class),
                row.get("hours", BigDecimal.class),
                row.get("living_wage", Boolean.class),
                job == null ? null : JobKind.valueOf(job),
                reason == null ? null : Reason.valueOf(reason),
                corrected == null
                        ? null
                        : new Corrected(
                                Kind.valueOf(corrected), Objects.requireNonNull(EssexDays.read(row, "corrects_on"))),
                row.get("withdrawn", Boolean.class),
                row.get("superseded", Boolean.class),
                row.get("recorded_at", Instant.class));
    }
}
