package org.anchors.employment.participant;

import org.anchors.kit.refusal.Refusal;

/** Why something about a participant is refused, apart from faults in it. */
enum ParticipantRefusal implements Refusal {
    PARTICIPANT_EXISTS("There is a participant of this reference already", Category.CONFLICT),
    COHORT_SEALED("The cohort has been sealed", Category.CONFLICT);

    private final String title;
    private final Category category;

    ParticipantRefusal(String title, Category category) {
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
