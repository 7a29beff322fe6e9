package org.anchors.socialvalue.marking;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.anchors.kit.edge.Scalar;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A mark for one question, with the reason. */
@Schema(name = "GivenMark", description = "A mark for one question, with the reason.")
public record GivenMark(
        @NotNull(message = "Give the mark.")
        @Schema(description = "A grade of the methodology's scale, or 0 to 100 where it has none")
        Scalar mark,

        @NotBlank(message = "Give the reason: bidders are told it.")
        @Size(max = 4_000, message = "At most 4,000 characters.")
        String reason) {}
