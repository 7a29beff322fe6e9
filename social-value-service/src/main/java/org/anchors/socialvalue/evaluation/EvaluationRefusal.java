package org.anchors.socialvalue.evaluation;

import org.anchors.kit.refusal.Refusal;

/** Why nothing is evaluated, apart from faults in what was sent. */
enum EvaluationRefusal implements Refusal {
    EVALUATIONS_BUSY("Other large evaluations are being made", Category.BUSY);

    private final String title;
    private final Category category;

    EvaluationRefusal(String title, Category category) {
        this.title = title;
        this.category = category;
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
