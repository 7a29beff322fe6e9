package org.anchors.socialvalue.procurement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.anchors.socialvalue.methodology.MethodologyBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A procurement, as it is written down. What is not known yet may be left out until it is published. */
@Schema(name = "ProcurementDraft", description = "A procurement, as far as it is known.")
record ProcurementBody(
        @NotBlank(message = "Give your reference of the procurement.")
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}",
                message = "Begin with a letter or digit; up to 60 letters, digits, points, underscores and hyphens.")
        @Schema(description = "Your own name for it", examples = "MSEFT-2026-017")
        String reference,

        @NotBlank(message = "Give it a title.") @Size(max = 500, message = "At most 500 characters.")
        String title,

        @Nullable @Schema(description = "Until when bids are taken, by the clock of the database")
        Instant bidDeadline,

        @Nullable
        @Size(max = 60, message = "At most 60 characters.")
        @Schema(
                description = "Edition of your catalogue that values commitments; needed where they bring marks",
                examples = "example-1")
        String catalogue,

        @Nullable
        @Valid
        @Schema(
                description = "What bids are judged by, with regime, notice date, value and term; needed unless"
                        + " every lot has its own")
        MethodologyBody methodology,

        @Nullable
        @Size(max = 100, message = "At most 100 lots.")
        @Schema(description = "Its lots; none where it is not divided, and bids are for the whole")
        List<@NotNull(message = "A lot cannot be null.") @Valid LotBody> lots) {

    /** Its methodologies, by the places at which they stand. */
    Map<String, MethodologyBody> methodologies() {
        var placed = new LinkedHashMap<String, MethodologyBody>();
        if (methodology != null) {
            placed.put("/methodology", methodology);
        }
        for (var i = 0; i < lotsOrNone().size(); i++) {
            var own = lotsOrNone().get(i).methodology();
            if (own != null) {
                placed.put("/lots/%d/methodology".formatted(i), own);
            }
        }
        return placed;
    }

    /** Those of them that bids are judged by: the procurement's own is not where every lot has another. */
    Stream<MethodologyBody> judgingMethodologies() {
        var own = lotsOrNone().stream().map(LotBody::methodology).filter(Objects::nonNull);
        return Stream.concat(isJudgedByItsOwn() ? Stream.ofNullable(methodology) : Stream.of(), own);
    }

    boolean isJudgedByItsOwn() {
        return lotsOrNone().isEmpty() || lotsOrNone().stream().anyMatch(lot -> lot.methodology() == null);
    }

    List<LotBody> lotsOrNone() {
        return lots == null ? List.of() : lots.stream().filter(Objects::nonNull).toList();
    }
}
