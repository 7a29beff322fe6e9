package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds methodologies and bids for tests; starts from what is usual. */
final class Given {

    static final Rounding FINAL_ONLY = new Rounding(Rounding.Stage.FINAL_ONLY, 2, Rounding.Mode.HALF_UP);
    static final BigDecimal CONTRACT_VALUE = new BigDecimal(1_000_000);
    static final Measure JOB = new Measure("JOB", new BigDecimal(20_000), Set.of("APPRENTICE"));
    static final Measure APPRENTICE = new Measure("APPRENTICE", new BigDecimal(5_000), Set.of());
    static final Measure TREES = new Measure("TREES", null, Set.of());
    static final Map<String, Measure> CATALOGUE = Map.of("JOB", JOB, "APPRENTICE", APPRENTICE, "TREES", TREES);

    private BigDecimal outOf = Scale.HUNDRED;
    private List<String> gates = List.of();
    private Rounding rounding = FINAL_ONLY;
    private List<TieBreak> tieBreaks = List.of();
    private Valuation valuation = Valuation.GROSS;
    private BigDecimal contractValue = CONTRACT_VALUE;

    static Given usual() {
        return new Given();
    }

    Given outOf(int marks) {
        outOf = new BigDecimal(marks);
        return this;
    }

    Given gates(String... keys) {
        gates = List.of(keys);
        return this;
    }

    Given rounding(Rounding.Stage stage) {
        rounding = new Rounding(stage, 2, Rounding.Mode.HALF_UP);
        return this;
    }

    Given rounding(Rounding chosen) {
        rounding = chosen;
        return this;
    }

    Given tieBreaks(TieBreak... order) {
        tieBreaks = List.of(order);
        return this;
    }

    Given valuation(Valuation chosen) {
        valuation = chosen;
        return this;
    }

    Given contractValue(BigDecimal value) {
        contractValue = value;
        return this;
    }

    Methodology methodology(Criterion... criteria) {
        return new Methodology(
                outOf,
                List.of(criteria),
                gates,
                new Scale.Percentages(),
                rounding,
                tieBreaks,
                new Methodology.Terms(contractValue, valuation));
    }

    static Criterion price(String weight, PriceFormula formula) {
        return new Criterion.Price("price", null, new BigDecimal(weight), formula);
    }

    static Criterion quality(String key, String weight, Part... parts) {
        return new Criterion.Quality(part(key, weight, parts));
    }

    static Criterion socialValue(String weight, SocialValueMethod method, Part... parts) {
        return new Criterion.SocialValue(part("social-value", weight, parts), method);
    }

    static Part part(String key, String weight, Part... parts) {
        return new Part(key, null, new BigDecimal(weight), null, List.of(parts));
    }

    static Part withPassMark(String key, String weight, String passMark) {
        return new Part(key, null, new BigDecimal(weight), new BigDecimal(passMark), List.of());
    }

    static Mark mark(String of100) {
        return new Mark(of100, new BigDecimal(of100), null);
    }

    static Commitment commitment(String measure, String quantity, int year) {
        return commitment(measure, quantity, year, null);
    }

    static Commitment commitment(String measure, String quantity, int year, @Nullable String beneficiary) {
        return new Commitment(
                measure, new Quantity.Counted(new BigDecimal(quantity)), year, beneficiary, Commitment.Standing.GOOD);
    }

    /** A bid with alternating questions and marks. */
    static Bid bid(String key, String price, String... questionsAndMarks) {
        var marks = new HashMap<String, Mark>();
        for (var i = 0; i < questionsAndMarks.length; i += 2) {
            marks.put(questionsAndMarks[i], mark(questionsAndMarks[i + 1]));
        }
        return new Bid(key, null, new BigDecimal(price), null, Map.of(), marks, List.of());
    }

    static Bid committing(Bid bid, Commitment... commitments) {
        return new Bid(
                bid.key(),
                bid.supplier(),
                bid.price(),
                bid.receivedAt(),
                bid.gates(),
                bid.marks(),
                List.of(commitments));
    }

    static Bid received(Bid bid, String at) {
        return new Bid(
                bid.key(), bid.supplier(), bid.price(), Instant.parse(at), bid.gates(), bid.marks(), bid.commitments());
    }

    static Bid passing(Bid bid, Map<String, Boolean> gates) {
        return new Bid(bid.key(), bid.supplier(), bid.price(), bid.receivedAt(), gates, bid.marks(), bid.commitments());
    }

    static Evaluation evaluate(Methodology methodology, Bid... bids) {
        return Scoring.evaluate(methodology, CATALOGUE, List.of(bids));
    }

    static Evaluation.Result result(Evaluation evaluation, String bid) {
        return evaluation.results().stream()
                .filter(result -> result.bid().equals(bid))
                .findFirst()
                .orElseThrow();
    }

    /** Marks that an eligible bid got, as every one does. */
    static BigDecimal marks(Assessed assessed) {
        return Objects.requireNonNull(assessed.given());
    }

    static BigDecimal score(Assessed assessed) {
        return Objects.requireNonNull(assessed.score());
    }

    static Assessed on(Evaluation evaluation, String bid, String criterion) {
        return result(evaluation, bid).criteria().stream()
                .filter(assessed -> assessed.key().equals(criterion))
                .findFirst()
                .orElseThrow();
    }
}
