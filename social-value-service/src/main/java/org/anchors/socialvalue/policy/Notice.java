package org.anchors.socialvalue.policy;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What decides which policy holds.
 *
 * @param on date of the notice; today's date never matters
 * @param valueWithVat value of the contract in GBP, VAT included
 */
public record Notice(LocalDate on, Regime regime, BuyerType buyer, BigDecimal valueWithVat) {}
