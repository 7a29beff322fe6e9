package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;

/**
 * A bid with what it commits to.
 *
 * @param value of its commitments, as it is carried on
 * @param offer the same as it is shown
 */
record Entry(Bid bid, BigDecimal value, Offer offer) {}
