package org.anchors.socialvalue.evaluation;

import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Predicate;
import org.anchors.kit.edge.Findings;
import org.anchors.kit.edge.Scalar;
import org.anchors.socialvalue.methodology.ScaleBody;
import org.jspecify.annotations.Nullable;

/** The rules of one bid under a methodology. */
final class BidCheck {

    private static final int LONGEST_REASON = 4_000;

    private final BidBody bid;
    private final String at;
    private final BidRules rules;
    private final Findings found;

    BidCheck(BidBody bid, String at, BidRules rules, Findings found) {
        this.bid = bid;
        this.at = at;
        this.rules = rules;
        this.found = found;
    }

    void check() {
        price();
        arrival();
        gates();
        if (rules.questions() != null) {
            marks(rules.questions());
            reasons(rules.questions());
        }
        new CommitmentsCheck(bid, at + "/commitments", rules, found).check();
    }

    private void price() {
        if (bid.price() == null && rules.methodology().needsPrices()) {
            found.add(at + "/price", "missing", null, "Give the price of the bid %s.".formatted(bid.key()));
        }
        found.moneyAboveZero(at + "/price", bid.price());
        found.between(at + "/workforce", bid.workforce(), BigDecimal.ZERO, BidBody.LARGEST_WORKFORCE);
    }

    private void arrival() {
        if (bid.receivedAt() == null && rules.methodology().needsArrival()) {
            found.add(at + "/receivedAt", "missing", null, "Say when it came in: it may decide a tie.");
        }
    }

    private void gates() {
        var known = rules.methodology().gatesOrNone();
        for (var gate : known) {
            if (gate != null && bid.gatesOrNone().get(gate) == null) {
                found.add(in("gates", gate), "missing", null, "Say whether the bid passed this gate.");
            }
        }
        unknown("gates", bid.gatesOrNone().keySet(), known::contains);
    }

    /** A bid that failed a gate need not be marked. */
    private void marks(Set<String> questions) {
        var failed = bid.gatesOrNone().containsValue(false);
        for (var question : questions) {
            var grade = bid.marksOrNone().get(question);
            if (grade != null) {
                onTheScale(question, grade);
            } else if (!failed || bid.marksOrNone().containsKey(question)) {
                found.add(in("marks", question), "mark-missing", null, "Give a mark.");
            }
        }
        unknown("marks", bid.marksOrNone().keySet(), questions::contains);
    }

    private void onTheScale(String question, Scalar grade) {
        if (ScaleBody.of100(rules.scale(), grade).isEmpty()) {
            found.add(
                    in("marks", question),
                    "not-on-the-scale",
                    ScaleBody.name(grade),
                    "Give a mark of the scale %s.".formatted(rules.scale().name()));
        }
    }

    private void reasons(Set<String> questions) {
        bid.reasonsOrNone().forEach((question, reason) -> {
            if (reason == null) {
                found.add(in("reasons", question), "missing", null, "Give the reason, or leave it out.");
            } else if (reason.length() > LONGEST_REASON) {
                found.add(in("reasons", question), "size", reason, "At most 4,000 characters.");
            }
        });
        var gates = rules.methodology().gatesOrNone();
        unknown("reasons", bid.reasonsOrNone().keySet(), name -> questions.contains(name) || gates.contains(name));
    }

    private void unknown(String field, Set<String> given, Predicate<String> known) {
        for (var name : given) {
            if (!known.test(name)) {
                found.add(in(field, name), "unknown-key", name, "Leave it out: the methodology has no such key.");
            }
        }
    }

    /** The name as RFC 6901 writes it. */
    private String in(String field, @Nullable String name) {
        return at + "/" + field + "/" + String.valueOf(name).replace("~", "~0").replace("/", "~1");
    }
}
