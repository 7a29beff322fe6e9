package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds commitments that a contract, a bidder or a place can hardly bear, as far as their sizes are said. */
final class Plausibility {

    private final Methodology.Terms terms;
    private final Map<String, Measure> catalogue;

    Plausibility(Methodology.Terms terms, Map<String, Measure> catalogue) {
        this.terms = terms;
        this.catalogue = catalogue;
    }

    Stream<Evaluation.Flagged> about(Entry entry) {
        return Stream.of(value(entry), workforce(entry.bid()), place(entry.bid()))
                .flatMap(Optional::stream);
    }

    private Optional<Evaluation.Flagged> value(Entry entry) {
        return entry.value().compareTo(terms.contractValue()) <= 0
                ? Optional.empty()
                : Optional.of(new Evaluation.Flagged(
                        entry.bid().key(),
                        Evaluation.Concern.COMMITMENTS_IMPLAUSIBLE,
                        "Commitments worth %s exceed the contract value of %s."
                                .formatted(
                                        Figures.plain(Fraction.of(entry.value())),
                                        Figures.plain(terms.contractValue()))));
    }

    private Optional<Evaluation.Flagged> workforce(Bid bid) {
        return beyond(bid.workforce(), bid, Labour::fullTime)
                .map(most -> new Evaluation.Flagged(
                        bid.key(),
                        Evaluation.Concern.COMMITMENTS_EXCEED_WORKFORCE,
                        "Commitments for year %d take %s people full time; the bidder employs %s."
                                .formatted(most.year(), Figures.plain(most.sum()), Figures.plain(most.limit()))));
    }

    private Optional<Evaluation.Flagged> place(Bid bid) {
        return beyond(terms.workingAge(), bid, Labour::people)
                .map(most -> new Evaluation.Flagged(
                        bid.key(),
                        Evaluation.Concern.COMMITMENTS_EXCEED_PLACE,
                        "Commitments for year %d are for %s people; %s of working age live in the place."
                                .formatted(most.year(), Figures.plain(most.sum()), Figures.plain(most.limit()))));
    }

    /** What is committed to for a year, above what there is. */
    private record Beyond(int year, Fraction sum, BigDecimal limit) {}

    /** The year with the most, where that is more than the limit; the first one of several. */
    private Optional<Beyond> beyond(
            @Nullable BigDecimal limit, Bid bid, BiFunction<Labour, Fraction, Optional<Fraction>> counted) {
        if (limit == null) {
            return Optional.empty();
        }
        return perYear(bid, counted).entrySet().stream()
                .max(Map.Entry.<Integer, Fraction>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .filter(year -> year.getValue().compareTo(Fraction.of(limit)) > 0)
                .map(year -> new Beyond(year.getKey(), year.getValue(), limit));
    }

    private Map<Integer, Fraction> perYear(Bid bid, BiFunction<Labour, Fraction, Optional<Fraction>> counted) {
        var sums = new HashMap<Integer, Fraction>();
        for (var commitment : bid.commitments()) {
            var measure = catalogue.get(commitment.measure());
            if (measure != null && commitment.quantity() != null) {
                counted.apply(measure.labour(), commitment.quantity().amount())
                        .ifPresent(amount -> sums.merge(commitment.year(), amount, (one, other) -> one.plus(other)
                                .reduced()));
            }
        }
        return sums;
    }
}
