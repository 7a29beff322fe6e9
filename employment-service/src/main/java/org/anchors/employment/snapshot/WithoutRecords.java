package org.anchors.employment.snapshot;

import java.util.ArrayList;
import org.anchors.contracts.event.OutcomeTotalsChanged.Quality;
import org.anchors.employment.snapshot.OutcomesView.Basis;
import org.anchors.employment.total.Returns;
import org.anchors.employment.total.Totals;
import org.anchors.kit.calendar.ReportingYear;
import org.jspecify.annotations.Nullable;

/** Totals that no record of a single person stands behind. */
record WithoutRecords(
        String programme, Basis basis, @Nullable String period, Quality quality, Returns.Counts totals) {

    static WithoutRecords of(Returns.Returned returned) {
        return new WithoutRecords(
                returned.programme(), Basis.RETURN, returned.period(), returned.quality(), returned.totals());
    }

    static WithoutRecords of(Totals.Sealed sealed) {
        return new WithoutRecords(
                sealed.programme(),
                Basis.SEALED,
                new ReportingYear(sealed.year()).toString(),
                Quality.EXACT,
                sealed.totals());
    }

    OutcomesView.ReturnedView shown(Disclosed disclosed) {
        var suppressed = false;
        var shown = new ArrayList<@Nullable Long>();
        for (var count : totals.counts()) {
            var seen = disclosed.shown(count == null ? null : (Long) count.longValue());
            shown.add(seen);
            suppressed |= count != null && seen == null;
        }
        return new OutcomesView.ReturnedView(
                programme,
                basis,
                period,
                quality.name(),
                shown.get(0),
                shown.get(1),
                shown.get(2),
                shown.get(3),
                suppressed);
    }
}
