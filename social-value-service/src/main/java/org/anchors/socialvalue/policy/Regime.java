package org.anchors.socialvalue.policy;

/** The law that a procurement follows. */
public enum Regime {
    PROCUREMENT_ACT_2023,
    /** Clinical services. */
    PROVIDER_SELECTION_REGIME,
    /** Too small for the policies to hold. */
    BELOW_THRESHOLD,
    /** The older regulations. */
    PCR_2015
}
