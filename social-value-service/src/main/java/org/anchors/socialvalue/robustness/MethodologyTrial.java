package org.anchors.socialvalue.robustness;

import java.util.List;
import java.util.stream.Stream;
import org.anchors.socialvalue.scoring.Methodology;
import org.anchors.socialvalue.scoring.Unscorable;

/** Tries a methodology on dummy bids before it is published, when it can still be mended. Warns, and never refuses. */
public final class MethodologyTrial {

    private MethodologyTrial() {}

    public static List<Warning> of(Methodology methodology) {
        var dummies = new DummyBids(methodology);
        return Stream.of(
                        price(methodology, dummies),
                        socialValue(methodology, dummies),
                        ScaleTrial.of(methodology, dummies).stream(),
                        ties(methodology))
                .flatMap(warnings -> warnings)
                .toList();
    }

    private static Stream<Warning> price(Methodology methodology, DummyBids dummies) {
        return methodology.price().stream().flatMap(price -> PriceTrial.of(price, dummies).stream());
    }

    private static Stream<Warning> socialValue(Methodology methodology, DummyBids dummies) {
        var priced = methodology.price().isPresent();
        try {
            return methodology.socialValue().stream()
                    .flatMap(criterion -> SocialValueTrial.of(criterion, priced, dummies).stream())
                    .toList()
                    .stream();
        } catch (Unscorable nothingWithoutMarks) {
            return Stream.of(); // the trial of the price says that it refuses a bid without marks
        }
    }

    private static Stream<Warning> ties(Methodology methodology) {
        return methodology.tieBreaks().isEmpty()
                ? Stream.of(new Warning(
                        Warning.Rule.TIES_STAY,
                        "tie-break",
                        "Two bids of the same total share the first rank, and there is no winner: name what decides."))
                : Stream.of();
    }
}
