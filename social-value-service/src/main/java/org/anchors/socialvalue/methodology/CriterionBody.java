package org.anchors.socialvalue.methodology;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A criterion, as it is written down; which of its fields may stand there depends on its kind. */
@Schema(name = "MethodologyCriterion", description = "One of the things that bids are judged by.")
record CriterionBody(
        @NotBlank(message = "Give the criterion a key.")
        @Pattern(regexp = MethodologyBody.KEY, message = MethodologyBody.KEY_FORM)
        @Schema(description = "Its name; also that of the question where it has no parts", examples = "technical")
        String key,

        @Nullable @Size(max = 500, message = "At most 500 characters.") @Schema(description = "What it is about")
        String title,

        @NotNull(message = "Say of which kind it is.") @Schema(description = "What it judges")
        Kind kind,

        @Nullable
        @Schema(
                description = "Percentage of the whole; none for a price under PRICE_PER_QUALITY_POINT and"
                        + " MONETISED_QUALITY",
                examples = "40")
        BigDecimal weight,

        @Nullable @Schema(description = "The least of 100 that an eligible bid reaches, where it has no parts")
        BigDecimal passMark,

        @Nullable
        @Size(max = 200, message = "At most 200 parts.")
        @Schema(description = "What is marked; none where the criterion itself is the question")
        List<@NotNull(message = "A part cannot be null.") @Valid PartBody> parts,

        @Nullable @Schema(description = "How a price counts")
        Formula formula,

        @Nullable @Valid @Schema(description = "Prices that bring full marks and none; for LINEAR_FIXED_BOUNDS")
        Bounds bounds,

        @Nullable @Schema(description = "What a quality of 100 is worth in GBP; for MONETISED_QUALITY")
        BigDecimal qualityWorth,

        @Nullable @Schema(description = "Whether social value is marked, counted or both")
        Method method,

        @Nullable @Schema(description = "Share of what is counted, above 0 and below 1; for BLENDED", examples = "0.5")
        BigDecimal quantitativeShare,

        @Nullable @Valid @Schema(description = "How commitments are counted; for QUANTITATIVE and BLENDED")
        Quantitative quantitative) {

    /** What a criterion judges. */
    @Schema(name = "CriterionKind")
    enum Kind {
        PRICE,
        QUALITY,
        SOCIAL_VALUE
    }

    /** Whether social value is marked, counted or both. */
    @Schema(name = "SocialValueMethod")
    enum Method {
        QUALITATIVE,
        QUANTITATIVE,
        BLENDED
    }

    /** What counted social value is measured by. */
    @Schema(name = "CountingMethod")
    enum Counting {
        RELATIVE_TO_HIGHEST,
        AGAINST_TARGET,
        SHARE_OF_CONTRACT
    }

    /** Prices that were fixed beforehand. */
    @Schema(name = "PriceBounds", description = "Prices that were fixed beforehand.")
    record Bounds(
            @NotNull(message = "Give the price that brings full marks.") @Schema(description = "Full marks up to here")
            BigDecimal lower,

            @NotNull(message = "Give the price that brings none.") @Schema(description = "No marks from here")
            BigDecimal upper) {}

    /** How commitments are counted. */
    @Schema(name = "QuantitativeMethod", description = "How commitments are counted.")
    record Quantitative(
            @NotNull(message = "Name the method.") @Schema(description = "What they are measured by")
            Counting method,

            @Nullable
            @Schema(
                    description = "Value that brings full marks as a share of the contract value; for AGAINST_TARGET",
                    examples = "0.2")
            BigDecimal target) {}

    PartBody whole() {
        return new PartBody(key, title, weightOrNone(), passMark, parts);
    }

    BigDecimal weightOrNone() {
        return weight == null ? BigDecimal.ZERO : weight;
    }

    /** Whether evaluators mark it. */
    boolean isMarked() {
        return kind == Kind.QUALITY || kind == Kind.SOCIAL_VALUE && method != Method.QUANTITATIVE;
    }

    boolean isCounted() {
        return kind == Kind.SOCIAL_VALUE && (method == Method.QUANTITATIVE || method == Method.BLENDED);
    }

    /** Its fields that are amounts in GBP. */
    Stream<String> amounts() {
        return Stream.concat(
                Stream.ofNullable(bounds).map(given -> "bounds"),
                Stream.ofNullable(qualityWorth).map(given -> "qualityWorth"));
    }

    /** Its formula, if that divides the price by the marks. */
    Stream<String> divisions() {
        return formula == Formula.PRICE_PER_QUALITY_POINT ? Stream.of("formula") : Stream.of();
    }

    CriterionBody settled() {
        return weight != null
                ? this
                : new CriterionBody(
                        key,
                        title,
                        kind,
                        BigDecimal.ZERO,
                        passMark,
                        parts,
                        formula,
                        bounds,
                        qualityWorth,
                        method,
                        quantitativeShare,
                        quantitative);
    }
}
