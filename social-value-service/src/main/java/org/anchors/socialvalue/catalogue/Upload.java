package org.anchors.socialvalue.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue as it is loaded. Parts that could not be read are null, whatever the types say.
 *
 * @param edition its name, of which its owner has only one
 * @param source who publishes it
 * @param licence licence of its figures
 * @param redistributable whether that lets the figures be passed on
 * @param measures what can be committed to
 */
@Schema(name = "CatalogueUpload", description = "A catalogue of social value measures as it is loaded.")
record Upload(
        @NotBlank(message = "Name the edition.")
        @Pattern(regexp = NAME, message = NAME_FORM)
        @Schema(description = "Its name, of which its owner has only one", examples = "example-1")
        String edition,

        @NotBlank(message = "Say who publishes the catalogue.")
        @Size(max = 500, message = "At most 500 characters.")
        @Schema(description = "Who publishes it")
        String source,

        @NotBlank(message = "Name the licence of its figures.")
        @Size(max = 200, message = "At most 200 characters.")
        @Schema(description = "Licence of its figures", examples = "OGL-UK-3.0")
        String licence,

        @NotNull(message = "Say whether the licence lets the figures be passed on.")
        @Schema(description = "Whether the licence lets the figures be passed on")
        Boolean redistributable,

        @NotNull(message = "Send the measures.")
        @Size(min = 1, max = 2_000, message = "A catalogue has 1 to 2,000 measures.")
        List<@NotNull(message = "A measure cannot be null.") @Valid Row> measures) {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}";
    private static final String NAME_FORM =
            "Begin with a letter or digit; up to 60 letters, digits, points, underscores and hyphens.";

    /**
     * One measure.
     *
     * @param code its name in the catalogue
     * @param kind how it counts; monetised, unless said otherwise
     * @param theme what it belongs to
     * @param outcome what it is good for
     * @param unit what it is counted in
     * @param proxy what one of it is worth
     * @param currency ISO 4217 code of the proxy value; GBP, unless said otherwise
     * @param priceYear the year whose prices the proxy value is in
     * @param source where the proxy value is taken from
     * @param low the least that one of it may be worth
     * @param high the most that one of it may be worth
     * @param stacksWith codes of the measures that may be claimed together with it
     * @param localMultiplier what money spent locally brings again, unless the methodology says otherwise
     * @param riskToLife whether later years are discounted at the rate for risk to life; no, unless said otherwise
     * @param licence of this figure; the catalogue's, unless said otherwise
     * @param redistributable whether this figure may be passed on; as the catalogue, unless said otherwise
     */
    @Schema(name = "MeasureRow", description = "One measure of a catalogue.")
    record Row(
            @NotBlank(message = "Give the measure a code.")
            @Pattern(regexp = NAME, message = NAME_FORM)
            @Schema(description = "Its name in the catalogue", examples = "M1")
            String code,

            @Nullable @Schema(description = "How it counts; MONETISED, unless said otherwise")
            Kind kind,

            @Nullable @Size(max = 200, message = "At most 200 characters.") @Schema(description = "What it belongs to")
            String theme,

            @Nullable @Size(max = 500, message = "At most 500 characters.") @Schema(description = "What it is good for")
            String outcome,

            @NotBlank(message = "Say what it is counted in.")
            @Schema(description = "What it is counted in", examples = "FTE-year")
            String unit,

            @Nullable @Schema(description = "What one of it is worth, to the penny; only and always of a monetised one")
            BigDecimal proxy,

            @Nullable @Schema(description = "ISO 4217 code of the proxy value; GBP, unless said otherwise")
            String currency,

            @Nullable @Schema(description = "The year whose prices the proxy value is in", examples = "2024")
            Integer priceYear,

            @Nullable
            @Size(max = 500, message = "At most 500 characters.")
            @Schema(description = "Where the proxy value is taken from")
            String source,

            @Nullable @Schema(description = "The least that one of it may be worth")
            BigDecimal low,

            @Nullable @Schema(description = "The most that one of it may be worth")
            BigDecimal high,

            @Nullable
            @Size(max = 100, message = "At most 100 codes.")
            @Schema(description = "Codes of the measures that may be claimed together with it")
            List<@NotNull(message = "A code cannot be null.") String> stacksWith,

            @Nullable
            @Schema(
                    description =
                            "What money spent locally brings again, such as LM3; it applies unless the methodology"
                                    + " names another for the measure",
                    examples = "1.5")
            BigDecimal localMultiplier,

            @Nullable
            @Schema(
                    description = "Whether later years are discounted at the rate for risk to life, 1.5 %, where the"
                            + " methodology discounts; no, unless said otherwise")
            Boolean riskToLife,

            @Nullable
            @Size(max = 200, message = "At most 200 characters.")
            @Schema(description = "Licence of this figure; the catalogue's, unless said otherwise")
            String licence,

            @Nullable
            @Schema(description = "Whether this figure may be passed on; as the catalogue, unless said otherwise")
            Boolean redistributable) {

        Kind kindOrMonetised() {
            return kind == null ? Kind.MONETISED : kind;
        }

        String currencyOrPounds() {
            return currency == null ? "GBP" : currency;
        }

        List<String> stacksWithOrNone() {
            return stacksWith == null ? List.of() : stacksWith;
        }
    }

    List<Row> measuresOrNone() {
        return measures == null ? List.of() : measures;
    }
}
