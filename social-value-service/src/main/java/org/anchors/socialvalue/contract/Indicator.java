package org.anchors.socialvalue.contract;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that a supplier's performance is measured by, in public. */
@Schema(name = "ContractIndicator", description = "What the supplier's performance is measured by, in public.")
public record Indicator(
        @NotBlank(message = "Give it a key.")
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}",
                message = "Begin with a letter or digit; up to 60 letters, digits, points, underscores and hyphens.")
        @Schema(examples = "local-jobs")
        String key,

        @NotBlank(message = "Say what is measured.") @Size(max = 500, message = "At most 500 characters.")
        String title,

        @NotBlank(message = "Name the target.") @Size(max = 500, message = "At most 500 characters.")
        String target) {}
