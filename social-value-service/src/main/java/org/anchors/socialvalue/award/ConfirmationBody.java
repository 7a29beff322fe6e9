package org.anchors.socialvalue.award;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anchors.socialvalue.contract.Indicator;
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
                        "By lot, what a contract is worth instead of the price that was bid, or of the value of the lot"
                                + " where no price was")
        Map<String, @NotNull(message = "Leave the lot out instead.") @Valid AgreedValue> values,

        @Nullable
        @Size(max = 100, message = "At most 100 lots.")
        @Schema(
                description =
                        "By lot, what the supplier's performance is measured by; published with the contract. At least three"
                                + " where it is worth more than 5,000,000 GBP")
        Map<
                        String,
                        @NotNull(message = "Leave the lot out instead.")
                                @Size(min = 1, max = 50, message = "Send 1 to 50 indicators.") List<
                                @NotNull(message = "An indicator cannot be null.") @Valid Indicator>>
                indicators) {

    Map<String, AgreedValue> valuesOrNone() {
        return values == null ? Map.of() : values;
    }

    Map<String, List<Indicator>> indicatorsOrNone() {
        return indicators == null ? Map.of() : indicators;
    }

    List<Indicator> indicatorsOf(String lot) {
        return Objects.requireNonNullElse(indicatorsOrNone().get(lot), List.of());
    }

    /** What a contract is worth. */
    @Schema(name = "AgreedValue", description = "What a contract is worth, and why it is not what was bid.")
    record AgreedValue(
            @NotNull(message = "Say what it is worth.") @Schema(description = "Over the whole term, in GBP")
            BigDecimal value,

            @NotBlank(message = "Say why it is not what was bid.")
            @Size(max = 2_000, message = "At most 2,000 characters.")
            String reason) {}
}
