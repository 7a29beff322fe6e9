package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which bids have a rank: those that pass every gate and reach every pass mark. */
final class Eligibility {

    private final Methodology methodology;

    Eligibility(Methodology methodology) {
        this.methodology = methodology;
    }

    List<Evaluation.Reason> against(Bid bid) {
        return Stream.concat(gates(bid), passMarks(bid)).toList();
    }

    private Stream<Evaluation.Reason> gates(Bid bid) {
        return methodology.gates().stream()
                .filter(gate -> !bid.gates().getOrDefault(gate, false))
                .map(gate -> new Evaluation.Reason(
                        Evaluation.Cause.GATE_FAILED,
                        gate,
                        "The gate was not passed.",
                        bid.gateReasons().get(gate)));
    }

    /** A bid that failed a gate may not have been marked. */
    private Stream<Evaluation.Reason> passMarks(Bid bid) {
        return methodology
                .questions()
                .filter(question -> bid.marks().containsKey(question.key()))
                .flatMap(question -> passMark(question, bid.mark(question).of100()).stream());
    }

    private static Optional<Evaluation.Reason> passMark(Part question, BigDecimal given) {
        return Optional.ofNullable(question.passMark())
                .filter(least -> given.compareTo(least) < 0)
                .map(least -> new Evaluation.Reason(
                        Evaluation.Cause.BELOW_PASS_MARK,
                        question.key(),
                        "%s of 100 is below the pass mark of %s.".formatted(Figures.plain(given), Figures.plain(least)),
                        null));
    }
}
