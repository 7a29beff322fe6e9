package org.anchors.socialvalue.methodology;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Price formulae by their names in a methodology. */
@Schema(name = "PriceFormula")
enum Formula {
    LOWEST_PRICE_RELATIVE,
    LINEAR_FIXED_BOUNDS,
    MIN_MAX,
    PRICE_PER_QUALITY_POINT,
    VALUE_FOR_MONEY_INDEX,
    MONETISED_QUALITY;

    /** Whether the price has no weight, because the formula sets it against the other marks. */
    boolean isUnweighted() {
        return this == PRICE_PER_QUALITY_POINT || this == MONETISED_QUALITY;
    }

    boolean isAbsolute() {
        return isUnweighted() || this == VALUE_FOR_MONEY_INDEX;
    }
}
