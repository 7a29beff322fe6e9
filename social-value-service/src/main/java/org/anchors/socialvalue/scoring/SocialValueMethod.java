package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;

/** Whether social value is marked, counted or both. */
public sealed interface SocialValueMethod {

    /** Marked by evaluators. */
    record Qualitative() implements SocialValueMethod {}

    /** Counted in money. */
    record Quantitative(QuantitativeMethod method) implements SocialValueMethod {}

    /**
     * Both.
     *
     * @param share of what is counted, above 0 and below 1; the rest is marked
     */
    record Blended(BigDecimal share, QuantitativeMethod method) implements SocialValueMethod {
        public Blended {
            if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) >= 0) {
                throw new IllegalArgumentException("A share of " + share);
            }
        }
    }
}
