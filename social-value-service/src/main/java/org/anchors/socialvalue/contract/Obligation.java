package org.anchors.socialvalue.contract;

import java.math.BigDecimal;
import org.anchors.socialvalue.catalogue.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Something that the supplier owes in one year of a contract.
 *
 * @param number counts the contract's obligations from 1
 * @param measure code in the contract's catalogue
 * @param year of the contract, the first is 1
 * @param quantity in the unit of the measure, to six places; absent where it is described and not counted
 * @param proxy what one is worth in GBP; absent where it is not monetised
 * @param value in GBP to the penny, by the methodology that the bid was judged by; absent where it is not monetised or does not count
 * @param counted whether it is local, specific to the contract and additional, and so counted in the evaluation
 */
public record Obligation(
        int number,
        String measure,
        Kind kind,
        String unit,
        int year,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal proxy,
        @Nullable BigDecimal value,
        @Nullable String text,
        @Nullable String beneficiary,
        boolean counted) {}
