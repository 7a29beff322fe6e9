package org.anchors.socialvalue.award;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Somebody who wants to know the lowest price that was bid, and knows the methodology, the prices of two bids, and what a summary says.
 * Marks for the price are {@code weight × lowest / price}, so each figure that may be such marks, or a share of them, is a span in which
 * the lowest price lies.
 */
final class PriceSolver {

    private static final Pattern FIGURE = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final List<BigDecimal> prices;
    private final List<BigDecimal> full;

    /**
     * A solver who knows what is public.
     *
     * @param prices that are known: the reader's own, and the one that won
     * @param weight marks that the lowest price gets
     */
    PriceSolver(List<BigDecimal> prices, BigDecimal weight) {
        this.prices = prices;
        this.full = List.of(weight, BigDecimal.ONE, new BigDecimal(100));
    }

    /** A figure, and how far it may be from what it was rounded from. */
    private record Figure(BigDecimal value, BigDecimal doubt) {

        static Figure of(String written) {
            var value = new BigDecimal(written);
            return new Figure(value, BigDecimal.ONE.movePointLeft(value.scale()).multiply(HALF));
        }

        Figure less(Figure other) {
            return new Figure(value.subtract(other.value), doubt.add(other.doubt));
        }
    }

    /** From where to where the lowest price lies. */
    record Span(BigDecimal from, BigDecimal to) {

        boolean holds(BigDecimal price) {
            return from.compareTo(price) <= 0 && price.compareTo(to) <= 0;
        }

        BigDecimal width() {
            return to.subtract(from);
        }

        private Span and(Span other) {
            return new Span(from.max(other.from), to.min(other.to));
        }
    }

    /** The narrowest span that all figures leave which do lead to the price; whoever guesses right which these are learns no more. */
    Span solve(String summary, JsonNode read, BigDecimal truth) {
        return Stream.concat(FIGURE.matcher(summary).results().map(found -> Figure.of(found.group())), totals(read))
                .flatMap(this::spans)
                .filter(span -> span.holds(truth))
                .reduce(new Span(BigDecimal.ZERO, BigDecimal.TEN.pow(12)), Span::and);
    }

    private Stream<Span> spans(Figure figure) {
        return prices.stream().flatMap(price -> full.stream()
                .map(marks -> new Span(
                        figure.value().subtract(figure.doubt()).multiply(price).divide(marks, MathContext.DECIMAL128),
                        figure.value().add(figure.doubt()).multiply(price).divide(marks, MathContext.DECIMAL128))));
    }

    /** What is left of a total when the marks of all other criteria are taken away. */
    private static Stream<Figure> totals(JsonNode summary) {
        var left = new ArrayList<Figure>();
        for (var bid : List.of(summary.path("bid"), summary.path("winner"))) {
            if (bid.has("total")) {
                var price = Figure.of(bid.path("total").asText());
                for (var criterion : bid.path("criteria")) {
                    if (!criterion.path("key").asText().equals("price")) {
                        price = price.less(Figure.of(criterion.path("given").asText()));
                    }
                }
                left.add(price);
            }
        }
        return left.stream();
    }
}
