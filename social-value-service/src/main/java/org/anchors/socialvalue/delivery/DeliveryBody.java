package org.anchors.socialvalue.delivery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was delivered in a period, as it is sent. Parts that could not be read are null, whatever the types say. */
@Schema(name = "DeliveryStatement", description = "What was delivered of a contract's obligations in a period.")
record DeliveryBody(
        @NotNull(message = "Say when the period begins.") LocalDate from,

        @NotNull(message = "Say when the period ends.")
        @Schema(description = "Its last day; a period lies within one reporting year, April to March")
        LocalDate to,

        @NotNull(message = "Say what was delivered.") @Size(min = 1, max = 200, message = "State 1 to 200 obligations.")
        List<@NotNull(message = "A line cannot be null.") @Valid Line> lines,

        @NotNull(message = "Send the evidence.") @Size(min = 1, max = 20, message = "Send 1 to 20 pieces of evidence.")
        List<@NotNull(message = "A piece of evidence cannot be null.") @Valid Evidence> evidence,

        @Nullable
        @Schema(description = "Number of the approved statement that this one replaces, once it is approved itself")
        Integer corrects,

        @Nullable
        @Size(max = 2_000, message = "At most 2,000 characters.")
        @Schema(description = "Why it is corrected; only and always of a correction")
        String reason) {

    /** What was delivered of one obligation. */
    @Schema(name = "DeliveredLine", description = "What was delivered of one obligation.")
    record Line(
            @NotNull(message = "Name the obligation.") @Schema(description = "Its number in the contract")
            Integer obligation,

            @Nullable @Schema(description = "How much, in the unit of its measure; not where it is described only")
            BigDecimal quantity,

            @Nullable @Size(max = 2_000, message = "At most 2,000 characters.") @Schema(description = "What was done")
            String text) {}

    /** What shows it. */
    @Schema(name = "Evidence", description = "What shows that it was delivered: words, and where more is found.")
    record Evidence(
            @NotBlank(message = "Say what it shows.") @Size(max = 4_000, message = "At most 4,000 characters.")
            String text,

            @Nullable
            @Size(max = 500, message = "At most 500 characters.")
            @Pattern(regexp = "https://[^\\s<>\"]+", message = "Send an address that begins with https://.")
            @Schema(description = "Where it is found", examples = "https://example.org/register")
            String link) {}

    /** What the buyer says of a delivery that it approves of. */
    @Schema(name = "DeliveryApproval", description = "The buyer's approval of what was delivered, with its rating.")
    record Approval(
            @NotNull(message = "Rate the supplier's performance.")
            Rating rating,

            @Nullable
            @Size(max = 2_000, message = "At most 2,000 characters.")
            @Schema(description = "Needed for every rating but GOOD")
            String comment,

            @Nullable @Schema(description = "A rating for each of the contract's published indicators, by their keys")
            Map<String, Rating> indicators) {

        Map<String, Rating> indicatorsOrNone() {
            return indicators == null ? Map.of() : indicators;
        }
    }

    /** Why the buyer does not approve. */
    @Schema(name = "DeliveryRejection", description = "Why the buyer does not approve of what was stated.")
    record Rejection(
            @NotBlank(message = "Give the reason.") @Size(max = 2_000, message = "At most 2,000 characters.")
            String reason) {}

    List<Line> linesOrNone() {
        return lines == null
                ? List.of()
                : lines.stream().filter(Objects::nonNull).toList();
    }
}
