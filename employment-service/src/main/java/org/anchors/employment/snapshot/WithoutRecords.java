package org.anchors.employment.snapshot;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.anchors.contracts.event.OutcomeTotalsChanged.Quality;
import org.anchors.employment.snapshot.OutcomesView.Basis;
import org.anchors.employment.total.Counts;
import org.anchors.employment.total.Returned;
import org.anchors.employment.total.Totals;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.disclosure.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Totals that no record of a single person stands behind.
 *
 * @param endsOn the last day of the period, or the day of the return where it has none
 */
record WithoutRecords(
        String programme, Basis basis, @Nullable String period, LocalDate endsOn, Quality quality, Counts totals) {

    static WithoutRecords of(Returned returned) {
        return new WithoutRecords(
                returned.programme(),
                Basis.RETURN,
                returned.period(),
                returned.endsOn(),
                returned.quality(),
                returned.totals());
    }

    static WithoutRecords of(Totals.Sealed sealed) {
        return new WithoutRecords(
                sealed.programme(),
                Basis.SEALED,
                new ReportingYear(sealed.year()).toString(),
                LocalDate.of(sealed.year() + 1, Month.MARCH, 31),
                sealed.quality(),
                sealed.totals());
    }

    /** Totals say nothing of a day before their period was over. */
    boolean isOf(Question question) {
        return question.present() || !endsOn.isAfter(question.asOf());
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
                conversions(disclosed.policy()),
                suppressed);
    }

    /** Of lower bounds no share is known. */
    private List<OutcomesView.ConversionView> conversions(Policy policy) {
        return quality == Quality.LOWER_BOUND
                ? List.of()
                : Seen.total(policy, totals).knownConversions();
    }
}
