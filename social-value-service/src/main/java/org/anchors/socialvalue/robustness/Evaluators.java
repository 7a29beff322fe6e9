package org.anchors.socialvalue.robustness;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anchors.socialvalue.scoring.Bid;
import org.anchors.socialvalue.scoring.Fraction;
import org.anchors.socialvalue.scoring.Mark;
import org.jspecify.annotations.Nullable;

/**
 * How far the evaluators agree, and what each of them decides. As nobody knows what the others would have agreed on without one
 * of them, the means of what they gave alone stand for their agreement here; an answer that nobody else marked keeps the mark that was
 * agreed on.
 *
 * @param winnerByMeans under the means of all evaluators; nobody, here and below, where the price formula is not defined for them
 * @param withoutEvaluators under those of all but one
 */
public record Evaluators(
        Agreement agreement, @Nullable String winnerByMeans, List<WithoutEvaluator> withoutEvaluators) {

    /**
     * Who wins without an evaluator.
     *
     * @param changesTheWinner whether that is somebody else than under the means of all
     */
    public record WithoutEvaluator(
            String evaluator, @Nullable String winner, boolean changesTheWinner) {}

    /** What an evaluator gave alone. */
    public record Given(String evaluator, String bid, String question, BigDecimal of100) {}

    private record Answer(String bid, String question) {}

    public static Evaluators of(Contest contest, List<Given> given) {
        var byMeans = winner(contest, given);
        var evaluators =
                given.stream().map(Given::evaluator).sorted().distinct().toList();
        return new Evaluators(
                Agreement.of(byAnswer(given).values().stream().toList()),
                byMeans,
                evaluators.stream()
                        .map(evaluator -> without(evaluator, contest, given, byMeans))
                        .toList());
    }

    private static WithoutEvaluator without(
            String evaluator, Contest contest, List<Given> given, @Nullable String byMeans) {
        var others = given.stream()
                .filter(mark -> !mark.evaluator().equals(evaluator))
                .toList();
        var winner = winner(contest, others);
        return new WithoutEvaluator(evaluator, winner, winner == null ? byMeans != null : !winner.equals(byMeans));
    }

    private static @Nullable String winner(Contest contest, List<Given> given) {
        var answers = byAnswer(given);
        return contest.with(
                        contest.bids().stream().map(bid -> meant(bid, answers)).toList())
                .winnerIfDefined();
    }

    private static Map<Answer, List<BigDecimal>> byAnswer(List<Given> given) {
        return given.stream()
                .collect(Collectors.groupingBy(
                        mark -> new Answer(mark.bid(), mark.question()),
                        Collectors.mapping(Given::of100, Collectors.toList())));
    }

    private static Bid meant(Bid bid, Map<Answer, List<BigDecimal>> answers) {
        var marks = new HashMap<>(bid.marks());
        bid.marks().keySet().forEach(question -> {
            var alone = answers.get(new Answer(bid.key(), question));
            if (alone != null) {
                marks.put(question, mean(alone));
            }
        });
        return new Bid(bid.key(), bid.supplier(), bid.price(), bid.receivedAt(), bid.gates(), marks, bid.commitments());
    }

    /** To 34 digits. */
    private static Mark mean(List<BigDecimal> marks) {
        var sum = marks.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var mean = sum.divide(BigDecimal.valueOf(marks.size()), Fraction.PRECISION);
        return new Mark(mean.toPlainString(), mean, null);
    }
}
