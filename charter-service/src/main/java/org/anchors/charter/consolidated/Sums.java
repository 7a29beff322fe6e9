package org.anchors.charter.consolidated;

import java.util.List;
import java.util.Map;
import org.anchors.charter.consolidated.ConsolidatedFigure.NotPooled;
import org.anchors.charter.indicator.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * What the figures of a year are made of.
 *
 * @param totals sums of the year and of the year before
 * @param tallies how often each answer was given in the year
 * @param distincts counts of different things in the year
 * @param notPooled who is named beside a figure instead of being part of it
 * @param yearBefore the catalogue of the year before; null where there was none
 */
record Sums(
        List<Total> totals,
        List<Tallies.Tally> tallies,
        List<Distincts.Distinct> distincts,
        Map<Total.Name, List<NotPooled>> notPooled,
        @Nullable Catalogue yearBefore) {

    Sums(
            List<Total> totals,
            List<Tallies.Tally> tallies,
            List<Distincts.Distinct> distincts,
            Map<Total.Name, List<NotPooled>> notPooled) {
        this(totals, tallies, distincts, notPooled, null);
    }

    Sums after(@Nullable Catalogue catalogue) {
        return new Sums(totals, tallies, distincts, notPooled, catalogue);
    }

    /** Sums alone, of figures that need nothing else. */
    static Sums of(List<Total> totals) {
        return new Sums(totals, List.of(), List.of(), Map.of());
    }
}
