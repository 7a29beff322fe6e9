package org.anchors.socialvalue.scoring;

import java.util.List;

/** Thrown where a formula is not defined for a bid; names every such bid. */
public final class Unscorable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Rule {
        PRICE_NOT_ABOVE_ZERO("A price must be above 0"),
        QUALITY_OF_ZERO("A price per quality point needs a quality above 0");

        private final String text;

        Rule(String text) {
            this.text = text;
        }
    }

    private final Rule rule;
    private final transient List<String> bids;

    private Unscorable(Rule rule, List<String> bids) {
        super(rule.text + ": " + String.join(", ", bids));
        this.rule = rule;
        this.bids = List.copyOf(bids);
    }

    static void refuseAll(List<String> bids, Rule rule) {
        if (!bids.isEmpty()) {
            throw new Unscorable(rule, bids);
        }
    }

    public Rule rule() {
        return rule;
    }

    public List<String> bids() {
        return bids;
    }
}
