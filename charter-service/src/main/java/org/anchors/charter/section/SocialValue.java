package org.anchors.charter.section;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Social value of public contracts in a reporting year, those of buyers that have not signed the charter among them where the
 * report is not narrowed. Amounts of social value are proxy values of a catalogue: those of two
 * editions are different moneys and are not added up.
 *
 * @param upTo id of the newest event that was taken in; absent before the first
 * @param receivedAt when that event was taken in
 * @param contracts how many were awarded in the year
 * @param tenPercentOrMore how many of them gave social value a tenth of the marks or more
 * @param value what those awarded are worth over their whole terms
 * @param committed what was promised by those awarded, over their whole terms; absent where catalogues differ
 * @param due what all contracts promised for the year; absent where catalogues differ
 * @param delivered what was delivered in the year and approved by the buyer; absent where catalogues differ
 * @param catalogues the amounts of social value by catalogue
 * @param caveat what to bear in mind
 */
@Schema(name = "SocialValueSection")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SocialValue(
        @Nullable UUID upTo,
        @Nullable Instant receivedAt,
        long contracts,
        long tenPercentOrMore,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "2500000.00")
        BigDecimal value,

        String currency,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "200000.50") @Nullable
        BigDecimal committed,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "80000.00") @Nullable
        BigDecimal due,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "62000.25") @Nullable
        BigDecimal delivered,

        List<Amounts> catalogues,
        @Nullable String caveat) {

    private static final String DIFFERENT_MONEYS =
            "Proxy values of several catalogues: they are shown side by side and not added up.";

    /** Amounts of social value by the proxies of one catalogue, in pounds. */
    @Schema(name = "SocialValueAmounts")
    public record Amounts(
            String catalogue,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "200000.50")
            BigDecimal committed,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "80000.00")
            BigDecimal due,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "62000.25")
            BigDecimal delivered) {

        static final Amounts NONE = new Amounts("", zero(), zero(), zero());

        private static BigDecimal zero() {
            return BigDecimal.ZERO.setScale(2);
        }
    }

    /** Contracts that were awarded in a year. */
    record Awarded(long contracts, long tenPercentOrMore, BigDecimal value) {}

    static SocialValue of(Receipts.@Nullable Newest newest, Awarded awarded, List<Amounts> catalogues) {
        var one = catalogues.isEmpty() ? Amounts.NONE : catalogues.size() == 1 ? catalogues.getFirst() : null;
        return new SocialValue(
                newest == null ? null : newest.event(),
                newest == null ? null : newest.receivedAt(),
                awarded.contracts(),
                awarded.tenPercentOrMore(),
                awarded.value(),
                "GBP",
                one == null ? null : one.committed(),
                one == null ? null : one.due(),
                one == null ? null : one.delivered(),
                catalogues,
                one == null ? DIFFERENT_MONEYS : null);
    }
}
