package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of the things that bids are judged by. */
public sealed interface Criterion {

    String key();

    @Nullable
    String title();

    /** Marks that it can bring; 0 for a price that is not marked but set against the other marks. */
    BigDecimal weight();

    /** Questions that evaluators mark. */
    Stream<Part> questions();

    /** What the supplies or services cost. */
    record Price(String key, @Nullable String title, BigDecimal weight, PriceFormula formula) implements Criterion {
        @Override
        public Stream<Part> questions() {
            return Stream.empty();
        }
    }

    /** One that may have parts. */
    sealed interface Divided extends Criterion {

        Part whole();

        @Override
        default String key() {
            return whole().key();
        }

        @Override
        default @Nullable String title() {
            return whole().title();
        }

        @Override
        default BigDecimal weight() {
            return whole().weight();
        }
    }

    /** What evaluators mark. */
    record Quality(Part whole) implements Divided {
        @Override
        public Stream<Part> questions() {
            return whole.questions();
        }
    }

    /** What is done for the people of a place beside what is bought. */
    record SocialValue(Part whole, SocialValueMethod method) implements Divided {
        @Override
        public Stream<Part> questions() {
            return switch (method) {
                case SocialValueMethod.Qualitative qualitative -> whole.questions();
                case SocialValueMethod.Blended blended -> whole.questions();
                case SocialValueMethod.Quantitative quantitative -> Stream.empty();
            };
        }
    }
}
