package org.anchors.employment.snapshot;

import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.Map;

/** Counts of people in one slice. */
record Tally(Map<Figure, Long> counts) {

    static Tally of(Tuple row) {
        var counts = new HashMap<Figure, Long>();
        Figure.all().forEach(figure -> counts.put(figure, ((Number) row.get(figure.column())).longValue()));
        return new Tally(counts);
    }

    long at(Figure figure) {
        return counts.getOrDefault(figure, 0L);
    }
}
