package org.anchors.socialvalue.bid;

import org.anchors.kit.refusal.Refusal;

/** Why something about bids is refused, apart from faults in what was sent. */
enum BidRefusal implements Refusal {
    BIDS_CLOSED("The deadline for bids has passed", Category.CONFLICT),
    BIDS_SEALED("The bids are sealed", Category.CONFLICT),
    DEADLINE_NOT_PASSED("The deadline for bids has not passed", Category.CONFLICT),
    OPENED_BY_YOU("The second opener has to be another person", Category.CONFLICT),
    BIDS_UNDECIDED("It is not decided which bids of a bidder count", Category.CONFLICT),
    BID_STANDS("Nothing speaks against this bid", Category.CONFLICT),
    BIDS_MARKED("Marks were given already", Category.CONFLICT),
    DECIDED_BY_YOU("The second who decides upon a bid has to be another person", Category.CONFLICT);

    private final String title;
    private final Category category;

    BidRefusal(String title, Category category) {
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
