package org.anchors.socialvalue.methodology;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where social value is to be felt. */
@Schema(name = "PlaceOfContract", description = "The place whose people social value is for.")
public record Place(
        @NotBlank(message = "Name the place.") @Size(max = 200, message = "At most 200 characters.")
        String name,

        @NotNull(message = "Say how many people of working age live there.")
        @Schema(
                description = "How many people of working age live there; commitments for more are flagged",
                examples = "730000")
        Integer workingAge) {}
