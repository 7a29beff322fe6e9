package org.anchors.socialvalue.methodology;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.socialvalue.scoring.Valuation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How commitments become money, as it is written down. */
@Schema(
        name = "Valuation",
        description = "How commitments become money; shares are from 0 to 1, and 0 unless said otherwise.")
record ValuationBody(
        @Nullable @Schema(description = "What would have happened anyway")
        BigDecimal deadweight,

        @Nullable @Schema(description = "What others bring about")
        BigDecimal attribution,

        @Nullable @Schema(description = "What is lost elsewhere")
        BigDecimal displacement,

        @Nullable @Schema(description = "What fades each year after the first")
        BigDecimal dropOff,

        @Nullable
        @Schema(description = "Whether later years are discounted at the Green Book's 3.5 %; no, unless said otherwise")
        Boolean discounted,

        @Nullable
        @Size(max = 200, message = "At most 200 measures.")
        @Schema(description = "Measures that are discounted at the rate for risk to life, 1.5 %, instead")
        List<@NotNull(message = "A measure cannot be null.") String> riskToLife,

        @Nullable
        @Size(max = 200, message = "At most 200 measures.")
        @Schema(description = "What money spent locally brings again, for the measures that carry a multiplier")
        Map<String, BigDecimal> localMultipliers) {

    static final ValuationBody GROSS = new ValuationBody(null, null, null, null, null, null, null);

    Stream<String> measures() {
        return Stream.concat(riskToLifeOrNone().stream(), localMultipliersOrNone().keySet().stream());
    }

    List<String> riskToLifeOrNone() {
        return riskToLife == null ? List.of() : riskToLife;
    }

    Map<String, BigDecimal> localMultipliersOrNone() {
        return localMultipliers == null ? Map.of() : localMultipliers;
    }

    ValuationBody settled() {
        return new ValuationBody(
                orZero(deadweight),
                orZero(attribution),
                orZero(displacement),
                orZero(dropOff),
                discounted != null && discounted,
                riskToLifeOrNone().stream().sorted().toList(),
                localMultipliers);
    }

    Valuation valuation() {
        return new Valuation(
                orZero(deadweight),
                orZero(attribution),
                orZero(displacement),
                orZero(dropOff),
                discounted != null && discounted,
                Set.copyOf(riskToLifeOrNone()),
                localMultipliersOrNone().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Decimals.plain(entry.getValue()))));
    }

    private static BigDecimal orZero(@Nullable BigDecimal share) {
        return share == null ? BigDecimal.ZERO : Decimals.plain(share);
    }
}
