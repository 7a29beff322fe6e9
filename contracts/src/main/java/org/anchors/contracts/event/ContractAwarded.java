package org.anchors.contracts.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A public contract has been awarded whose award criteria held social value.
 *
 * @param contract key of the contract
 * @param buyer key of the organisation that bought
 * @param awardedOn the day of the award
 * @param value value of the contract over its whole term, in pounds
 * @param socialValueWeight social value's part of the marks, in per cent
 * @param catalogue edition of the catalogue that the commitments are valued by; proxies of two editions are different moneys
 * @param commitments what the winner promised, valued by the catalogue, for each reporting year of the term
 * @param awardedAt when the award was recorded
 */
@EventType(value = "org.anchors.social-value.contract-awarded.v1", topic = Topic.SOCIAL_VALUE)
public record ContractAwarded(
        String contract,
        String buyer,
        LocalDate awardedOn,
        BigDecimal value,
        BigDecimal socialValueWeight,
        String catalogue,
        List<Commitment> commitments,
        Instant awardedAt)
        implements SocialValueEvent {

    /**
     * What is promised for one reporting year.
     *
     * @param year such as {@code 2024-25}
     * @param amount in pounds of proxy value
     */
    public record Commitment(String year, BigDecimal amount) {}

    public ContractAwarded {
        commitments = List.copyOf(commitments);
    }

    @Override
    public String key() {
        return contract;
    }
}
