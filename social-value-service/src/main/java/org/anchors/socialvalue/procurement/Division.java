package org.anchors.socialvalue.procurement;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.anchors.socialvalue.methodology.MethodologyBody;
import org.jspecify.annotations.Nullable;

/**
 * What a draft is divided into, as far as that can be said of one that may have faults.
 *
 * @param parts one for the whole where it is not divided; those without a methodology are left out
 * @param worth of all together, in GBP with VAT
 */
record Division(List<Part> parts, BigDecimal worth) {

    /** A lot with the methodology that it is judged by: with its own value, and the worth of all lots where there are several. */
    record Part(String key, String title, MethodologyBody methodology) {

        private Part within(BigDecimal worth) {
            return new Part(key, title, methodology.within(worth));
        }
    }

    static Division of(ProcurementBody draft) {
        var worth = worth(draft);
        var parts = parts(draft).toList();
        return new Division(
                parts.size() > 1
                        ? parts.stream().map(part -> part.within(worth)).toList()
                        : parts,
                worth);
    }

    /** Lots that share a methodology share its value. */
    private static BigDecimal worth(ProcurementBody draft) {
        return draft.judgingMethodologies()
                .flatMap(methodology -> methodology.valueWithVat().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Stream<Part> parts(ProcurementBody draft) {
        var shared = draft.methodology();
        if (draft.lotsOrNone().isEmpty()) {
            return Stream.ofNullable(shared).map(all -> new Part(Lot.WHOLE, draft.title(), all));
        }
        return draft.lotsOrNone().stream().flatMap(lot -> Stream.ofNullable(methodology(lot, shared))
                .map(methodology -> new Part(lot.key(), lot.title(), methodology)));
    }

    private static @Nullable MethodologyBody methodology(LotBody lot, @Nullable MethodologyBody shared) {
        return lot.methodology() != null || shared == null ? lot.methodology() : shared.ofLot(lot.contractValue());
    }

    List<MethodologyBody> methodologies() {
        return parts.stream().map(Part::methodology).toList();
    }
}
