package org.anchors.socialvalue.award;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchors.contracts.event.ContractAwarded;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.socialvalue.catalogue.MeasureView;
import org.anchors.socialvalue.contract.Contract;
import org.anchors.socialvalue.contract.Indicator;
import org.anchors.socialvalue.contract.Obligation;
import org.anchors.socialvalue.evaluation.Assessment;
import org.anchors.socialvalue.evaluation.BidBody;
import org.anchors.socialvalue.marking.Inputs;
import org.anchors.socialvalue.procurement.Lot;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Stage;
import org.anchors.socialvalue.scoring.Bid;
import org.anchors.socialvalue.scoring.Criterion;
import org.anchors.socialvalue.scoring.Methodology;
import org.anchors.socialvalue.scoring.Scoring;

/** A contract with all that the supplier owes under it, and is measured by. */
record Signed(Contract contract, List<Obligation> obligations, List<Indicator> indicators) {

    private static final int PLACES = 6;

    /** The bid that won a lot. */
    record Winning(Procurement procurement, Lot lot, BidBody bid, String supplierId, List<MeasureView> measures) {

        static Winning of(Procurement procurement, Inputs.OfLot scored, String reference) {
            var bid = scored.request().bids().stream()
                    .filter(one -> one.key().equals(reference))
                    .findFirst()
                    .orElseThrow();
            var supplierId = Objects.requireNonNull(scored.supplierIds().get(reference));
            return new Winning(procurement, scored.lot(), bid, supplierId, scored.measures());
        }

        /** What is agreed on, or else the price that was bid, or else what the lot is worth; in GBP. */
        BigDecimal worth(ConfirmationBody sent) {
            var agreed = sent.valuesOrNone().get(lot.key());
            if (agreed != null && agreed.value() != null) {
                return agreed.value();
            }
            return bid.price() == null ? lot.methodology().contractValue() : bid.price();
        }
    }

    static Signed of(Winning winning, ConfirmationBody sent, Stage.Awarded award, Instant now) {
        var procurement = winning.procurement();
        var lot = winning.lot();
        var methodology = lot.methodology().methodology();
        var bid = winning.bid();
        var agreed = sent.valuesOrNone().get(lot.key());
        var contract = new Contract(
                UUID.randomUUID(),
                "%s/%s/%s".formatted(procurement.buyer(), procurement.reference(), lot.key()),
                procurement.buyer(),
                procurement.id(),
                lot.key(),
                bid.key(),
                lot.title(),
                new Contract.Supplier(String.valueOf(bid.supplier()), winning.supplierId()),
                winning.worth(sent),
                agreed == null ? null : agreed.reason(),
                new Contract.Term(
                        sent.signedOn(), sent.startsOn(), lot.methodology().termYears()),
                methodology.socialValue().map(Criterion.SocialValue::weight).orElse(BigDecimal.ZERO),
                procurement.catalogue(),
                EssexDays.of(award.since()),
                now);
        return new Signed(contract, obligations(bid, methodology, winning.measures()), sent.indicatorsOf(lot.key()));
    }

    private static List<Obligation> obligations(BidBody bid, Methodology methodology, List<MeasureView> measures) {
        var shown = measures.stream().collect(Collectors.toMap(MeasureView::code, Function.identity()));
        var scored = Assessment.byCode(measures);
        var owed = new ArrayList<Obligation>();
        for (var body : bid.commitmentsOrNone()) {
            var commitment = body.commitment();
            var alone = new Bid(bid.key(), null, null, null, Map.of(), Map.of(), List.of(commitment));
            var line = Scoring.offer(methodology, scored, alone).lines().getFirst();
            var measure = Objects.requireNonNull(shown.get(body.measure()));
            owed.add(new Obligation(
                    owed.size() + 1,
                    body.measure(),
                    measure.kind(),
                    measure.unit(),
                    body.year(),
                    commitment.quantity() == null
                            ? null
                            : commitment.quantity().amount().rounded(PLACES, RoundingMode.HALF_UP),
                    measure.proxy(),
                    line.value(),
                    body.text(),
                    body.beneficiary(),
                    line.counted()));
        }
        return owed;
    }

    /** Whether social value was an award criterion, or promised. */
    boolean heldSocialValue() {
        return contract.socialValueWeight().signum() > 0 || !obligations.isEmpty();
    }

    /** What is promised counts for the reporting year in which the year of the contract begins that it is promised for. */
    ContractAwarded announcement() {
        var promised = new TreeMap<String, BigDecimal>();
        for (var obligation : obligations) {
            if (obligation.value() != null) {
                promised.merge(
                        ReportingYear.of(contract.term().startOf(obligation.year()))
                                .toString(),
                        obligation.value(),
                        BigDecimal::add);
            }
        }
        return new ContractAwarded(
                contract.key(),
                contract.buyer(),
                contract.awardedOn(),
                contract.value(),
                contract.socialValueWeight(),
                contract.catalogue() == null ? "none" : contract.catalogue(),
                promised.entrySet().stream()
                        .map(year -> new ContractAwarded.Commitment(year.getKey(), year.getValue()))
                        .toList(),
                contract.confirmedAt());
    }
}
