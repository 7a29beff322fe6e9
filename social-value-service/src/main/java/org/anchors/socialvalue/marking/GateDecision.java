package org.anchors.socialvalue.marking;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether a bid passed a gate. */
@Schema(name = "GateDecision", description = "Whether a bid passed a gate.")
public record GateDecision(
        @NotNull(message = "Say whether it passed.") Boolean passed,

        @Nullable
        @Size(max = 4_000, message = "At most 4,000 characters.")
        @Schema(description = "Needed where it did not pass: the bidder is told it")
        String reason) {}
