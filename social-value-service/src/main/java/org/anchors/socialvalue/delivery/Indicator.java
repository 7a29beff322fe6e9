package org.anchors.socialvalue.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that a supplier's performance is measured by, in public. */
@Schema(name = "ContractIndicator", description = "What the supplier's performance is measured by, in public.")
record Indicator(
        @NotBlank(message = "Give it a key.")
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}",
                message = "Begin with a letter or digit; up to 60 letters, digits, points, underscores and hyphens.")
        @Schema(examples = "local-jobs")
        String key,

        @NotBlank(message = "Say what is measured.") @Size(max = 500, message = "At most 500 characters.")
        String title,

        @NotBlank(message = "Name the target.") @Size(max = 500, message = "At most 500 characters.")
        String target) {

    /** The indicators of a contract, as they are sent. */
    @Schema(name = "ContractIndicators", description = "The indicators of a contract, published once.")
    record All(
            @NotNull(message = "Send the indicators.")
            @Size(min = 1, max = 50, message = "Send 1 to 50 indicators.")
            @Schema(description = "At least three where the contract is worth more than 5,000,000 GBP")
            List<@NotNull(message = "An indicator cannot be null.") @Valid Indicator> indicators) {}

    /** All of a contract, as everybody may read them. */
    @Schema(name = "PublishedIndicators", description = "What the supplier of a contract is measured by.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Published(
            String contract,
            String buyer,
            String title,
            String supplier,
            List<Indicator> indicators,

            @Nullable @Schema(description = "The ratings of the newest period that is approved; absent until then")
            Rated newest) {}

    /** How a supplier was rated for a period. */
    @Schema(name = "RatedIndicators", description = "How the supplier was rated for a period.")
    record Rated(
            LocalDate from,
            LocalDate to,

            @Schema(implementation = Object.class, description = "Ratings by indicator") @JsonRawValue
            String ratings) {}
}
