package org.anchors.socialvalue.award;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody objected to an award. No contract is entered into before it is answered.
 *
 * @param number counts those of the award from 1
 * @param from the organisation that objects
 */
@Schema(name = "Representation", description = "What somebody objected to an award.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Representation(
        int number,
        String from,
        LocalDate receivedOn,
        String about,
        Instant recordedAt,
        String recordedBy,

        @Nullable @Schema(description = "When the answer was communicated; absent until then")
        LocalDate answeredOn,

        @Nullable String answer) {

    /** As it is sent. */
    @Schema(name = "RepresentationReceived", description = "What somebody objects to an award.")
    record Sent(
            @NotBlank(message = "Say which organisation objects.") @Size(max = 200, message = "At most 200 characters.")
            String from,

            @NotNull(message = "Say when it was received.")
            @Schema(description = "From the day of the award decision to today")
            LocalDate receivedOn,

            @NotBlank(message = "Say what is objected.") @Size(max = 4_000, message = "At most 4,000 characters.")
            String about) {}

    /** The answer as it is sent. */
    @Schema(name = "RepresentationAnswer", description = "What was decided after somebody objected to an award.")
    record Answer(
            @NotNull(message = "Say when the answer was communicated.")
            @Schema(description = "From the day on which it was received to today")
            LocalDate answeredOn,

            @NotBlank(message = "Say what was decided.") @Size(max = 4_000, message = "At most 4,000 characters.")
            String answer) {}
}
