package org.anchors.contracts.event;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A buyer has approved what was delivered of a contract's commitments, or corrected what was approved. Only approved delivery
 * counts.
 *
 * @param contract key of the contract
 * @param buyer key of the organisation that bought
 * @param year reporting year of the delivery, such as {@code 2024-25}
 * @param delivered all that is approved for the contract and the year so far, in pounds of proxy value
 * @param catalogue edition of the catalogue that it is valued by
 * @param version counts the statements about a contract and a year, from 1; the highest is what holds
 * @param approvedAt when it was approved
 */
@EventType(value = "org.anchors.social-value.delivery-approved.v1", topic = Topic.SOCIAL_VALUE)
public record DeliveryApproved(
        String contract,
        String buyer,
        String year,
        BigDecimal delivered,
        String catalogue,
        int version,
        Instant approvedAt)
        implements SocialValueEvent {

    @Override
    public String key() {
        return contract;
    }
}
