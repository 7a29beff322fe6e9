package org.anchors.socialvalue.procurement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.edge.Findings;
import org.anchors.socialvalue.catalogue.MeasureView;
import org.anchors.socialvalue.evaluation.CatalogueCheck;
import org.anchors.socialvalue.methodology.MethodologyBody;
import org.anchors.socialvalue.methodology.MethodologyCheck;
import org.anchors.socialvalue.methodology.ReleasedPolicies;
import org.anchors.socialvalue.policy.Regime;

/** What keeps a draft from being published; finds every fault. */
final class PublicationCheck {

    /** A notice that is older decides by its date which policy holds, and so needs a reason; docs/decisions/0019. */
    private static final int MOST_DAYS_AFTER_NOTICE = 90;

    private final ProcurementBody draft;
    private final Optional<List<MeasureView>> measures;
    private final Division division;
    private final Findings found = new Findings();

    private PublicationCheck(ProcurementBody draft, Optional<List<MeasureView>> measures) {
        this.draft = draft;
        this.measures = measures;
        this.division = Division.of(draft);
    }

    /**
     * Faults of a draft that is to be published.
     *
     * @param measures of the catalogue that it names, if there is one of that name
     */
    static List<Fault> faultsOf(ProcurementBody draft, Optional<List<MeasureView>> measures, Instant now) {
        var check = new PublicationCheck(draft, measures);
        check.deadline(now);
        check.judgement();
        check.draft.methodologies().forEach((at, methodology) -> {
            check.methodology(methodology, at);
            check.notice(methodology, at, EssexDays.of(now));
            check.regime(methodology, at);
            check.threshold(methodology, at);
            check.withoutMarks(methodology, at);
        });
        new LotsCheck(draft, check.found).check();
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

    private void judgement() {
        if (draft.methodology() == null && draft.isJudgedByItsOwn()) {
            found.add("/methodology", "missing", null, "Say what bids are judged by.");
        } else if (draft.methodology() != null && !draft.isJudgedByItsOwn()) {
            found.add("/methodology", "judges-nothing", null, "Leave it out: every lot has one of its own.");
        }
    }

    private void methodology(MethodologyBody methodology, String at) {
        found.addAll(MethodologyCheck.faultsOf(methodology, at, division.worth()));
        if (draft.catalogue() != null) {
            var places = new CatalogueCheck.Places("/catalogue", "/catalogue", at + "/valuation");
            found.addAll(CatalogueCheck.faultsOf(draft.catalogue(), measures, methodology, places));
        } else if (methodology.countsCommitments()) {
            found.add("/catalogue", "missing", null, "Name the catalogue that values the commitments.");
        }
    }

    private void notice(MethodologyBody methodology, String at, LocalDate today) {
        var notice = methodology.noticeDate();
        if (notice == null) {
            return;
        }
        if (notice.isAfter(today)) {
            found.add(
                    at + "/noticeDate",
                    "in-the-future",
                    notice.toString(),
                    "Publish on the day of the notice or after it: bids are taken from then on, and that day decides which"
                            + " policy holds.");
        }
        if (notice.isBefore(today.minusDays(MOST_DAYS_AFTER_NOTICE)) && methodology.earlierNotice() == null) {
            found.add(
                    at + "/noticeDate",
                    "long-ago",
                    notice.toString(),
                    "Send the day of the notice that asks for these bids, or say in earlierNotice why it is of more than"
                            + " %d days before, and who approved that.".formatted(MOST_DAYS_AFTER_NOTICE));
        }
    }

    /** The law that holds on the day of the notice is not chosen. */
    private void regime(MethodologyBody methodology, String at) {
        var regime = methodology.regime();
        var notice = methodology.noticeDate();
        if (regime == null || notice == null) {
            return;
        }
        ReleasedPolicies.get()
                .daysOf(regime)
                .filter(days -> !days.include(notice))
                .ifPresent(days -> found.add(
                        at + "/regime",
                        "not-in-force",
                        regime.name(),
                        "Name the law of the day of the notice: this one holds for notices from %s%s."
                                .formatted(
                                        days.from(), days.until() == null ? " on" : " until before " + days.until())));
    }

    /** One bid that deserves nothing would leave all the others without an evaluation. */
    private void withoutMarks(MethodologyBody methodology, String at) {
        var divisions = methodology.divisions().toList();
        if (divisions.isEmpty()
                || !MethodologyCheck.faultsOf(methodology, at).isEmpty()
                || methodology.methodology().everyEligibleBidHasMarks()) {
            return;
        }
        divisions.forEach(place -> found.add(
                at + place,
                "nothing-to-divide-by",
                null,
                "Give questions pass marks of which something is left after rounding: the least bid that is eligible gets"
                        + " 0, and has no price per quality point."));
    }

    /** All lots of a notice together are below a threshold or not. */
    private void threshold(MethodologyBody methodology, String at) {
        var highest = ReleasedPolicies.get().highestThreshold();
        if (methodology.regime() == Regime.BELOW_THRESHOLD && highest.isReachedBy(division.worth())) {
            found.add(
                    at + "/regime",
                    "above-every-threshold",
                    division.worth().toPlainString(),
                    "Name the law that it follows: with VAT it is worth %,d GBP or more, which no threshold is above."
                            .formatted(highest.valueWithVat().toBigInteger()));
        }
        if (methodology.allLotsWithVat() != null && methodology.allLotsWithVat().compareTo(division.worth()) != 0) {
            found.add(
                    at + "/allLotsWithVat",
                    "not-the-sum",
                    methodology.allLotsWithVat().toPlainString(),
                    "Leave it out; with VAT all lots are worth %s together."
                            .formatted(division.worth().toPlainString()));
        }
    }
}
