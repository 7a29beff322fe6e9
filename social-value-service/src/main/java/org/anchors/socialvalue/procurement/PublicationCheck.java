package org.anchors.socialvalue.procurement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.edge.Findings;
import org.anchors.socialvalue.catalogue.MeasureView;
import org.anchors.socialvalue.evaluation.CatalogueCheck;
import org.anchors.socialvalue.methodology.MethodologyBody;
import org.anchors.socialvalue.methodology.MethodologyCheck;
import org.anchors.socialvalue.policy.Regime;
import org.jspecify.annotations.Nullable;

/** What keeps a draft from being published; finds every fault. */
final class PublicationCheck {

    private final ProcurementBody draft;
    private final Optional<List<MeasureView>> measures;
    private final BigDecimal worth;
    private final Findings found = new Findings();

    private PublicationCheck(ProcurementBody draft, Optional<List<MeasureView>> measures) {
        this.draft = draft;
        this.measures = measures;
        this.worth = worth(draft);
    }

    /**
     * Faults of a draft that is to be published.
     *
     * @param measures of the catalogue that it names, if there is one of that name
     */
    static List<Fault> faultsOf(ProcurementBody draft, Optional<List<MeasureView>> measures, Instant now) {
        var check = new PublicationCheck(draft, measures);
        check.deadline(now);
        check.methodologies();
        check.lots();
        check.value();
        check.sharedValue();
        return check.found.faults();
    }

    private void deadline(Instant now) {
        if (draft.bidDeadline() == null) {
            found.add("/bidDeadline", "missing", null, "Say until when bids are taken.");
        } else if (!draft.bidDeadline().isAfter(now)) {
            found.add(
                    "/bidDeadline",
                    "not-in-the-future",
                    draft.bidDeadline().toString(),
                    "Send an instant after %s, the present one.".formatted(now));
        }
    }

    private void methodologies() {
        var lots = draft.lotsOrNone();
        var covered = !lots.isEmpty() && lots.stream().allMatch(lot -> lot.methodology() != null);
        if (draft.methodology() != null) {
            methodology(draft.methodology(), "/methodology");
        } else if (!covered) {
            found.add("/methodology", "missing", null, "Say what bids are judged by.");
        }
    }

    private void lots() {
        var lots = draft.lots() == null ? List.<ProcurementBody.LotBody>of() : draft.lots();
        var keys = new HashSet<String>();
        @Nullable MethodologyBody first = draft.methodology();
        for (var i = 0; i < lots.size(); i++) {
            var lot = lots.get(i);
            if (lot == null) {
                continue;
            }
            if (lot.key() != null && !keys.add(lot.key())) {
                found.add("/lots/" + i + "/key", "repeated", lot.key(), "Use each key for one lot only.");
            }
            if (lot.methodology() != null) {
                methodology(lot.methodology(), "/lots/" + i + "/methodology");
                first = first == null ? lot.methodology() : first;
                sameNotice(first, lot.methodology(), "/lots/" + i + "/methodology");
            }
        }
    }

    /** Of all lots, with VAT; those that share a methodology share its value. */
    private static BigDecimal worth(ProcurementBody draft) {
        return draft.methodologies().values().stream()
                .distinct()
                .flatMap(methodology -> methodology.valueWithVat().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** All lots of a notice together are below a threshold or not. */
    private void value() {
        draft.methodologies().forEach((at, methodology) -> {
            if (methodology.regime() == Regime.BELOW_THRESHOLD && worth.compareTo(Regime.HIGHEST_THRESHOLD) >= 0) {
                found.add(
                        at + "/regime",
                        "above-every-threshold",
                        worth.toPlainString(),
                        "Name the law that it follows: with VAT it is worth %,d GBP or more, which no threshold is above."
                                .formatted(Regime.HIGHEST_THRESHOLD.toBigInteger()));
            }
        });
    }

    /** Nobody says what each of these lots is worth, and the value of all would bring each bid too few marks. */
    private void sharedValue() {
        var methodology = draft.methodology();
        var sharing = draft.lotsOrNone().stream()
                .filter(lot -> lot.methodology() == null || lot.methodology().equals(methodology))
                .count();
        if (methodology != null && sharing > 1 && methodology.holdsCommitmentsAgainstTheValue()) {
            found.add(
                    "/methodology/criteria",
                    "value-of-several-lots",
                    String.valueOf(sharing),
                    "Give each lot a methodology with its own value, or count commitments RELATIVE_TO_HIGHEST.");
        }
    }

    /** One notice announces all lots, and one law holds for it. */
    private void sameNotice(MethodologyBody first, MethodologyBody lot, String at) {
        if (!Objects.equals(first.regime(), lot.regime())) {
            found.add(at + "/regime", "another-regime", String.valueOf(lot.regime()), "Send that of the procurement.");
        }
        if (!Objects.equals(first.noticeDate(), lot.noticeDate())) {
            found.add(
                    at + "/noticeDate",
                    "another-notice",
                    String.valueOf(lot.noticeDate()),
                    "Send that of the procurement.");
        }
        if (!Objects.equals(first.buyerType(), lot.buyerType())) {
            found.add(
                    at + "/buyerType",
                    "another-buyer",
                    String.valueOf(lot.buyerType()),
                    "Send that of the procurement.");
        }
    }

    private void methodology(MethodologyBody methodology, String at) {
        found.addAll(MethodologyCheck.faultsOf(methodology, at, worth));
        var notice = methodology.noticeDate();
        if (notice != null && draft.bidDeadline() != null && notice.isAfter(EssexDays.of(draft.bidDeadline()))) {
            found.add(
                    at + "/noticeDate",
                    "after-the-deadline",
                    notice.toString(),
                    "Send the day of the notice that asks for these bids: it decides which policy holds.");
        }
        if (draft.catalogue() != null) {
            var places = new CatalogueCheck.Places("/catalogue", "/catalogue", at + "/valuation");
            found.addAll(CatalogueCheck.faultsOf(draft.catalogue(), measures, methodology, places));
        } else if (methodology.countsCommitments()) {
            found.add("/catalogue", "missing", null, "Name the catalogue that values the commitments.");
        }
    }
}
