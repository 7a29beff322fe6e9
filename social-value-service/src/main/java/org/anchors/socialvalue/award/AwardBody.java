package org.anchors.socialvalue.award;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is awarded what, as it is sent. */
@Schema(name = "AwardDecision", description = "Who is awarded what.")
record AwardBody(
        @NotNull(message = "Decide on the lots.")
        @Size(min = 1, max = 100, message = "1 to 100 lots.")
        @Schema(description = "A decision on every lot")
        List<@NotNull(message = "A decision cannot be null.") @Valid Decision> lots) {

    /** What is decided on a lot. */
    @Schema(name = "LotDecision", description = "What is decided on a lot.")
    record Decision(
            @NotBlank(message = "Name the lot.") @Schema(description = "Key of the lot; whole, where there are none")
            String lot,

            @Nullable
            @Schema(
                    description =
                            "Reference of the bid that wins: the one of the first rank. None where the lot is awarded to nobody")
            String bid,

            @Nullable
            @Size(max = 4_000, message = "At most 4,000 characters.")
            @Schema(description = "Needed where several bids share the first rank, or nobody wins")
            String reason) {}

    /** The notice that announces the award. */
    @Schema(name = "AwardNotice", description = "The notice that announces the award and begins the standstill.")
    record Notice(
            @NotBlank(message = "Give the notice's reference.")
            @Size(max = 200, message = "At most 200 characters.")
            @Schema(description = "Its reference where it is published, such as on Find a Tender")
            String notice,

            @NotNull(message = "Say when it was published.")
            @Schema(
                    description =
                            "From the day of the award decision on, and no later than today. The standstill is counted from"
                                    + " the day on which the notice is recorded here")
            LocalDate publishedOn,

            @Nullable
            @Schema(
                    description =
                            "When each bidder was sent its assessment summary, no later than the notice; needed under the"
                                    + " Procurement Act 2023")
            LocalDate summariesSentOn) {}
}
