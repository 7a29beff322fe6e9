package org.anchors.socialvalue.opendata;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchors.socialvalue.catalogue.Kind;
import org.anchors.socialvalue.contract.Contract;
import org.anchors.socialvalue.procurement.Lot;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Stage;
import org.jspecify.annotations.Nullable;

/**
 * All that the public may know of an award, and nothing else: of bids that lost it holds no more than their number.
 *
 * @param decisions one for each lot
 * @param indicators since when those of a contract are published, by its id
 * @param asOf when any of it changed last
 */
record Awarded(
        Procurement procurement,
        List<OfLot> lots,
        List<Decision> decisions,
        List<Contract> contracts,
        List<Owed> owed,
        List<Delivered> delivered,
        Map<UUID, Instant> indicators,
        Instant asOf) {

    /**
     * A lot with the number of its bids.
     *
     * @param valid how many of them were eligible
     */
    record OfLot(Lot lot, int bids, int valid) {}

    /** Who won a lot; nobody, where there is no winner. */
    record Decision(String lot, Instant at, @Nullable Winner winner) {}

    /**
     * Whoever won.
     *
     * @param price in GBP; absent where the methodology asked for none
     */
    record Winner(
            String supplier, String supplierId, @Nullable BigDecimal price) {}

    /** An obligation without its value, which catalogues may not be licensed to tell, and without free words, which may name people. */
    record Owed(
            UUID contract,
            int number,
            String measure,
            Kind kind,
            String unit,
            int year,
            @Nullable BigDecimal quantity) {}

    /** What was delivered of an obligation in a reporting year, as far as it is approved. */
    record Delivered(UUID contract, int obligation, String year, LocalDate from, LocalDate to, BigDecimal quantity) {}

    boolean isCancelled() {
        return procurement.stage() instanceof Stage.Cancelled;
    }

    boolean isContracted() {
        return procurement.stage() instanceof Stage.Contracted;
    }

    /** Whether nobody won any lot. */
    boolean isFruitless() {
        return winners().findAny().isEmpty();
    }

    /** Whoever won a lot, by lot. */
    Stream<Winner> winners() {
        return decisions.stream().map(Decision::winner).filter(Objects::nonNull);
    }

    /** What is owed for a lot. */
    List<Owed> owedFor(String lot) {
        return contracts.stream()
                .filter(contract -> contract.lot().equals(lot))
                .flatMap(this::owedUnder)
                .toList();
    }

    Stream<Owed> owedUnder(Contract contract) {
        return owed.stream().filter(one -> one.contract().equals(contract.id()));
    }
}
