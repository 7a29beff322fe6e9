package org.anchors.socialvalue.evaluation;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.anchors.kit.edge.Findings;
import org.anchors.socialvalue.catalogue.Kind;
import org.anchors.socialvalue.catalogue.MeasureView;
import org.anchors.socialvalue.scoring.Commitment;
import org.anchors.socialvalue.scoring.DoubleCounting;
import org.jspecify.annotations.Nullable;

/** The rules of what one bid commits to. */
final class CommitmentsCheck {

    private static final BigDecimal MOST = new BigDecimal("1000000000000");
    private static final BigDecimal HOURS_OF_A_WEEK = new BigDecimal("168");
    private static final BigDecimal WEEKS_OF_A_YEAR = new BigDecimal("52");

    private final List<CommitmentBody> commitments;
    private final String at;
    private final BidRules rules;
    private final Findings found;

    CommitmentsCheck(BidBody bid, String at, BidRules rules, Findings found) {
        this.commitments = bid.commitmentsOrNone();
        this.at = at;
        this.rules = rules;
        this.found = found;
    }

    void check() {
        var catalogue = rules.catalogue();
        for (var i = 0; i < commitments.size(); i++) {
            var commitment = commitments.get(i);
            if (commitment != null) {
                var place = at + "/" + i;
                year(commitment, place);
                quantity(commitment, place);
                ruling(commitment, place);
                if (catalogue != null) {
                    measure(commitment, place, catalogue);
                }
            }
        }
        repeated();
        if (catalogue != null) {
            claimedTwice(catalogue);
        }
    }

    private void year(CommitmentBody commitment, String place) {
        var term = rules.methodology().termYears();
        if (commitment.year() != null && term != null && (commitment.year() < 1 || commitment.year() > term)) {
            found.add(
                    place + "/year",
                    "not-in-the-term",
                    commitment.year().toString(),
                    "Send a year of the contract, 1 to %d.".formatted(term));
        }
    }

    private void quantity(CommitmentBody commitment, String place) {
        found.between(place + "/quantity", commitment.quantity(), ZERO, MOST);
        if (commitment.posts() != null) {
            var posts = commitment.posts();
            found.between(place + "/posts/people", posts.people(), ZERO, MOST);
            found.between(place + "/posts/hoursPerWeek", posts.hoursPerWeek(), ZERO, HOURS_OF_A_WEEK);
            found.between(place + "/posts/fullTimeHours", posts.fullTimeHours(), ONE, HOURS_OF_A_WEEK);
            found.between(place + "/posts/weeks", posts.weeks(), ZERO, WEEKS_OF_A_YEAR);
            above(posts.hoursPerWeek(), posts.fullTimeHours(), place + "/posts/hoursPerWeek");
        }
        if (commitment.sessions() != null) {
            var sessions = commitment.sessions();
            found.between(place + "/sessions/sessions", sessions.sessions(), ZERO, MOST);
            found.between(place + "/sessions/hoursEach", sessions.hoursEach(), ZERO, HOURS_OF_A_WEEK);
            found.between(place + "/sessions/attendees", sessions.attendees(), ZERO, MOST);
        }
    }

    private void ruling(CommitmentBody commitment, String place) {
        if (commitment.reason() != null && commitment.counts()) {
            found.add(
                    place + "/reason",
                    "rules-nothing-out",
                    commitment.reason(),
                    "Leave it out, or say that it is not local, specific or additional.");
        }
    }

    /** A post counts as one at most. */
    private void above(@Nullable BigDecimal hours, @Nullable BigDecimal fullTime, String place) {
        if (hours != null && fullTime != null && hours.compareTo(fullTime) > 0) {
            found.add(place, "above-full-time", hours.toPlainString(), "Send at most fullTimeHours.");
        }
    }

    private void measure(CommitmentBody commitment, String place, BidRules.Catalogue catalogue) {
        if (commitment.measure() == null) {
            return;
        }
        var measure = catalogue.shown().get(commitment.measure());
        if (measure == null) {
            found.add(
                    place + "/measure",
                    "unknown-measure",
                    commitment.measure(),
                    "Name a measure of the catalogue by its code.");
        } else if (measure.kind() == Kind.TEXT) {
            described(commitment, place);
        } else {
            counted(commitment, place);
            worth(commitment, measure, place);
        }
    }

    private void described(CommitmentBody commitment, String place) {
        if (commitment.hasQuantity()) {
            found.add(place, "quantity-of-a-text", null, "Describe it in text: this measure is not counted.");
        }
    }

    private void counted(CommitmentBody commitment, String place) {
        var ways = (commitment.quantity() == null ? 0 : 1)
                + (commitment.posts() == null ? 0 : 1)
                + (commitment.sessions() == null ? 0 : 1);
        if (ways != 1) {
            found.add(place + "/quantity", "one-quantity", null, "Give one of quantity, posts and sessions.");
        }
    }

    /** Money is below 1e12 GBP everywhere; what nobody could enter into a contract is refused before it can win. */
    private void worth(CommitmentBody commitment, MeasureView measure, String place) {
        var most = commitment.most();
        if (most == null || measure.proxy() == null) {
            return;
        }
        var worth = most.multiply(measure.proxy());
        if (worth.compareTo(Findings.MOST_MONEY) >= 0) {
            found.add(
                    place,
                    "worth-out-of-range",
                    worth.stripTrailingZeros().toPlainString(),
                    "Commit to what is worth less than 1e12 GBP, at %s for each."
                            .formatted(measure.proxy().toPlainString()));
        }
    }

    /** Without a beneficiary the same measure in the same year is one commitment, written twice. */
    private void repeated() {
        var earlier = new HashMap<String, Integer>();
        for (var i = 0; i < commitments.size(); i++) {
            var commitment = commitments.get(i);
            if (commitment != null
                    && commitment.beneficiary() == null
                    && commitment.measure() != null
                    && commitment.year() != null) {
                var first = earlier.putIfAbsent(commitment.measure() + " " + commitment.year(), i);
                if (first != null) {
                    found.add(
                            at + "/" + i,
                            "repeated",
                            commitment.measure(),
                            "Add it to %s/%d, or name for whom each is (beneficiary).".formatted(at, first));
                }
            }
        }
    }

    /** Said only where every commitment could be read. */
    private void claimedTwice(BidRules.Catalogue catalogue) {
        var scored = new ArrayList<Commitment>();
        for (var commitment : commitments) {
            if (commitment == null
                    || commitment.year() == null
                    || commitment.measure() == null
                    || !catalogue.scored().containsKey(commitment.measure())) {
                return;
            }
            scored.add(commitment.claim());
        }
        for (var twice : DoubleCounting.in(scored, catalogue.scored())) {
            found.add(
                    at + "/" + twice.commitment(),
                    "double-counting",
                    commitments.get(twice.commitment()).beneficiary(),
                    "%s/%d claims it already, and the measures do not stack.".formatted(at, twice.earlier()));
        }
    }
}
