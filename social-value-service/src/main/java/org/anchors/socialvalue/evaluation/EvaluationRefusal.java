package org.anchors.socialvalue.evaluation;

import org.anchors.kit.refusal.Refusal;
import org.anchors.kit.refusal.Refused;

/** Why nothing is evaluated, apart from faults in what was sent. */
public enum EvaluationRefusal implements Refusal {
    EVALUATIONS_BUSY("Other large evaluations are being made", Category.BUSY);

    private final String title;
    private final Category category;

    EvaluationRefusal(String title, Category category) {
        this.title = title;
        this.category = category;
    }

    /** Told to whoever has waited in vain for others' large evaluations to end. */
    public static Refused busy() {
        return new Refused(EVALUATIONS_BUSY, "Large bodies are taken in turn; send it again in a moment.");
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Category category() {
        return category;
    }
}
