package org.anchors.charter.indicator;

/** How the values of many organisations become one. */
public enum Aggregation {
    SUM,
    /** Sum of numerators over sum of denominators, of the organisations that gave both; never a mean of percentages. */
    RATIO_OF_SUMS,
    WEIGHTED_MEAN,
    COUNT_DISTINCT,
    COUNT_TRUE,
    COUNT_BY_VALUE,
    /** The newest of each organisation, with median and distribution. */
    LATEST,
    /** Follows from what another service knows; nobody reports it. */
    DERIVED
}
