package org.anchors.socialvalue.methodology;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is done that is not usual. */
@Schema(name = "ApprovedReason", description = "Why it is so, and who approved it.")
public record Approved(
        @NotBlank(message = "Give the reason.") @Size(max = 2_000, message = "At most 2,000 characters.")
        String reason,

        @NotBlank(message = "Say who approved it.")
        @Size(max = 200, message = "At most 200 characters.")
        @Schema(description = "Role of whoever approved it")
        String approver) {}
