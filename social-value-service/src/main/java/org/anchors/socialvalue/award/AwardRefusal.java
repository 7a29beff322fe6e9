package org.anchors.socialvalue.award;

import org.anchors.kit.refusal.Refusal;

/** Why a step from the award to the contract is refused, apart from faults in what was sent. */
enum AwardRefusal implements Refusal {
    NOTICE_RECORDED("The notice of the award is recorded already", Category.CONFLICT),
    NOTICE_MISSING("The notice of the award is not recorded", Category.CONFLICT),
    STANDSTILL_LASTS("The standstill has not ended", Category.CONFLICT),
    REPRESENTATIONS_UNANSWERED("What was objected to the award is not answered", Category.CONFLICT),
    REPRESENTATION_ANSWERED("It is answered already", Category.CONFLICT),
    TOO_MANY_REPRESENTATIONS("No more can be recorded", Category.CONFLICT),
    NOTHING_AWARDED("No lot was awarded", Category.CONFLICT),
    BANK_HOLIDAYS_UNKNOWN("The bank holidays of that year are not known", Category.INVALID);

    private final String title;
    private final Category category;

    AwardRefusal(String title, Category category) {
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
