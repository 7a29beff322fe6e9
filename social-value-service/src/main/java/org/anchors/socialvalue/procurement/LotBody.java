package org.anchors.socialvalue.procurement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.anchors.socialvalue.methodology.MethodologyBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A lot, as it is written down. */
@Schema(name = "LotDraft", description = "A lot, which is bid for and awarded by itself.")
record LotBody(
        @NotBlank(message = "Give the lot a key.")
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}",
                message = "Begin with a letter or digit; up to 60 letters, digits, points, underscores and hyphens.")
        @Schema(description = "Its name, by which bids refer to it", examples = "north")
        String key,

        @NotBlank(message = "Give it a title.") @Size(max = 500, message = "At most 500 characters.")
        String title,

        @Nullable
        @Schema(
                description = "What it is worth in GBP without VAT, where several lots are judged by the procurement's"
                        + " methodology; they sum to the value in that",
                examples = "1250000")
        BigDecimal contractValue,

        @Nullable
        @Valid
        @Schema(description = "What bids for it are judged by, where that is not the procurement's methodology")
        MethodologyBody methodology) {}
