package org.anchors.socialvalue.scoring;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What decides between bids of the same total. Marks are compared as they are carried on, before they are shown. */
public enum TieBreak {
    HIGHEST_ON_HEAVIEST_QUALITY_CRITERION {
        @Override
        Comparator<Card> betterFirst(Methodology methodology) {
            return highestOn(methodology.heaviestQuality());
        }
    },
    HIGHEST_SOCIAL_VALUE {
        @Override
        Comparator<Card> betterFirst(Methodology methodology) {
            return highestOn(methodology.socialValue());
        }
    },
    LOWEST_PRICE {
        @Override
        Comparator<Card> betterFirst(Methodology methodology) {
            return Comparator.comparing(card -> card.bid().priceGiven());
        }
    },
    EARLIEST_BID {
        @Override
        Comparator<Card> betterFirst(Methodology methodology) {
            return Comparator.comparing(
                    card -> card.bid().receivedAt(), Comparator.nullsLast(Comparator.naturalOrder()));
        }
    };

    abstract Comparator<Card> betterFirst(Methodology methodology);

    private static Comparator<Card> highestOn(Optional<? extends Criterion> criterion) {
        @Nullable String key = criterion.map(Criterion::key).orElse(null);
        return key == null
                ? (one, other) -> 0
                : Comparator.comparing((Card card) -> card.marksOn(key)).reversed();
    }
}
