package org.anchors.socialvalue.policy;

import java.math.BigDecimal;

/** The law that a procurement follows. */
public enum Regime {
    PROCUREMENT_ACT_2023,
    /** Clinical services. */
    PROVIDER_SELECTION_REGIME,
    /** Too small for the policies to hold. */
    BELOW_THRESHOLD,
    /** The older regulations. */
    PCR_2015;

    /** In GBP with VAT: works from 1 January 2024 to 31 December 2025; no threshold was higher in any year since 2021. */
    public static final BigDecimal HIGHEST_THRESHOLD = new BigDecimal(5_372_609);
}
