package org.anchors.socialvalue.robustness;

import static org.anchors.socialvalue.robustness.DummyBids.plain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.anchors.socialvalue.robustness.Warning.Rule;
import org.anchors.socialvalue.scoring.Methodology;
import org.anchors.socialvalue.scoring.Part;

/** What marks a scale allows for, and what pass marks make of them. */
final class ScaleTrial {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Methodology methodology;
    private final DummyBids dummies;
    private final List<Warning> warnings = new ArrayList<>();

    private ScaleTrial(Methodology methodology, DummyBids dummies) {
        this.methodology = methodology;
        this.dummies = dummies;
    }

    static List<Warning> of(Methodology methodology, DummyBids dummies) {
        var trial = new ScaleTrial(methodology, dummies);
        trial.scale();
        return trial.warnings;
    }

    private void scale() {
        var questions = methodology.questions().toList();
        questions.forEach(this::passMark);
        if (!questions.isEmpty() && dummies.best().compareTo(HUNDRED) < 0) {
            warnings.add(new Warning(
                    Rule.FULL_MARKS_OUT_OF_REACH,
                    questions.getFirst().key(),
                    "The best grade of the scale %s is %s of 100, so nobody can have all marks."
                            .formatted(methodology.scale().name(), plain(dummies.best()))));
        }
    }

    private void passMark(Part question) {
        var least = question.passMark();
        if (least == null) {
            return;
        }
        if (least.compareTo(dummies.best()) > 0) {
            warnings.add(new Warning(
                    Rule.PASS_MARK_OUT_OF_REACH,
                    question.key(),
                    "The pass mark is %s, and the best grade %s: no bid can be eligible."
                            .formatted(plain(least), plain(dummies.best()))));
        } else if (least.compareTo(dummies.least()) <= 0) {
            warnings.add(new Warning(
                    Rule.PASS_MARK_WITHOUT_EFFECT,
                    question.key(),
                    "Every grade reaches the pass mark of %s.".formatted(plain(least))));
        }
    }
}
