package org.anchors.employment.milestone;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.Collectors;
import org.anchors.employment.outcome.Journey;
import org.anchors.employment.outcome.OutcomeRule;
import org.jspecify.annotations.Nullable;

/** A participant's journey as the columns of {@link Tables#STATE} from the year on. */
final class State {

    private State() {}

    static @Nullable Object[] of(Journey journey, OutcomeRule rule) {
        var entered = journey.enteredOn();
        var stay = journey.stay();
        var ended = stay == null ? null : stay.endedOn();
        return new @Nullable Object[] {
            entered == null ? null : reportingYear(entered),
            journey.referredOn(),
            journey.startedOn(),
            journey.completedOn(),
            journey.leftOn(),
            journey.offeredOn(),
            stay == null ? null : stay.countsFrom(),
            stay == null ? null : stay.firstStart(),
            stay == null ? null : rule.matures(stay.firstStart()),
            stay == null ? null : stay.sustainedOn(),
            ended,
            ended == null ? null : ended.plusDays(rule.longestGap() + 1L),
            stay == null ? null : stay.evidence().getLast(),
            stay == null ? null : array(stay.evidence()),
            stay == null ? null : stay.employer()
        };
    }

    /** The calendar year in which the reporting year of a day began, in April. */
    private static int reportingYear(LocalDate day) {
        return day.getMonthValue() < Month.APRIL.getValue() ? day.getYear() - 1 : day.getYear();
    }

    private static String array(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
