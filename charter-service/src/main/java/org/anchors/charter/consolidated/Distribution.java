package org.anchors.charter.consolidated;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.anchors.charter.consolidated.ConsolidatedFigure.Answer;
import org.anchors.charter.consolidated.ConsolidatedFigure.Range;

/**
 * How often each answer was given. Levels are in an order and have a median; they are no quantities and have no mean.
 *
 * @param answers each answer once, in the order in which it is shown
 */
record Distribution(List<Answer> answers) {

    /** The answers of an indicator in the order of its codes, those that nobody gave with 0. */
    static Distribution ofCodes(List<String> codes, List<Tallies.Tally> tallies) {
        return new Distribution(codes.stream()
                .map(code -> new Answer(
                        code,
                        tallies.stream()
                                .filter(tally -> tally.answer().equals(code))
                                .mapToLong(Tallies.Tally::organisations)
                                .sum()))
                .toList());
    }

    static Distribution ofLevels(List<Tallies.Tally> tallies) {
        return new Distribution(tallies.stream()
                .sorted(Comparator.comparing(tally -> new BigDecimal(tally.answer())))
                .map(tally -> new Answer(tally.answer(), tally.organisations()))
                .toList());
    }

    /** The level in the middle, or, of an even number, the two in the middle, which are not averaged. */
    Range median() {
        var all = answers.stream().mapToLong(Answer::organisations).sum();
        return new Range(at((all + 1) / 2), at(all / 2 + 1));
    }

    private BigDecimal at(long place) {
        var seen = 0L;
        for (var answer : answers) {
            seen += answer.organisations();
            if (seen >= place) {
                return new BigDecimal(answer.answer());
            }
        }
        throw new IllegalArgumentException("There is no answer at place " + place);
    }
}
