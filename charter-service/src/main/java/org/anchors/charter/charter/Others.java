package org.anchors.charter.charter;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Others that an organisation signs for.
 *
 * @param whom who they are, in words
 * @param organisations how many they are
 */
@Schema(name = "OnBehalfOf")
public record Others(
        @NotBlank(message = "Say for whom it signs.") @Size(max = 200, message = "At most 200 characters.")
        String whom,

        @Min(value = 1, message = "Say how many they are, 1 at least.")
        @Max(value = 10_000, message = "At most 10,000.")
        int organisations) {}
