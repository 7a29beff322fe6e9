package org.anchors.socialvalue.catalogue;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A measure as it is shown; the fields are those that it was loaded with. */
@Schema(name = "Measure", description = "One measure of a catalogue.")
public record MeasureView(
        String code,
        Kind kind,
        @Nullable String theme,
        @Nullable String outcome,
        String unit,
        @Nullable BigDecimal proxy,
        @Nullable String currency,
        @Nullable Integer priceYear,
        @Nullable String source,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        List<String> stacksWith,
        @Nullable BigDecimal localMultiplier,
        @Nullable Boolean riskToLife,
        @Nullable String licence,
        @Nullable Boolean redistributable) {

    static MeasureView of(Measure measure) {
        return new MeasureView(
                measure.code(),
                measure.kind(),
                measure.theme(),
                measure.outcome(),
                measure.unit(),
                measure.proxy(),
                measure.currency(),
                measure.priceYear(),
                measure.source(),
                measure.low(),
                measure.high(),
                measure.stacksWith(),
                plain(measure.localMultiplier()),
                measure.riskToLife(),
                measure.licence(),
                measure.redistributable());
    }

    static MeasureView of(Upload.Row row) {
        return new MeasureView(
                row.code(),
                row.kindOrMonetised(),
                row.theme(),
                row.outcome(),
                row.unit(),
                row.proxy(),
                row.kindOrMonetised() == Kind.MONETISED ? row.currencyOrPounds() : null,
                row.priceYear(),
                row.source(),
                row.low(),
                row.high(),
                row.stacksWithOrNone(),
                plain(row.localMultiplier()),
                row.riskToLife(),
                row.licence(),
                row.redistributable());
    }

    /** With its stacking in one order, for what is compared by text. */
    public MeasureView settled() {
        return new MeasureView(
                code,
                kind,
                theme,
                outcome,
                unit,
                proxy,
                currency,
                priceYear,
                source,
                low,
                high,
                stacksWith.stream().sorted().toList(),
                localMultiplier,
                Boolean.TRUE.equals(riskToLife) ? true : null,
                licence,
                redistributable);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null
                ? null
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
