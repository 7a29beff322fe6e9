package org.anchors.employment.milestone;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.anchors.employment.outcome.JobKind;
import org.anchors.employment.outcome.Milestone.Kind;
import org.anchors.employment.outcome.Milestone.Reason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A milestone as it is sent; for the API document, as milestones are read piece by piece. */
@Schema(
        name = "Milestone",
        description = "Something that happened to a participant. Records are told apart by participant, kind, day and"
                + " recordId; the same one sent again changes nothing.",
        requiredProperties = {"programme", "participant", "kind", "on"})
record Sent(
        @Schema(description = "The programme, by its key") String programme,

        @Schema(
                description = "What you call the participant; turned into a pseudonym and not kept",
                examples = "HCA-000123")
        String participant,

        @Schema(description = "What happened") Kind kind,

        @Schema(description = "The day on which it happened")
        LocalDate on,

        @Nullable
        @Schema(description = "Your own id of this record; turned into a pseudonym and not kept", examples = "17")
        String recordId,

        @Nullable
        @Schema(
                description =
                        "JOB_OFFER, JOB_START and JOB_END: an organisation of the partnership by its key, or other",
                examples = "mseft")
        String employer,

        @Nullable @Schema(description = "JOB_START: above 0, at most 100", examples = "30")
        BigDecimal hoursPerWeek,

        @Nullable @Schema(description = "JOB_START: whether the pay is at or above the real living wage")
        Boolean realLivingWage,

        @Nullable @Schema(description = "JOB_START: what kind of work; EMPLOYED, unless it is said")
        JobKind job,

        @Nullable @Schema(description = "LEFT_EARLY: why") Reason reason,

        @Nullable @Schema(description = "The record that this one supersedes")
        Corrected corrects,

        @Nullable @Schema(description = "That the record which is superseded never happened")
        Boolean withdrawn) {

    /** The record that is superseded. */
    @Schema(
            name = "CorrectedMilestone",
            description =
                    "The record that is superseded; its kind is that of the new one, unless it is sent, and it has no"
                            + " recordId, unless that is sent.",
            requiredProperties = "on")
    record Corrected(
            @Nullable @Schema(description = "What was said to have happened")
            Kind kind,

            @Schema(description = "The day on which it was said to have happened")
            LocalDate on,

            @Nullable @Schema(description = "Your own id of that record, where it has one")
            String recordId) {}
}
