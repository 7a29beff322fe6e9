package org.anchors.socialvalue.award;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That contracts were entered into, as it is sent. */
@Schema(name = "ContractConfirmation", description = "That the contracts of all lots awarded were entered into.")
record ConfirmationBody(
        @NotNull(message = "Say when they were signed.")
        @Schema(description = "After the last day of the standstill, and no later than today")
        LocalDate signedOn,

        @NotNull(message = "Say when they start.") @Schema(description = "First day of the first year of the contract")
        LocalDate startsOn,

        @Nullable
        @Size(max = 100, message = "At most 100 lots.")
        @Schema(
                description =
                        "Values over the whole term in GBP, by lot; the price that was bid, unless said otherwise, or"
                                + " the value in the methodology where no price was")
        Map<String, BigDecimal> values) {

    Map<String, BigDecimal> valuesOrNone() {
        return values == null ? Map.of() : values;
    }
}
