package org.anchors.socialvalue.procurement;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.anchors.kit.edge.Findings;
import org.anchors.socialvalue.methodology.MethodologyBody;
import org.jspecify.annotations.Nullable;

/** The rules of lots beside each other: one notice announces them all, and what they are worth is what all are worth. */
final class LotsCheck {

    private final ProcurementBody draft;
    private final List<LotBody> lots;
    private final Findings found;

    LotsCheck(ProcurementBody draft, Findings found) {
        this.draft = draft;
        this.lots = draft.lotsOrNone();
        this.found = found;
    }

    void check() {
        keys();
        notices();
        values();
    }

    private void keys() {
        var keys = new HashSet<String>();
        for (var i = 0; i < lots.size(); i++) {
            var key = lots.get(i).key();
            if (key != null && !keys.add(key)) {
                found.add("/lots/" + i + "/key", "repeated", key, "Use each key for one lot only.");
            }
        }
    }

    private void notices() {
        var first = draft.methodologies().values().stream().findFirst();
        draft.methodologies().forEach((at, own) -> sameNotice(first.orElse(own), own, at));
    }

    /** One law holds for a notice. */
    private void sameNotice(MethodologyBody first, MethodologyBody lot, String at) {
        same(first.regime(), lot.regime(), at + "/regime", "another-regime");
        same(first.noticeDate(), lot.noticeDate(), at + "/noticeDate", "another-notice");
        same(first.buyerType(), lot.buyerType(), at + "/buyerType", "another-buyer");
    }

    private void same(@Nullable Object first, @Nullable Object other, String at, String rule) {
        if (!Objects.equals(first, other)) {
            found.add(at, rule, String.valueOf(other), "Send that of the procurement.");
        }
    }

    private void values() {
        var sharing = IntStream.range(0, lots.size())
                .filter(i -> lots.get(i).methodology() == null)
                .toArray();
        for (var i = 0; i < lots.size(); i++) {
            found.moneyAboveZero(at(i), lots.get(i).contractValue());
            if (lots.get(i).methodology() != null && lots.get(i).contractValue() != null) {
                found.add(at(i), "said-twice", null, "Leave it out: the methodology of the lot has its value.");
            }
        }
        for (var i : sharing) {
            if (sharing.length > 1 && lots.get(i).contractValue() == null) {
                found.add(at(i), "missing", null, "Say what this lot is worth: others share its methodology.");
            }
        }
        if (sharing.length > 1 && draft.methodology() != null) {
            draft.methodology()
                    .amounts()
                    .forEach(
                            amount -> found.add(
                                    "/methodology" + amount,
                                    "shared-by-lots",
                                    null,
                                    "Give each lot a methodology of its own: pounds that suit the whole suit none of its lots."));
        }
        sum(IntStream.of(sharing)
                .mapToObj(lots::get)
                .map(LotBody::contractValue)
                .toList());
    }

    private static String at(int lot) {
        return "/lots/%d/contractValue".formatted(lot);
    }

    /** Said only where every lot says what it is worth. */
    private void sum(List<@Nullable BigDecimal> values) {
        var methodology = draft.methodology();
        if (methodology == null || methodology.contractValue() == null || values.isEmpty() || values.contains(null)) {
            return;
        }
        var sum = values.stream().filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(methodology.contractValue()) != 0) {
            found.add(
                    "/methodology/contractValue",
                    "not-the-sum-of-its-lots",
                    methodology.contractValue().toPlainString(),
                    "Its lots are worth %s together: mend them or this.".formatted(sum.toPlainString()));
        }
    }
}
