package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;

/** The lowest and the highest price of the eligible bids. */
public record Prices(BigDecimal lowest, BigDecimal highest) {}
