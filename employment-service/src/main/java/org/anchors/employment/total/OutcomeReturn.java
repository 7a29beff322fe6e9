package org.anchors.employment.total;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.anchors.contracts.event.OutcomeTotalsChanged.Quality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Totals as a provider returns them. Parts that could not be read are null, whatever the types say.
 *
 * @param programme key of the programme
 * @param period a reporting year, or months within one; absent where it is not stated
 * @param quality how exact the totals are
 * @param totals of everyone
 * @param groups of those among them who belong to a target group; groups overlap
 */
@Schema(name = "OutcomeReturn", description = "Totals of a programme that can give totals only.")
record OutcomeReturn(
        @NotBlank(message = "Name the programme by its key.")
        @Schema(description = "The programme, by its key", examples = "health-and-care-academy")
        String programme,

        @Nullable
        @Pattern(
                regexp = "20\\d{2}-\\d{2}|20\\d{2}-(0[1-9]|1[0-2])/20\\d{2}-(0[1-9]|1[0-2])",
                message = "Send a reporting year such as 2022-23, or months such as 2022-04/2022-12.")
        @Schema(
                description =
                        "A reporting year such as 2022-23, or months within one such as 2022-04/2022-12; left out where"
                                + " it is not stated",
                examples = "2022-23")
        String period,

        @NotNull(message = "Say how exact the totals are.") @Schema(description = "How exact the totals are")
        Quality quality,

        @NotNull(message = "Send the totals.") @Valid @Schema(description = "The totals of everyone")
        Sums totals,

        @Nullable
        @Valid
        @Size(max = 8, message = "At most 8 groups.")
        @Schema(description = "Of which per target group; groups overlap")
        List<@NotNull(message = "A group cannot be null.") @Valid OfGroup> groups) {

    private static final int MOST = 1_000_000;

    /** Counts of people; one that is not known is left out, which is not zero. */
    @Schema(name = "ReturnedTotals")
    record Sums(
            @Nullable
            @Min(value = 0, message = "0 or more.")
            @Max(value = MOST, message = "At most 1,000,000.")
            @Schema(description = "Who started")
            Integer participants,

            @Nullable
            @Min(value = 0, message = "0 or more.")
            @Max(value = MOST, message = "At most 1,000,000.")
            @Schema(description = "Who were offered a job; offers are not jobs")
            Integer jobOffers,

            @Nullable
            @Min(value = 0, message = "0 or more.")
            @Max(value = MOST, message = "At most 1,000,000.")
            @Schema(description = "Who started a job")
            Integer inWork,

            @Nullable
            @Min(value = 0, message = "0 or more.")
            @Max(value = MOST, message = "At most 1,000,000.")
            @Schema(description = "Who stayed as long as the outcome rule wants")
            Integer sustained) {

        Counts counts() {
            return new Counts(participants, jobOffers, inWork, sustained);
        }
    }

    /** The counts of one group. */
    @Schema(name = "ReturnedGroup")
    record OfGroup(
            @NotBlank(message = "Name the group.") @Schema(description = "Target group", examples = "care-leaver")
            String group,

            @NotNull(message = "Send the totals.") @Valid Sums totals) {}
}
