package org.anchors.socialvalue.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contract that was entered into. It never changes; what is delivered is recorded beside it.
 *
 * @param key its name for people and in events, such as {@code mseft/2026-017/main}
 * @param buyer key of the organisation that bought
 * @param lot key of the lot that it is for
 * @param bid reference of the bid that won
 * @param value over the whole term, in GBP
 * @param valueReason why that is not the price that was bid; absent where it is
 * @param socialValueWeight social value's part of the marks, in per cent
 * @param catalogue edition of the buyer's catalogue that values the obligations; absent where there are none to be valued
 * @param awardedOn the day of the award decision
 */
public record Contract(
        UUID id,
        String key,
        String buyer,
        UUID procurement,
        String lot,
        String bid,
        String title,
        Supplier supplier,
        BigDecimal value,
        @Nullable String valueReason,
        Term term,
        BigDecimal socialValueWeight,
        @Nullable String catalogue,
        LocalDate awardedOn,
        Instant confirmedAt) {

    /** Who supplies; the identifier is one of a register. */
    public record Supplier(String name, String identifier) {}

    /** When it was signed, when it starts, and for how many years; years of the contract count from 1. */
    public record Term(LocalDate signedOn, LocalDate startsOn, int years) {

        /** The first day of a year of the contract. */
        public LocalDate startOf(int year) {
            return startsOn.plusYears(year - 1L);
        }
    }
}
