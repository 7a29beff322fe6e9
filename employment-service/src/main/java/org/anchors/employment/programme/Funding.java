package org.anchors.employment.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who pays for a programme.
 *
 * @param source the fund or budget
 * @param amount how much, for the whole programme, to the penny
 * @param currency ISO 4217 code; goes with the amount
 */
@Embeddable
@Schema(name = "Funding")
record Funding(
        @NotBlank(message = "Name the fund or budget.")
        @Size(max = 200, message = "At most 200 characters.")
        @Pattern(regexp = Registration.ONE_LINE, message = "Write it on one line.")
        @Column(name = "funding_source")
        @Schema(examples = "UK Shared Prosperity Fund")
        String source,

        @Nullable @Column(name = "funding_amount") @Schema(examples = "250000.00")
        BigDecimal amount,

        @Nullable @Column(name = "funding_currency") @Schema(examples = "GBP")
        String currency) {

    /** The same with the amount written as it is kept, to the penny. */
    Funding toThePenny() {
        return amount == null ? this : new Funding(source, amount.setScale(2, RoundingMode.UNNECESSARY), currency);
    }
}
