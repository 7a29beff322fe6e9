package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The pure calculation as JMH measures it: 10 bids, 20 questions, 40 commitments each, price, quality and blended social value. */
@State(Scope.Benchmark)
public class PureEvaluation {

    private static final int BIDS = 10;
    private static final int QUESTIONS = 20;
    private static final int COMMITMENTS = 40;
    private static final int YEARS = 4;

    private Methodology methodology = Given.usual().methodology(Given.quality("q", "100"));
    private Map<String, Measure> catalogue = Map.of();
    private List<Bid> bids = List.of();

    @Setup
    public void makeBids() {
        var parts = IntStream.range(0, QUESTIONS - 1)
                .mapToObj(i -> Given.part("q" + i, i == 0 ? "10" : "5"))
                .toArray(Part[]::new);
        methodology = Given.usual()
                .methodology(
                        Given.price("40", new PriceFormula.LowestPriceRelative()),
                        Given.quality("quality", "50", parts),
                        Given.socialValue(
                                "10",
                                new SocialValueMethod.Blended(
                                        new BigDecimal("0.5"), new QuantitativeMethod.RelativeToHighest())));
        var measures = new HashMap<String, Measure>();
        for (var i = 0; i < COMMITMENTS / YEARS; i++) {
            measures.put("M" + i, new Measure("M" + i, new BigDecimal("1234.56"), Set.of()));
        }
        catalogue = measures;
        bids = IntStream.range(0, BIDS).mapToObj(PureEvaluation::bid).toList();
    }

    private static Bid bid(int number) {
        var marks = new ArrayList<String>();
        for (var i = 0; i < QUESTIONS - 1; i++) {
            marks.addAll(List.of("q" + i, String.valueOf((number * 7 + i * 13) % 101)));
        }
        marks.addAll(List.of("social-value", "50"));
        var commitments = IntStream.range(0, COMMITMENTS)
                .mapToObj(i -> Given.commitment("M" + i / YEARS, "3.5", i % YEARS + 1))
                .toArray(Commitment[]::new);
        return Given.committing(
                Given.bid("B" + number, String.valueOf(200_000 + number * 1_111), marks.toArray(String[]::new)),
                commitments);
    }

    @Benchmark
    public Evaluation evaluate() {
        return Scoring.evaluate(methodology, catalogue, bids);
    }
}
