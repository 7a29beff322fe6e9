package org.anchors.employment.total;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.anchors.contracts.event.OutcomeTotalsChanged.Quality;
import org.anchors.contracts.problem.Fault;
import org.anchors.employment.programme.TargetGroups;
import org.anchors.employment.total.OutcomeReturn.Sums;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.edge.Findings;
import org.jspecify.annotations.Nullable;

/** The rules of a return that its shape cannot say. */
final class ReturnCheck {

    private final Findings findings = new Findings();

    private final LocalDate today;

    private ReturnCheck(LocalDate today) {
        this.today = today;
    }

    static List<Fault> faultsOf(OutcomeReturn sent, LocalDate today) {
        var check = new ReturnCheck(today);
        check.period(sent);
        if (sent.totals() != null) {
            check.sums("/totals", sent.totals(), sent.quality());
        }
        if (sent.groups() != null) {
            check.groups(sent);
        }
        return check.findings.faults();
    }

    /** What stands for a year would be lost under totals of other months. */
    static List<Fault> faultsBeside(List<Returned> standing, @Nullable String period) {
        var before = standing.stream()
                .max(Comparator.comparingInt(Returned::revision))
                .filter(newest -> !newest.withdrawn())
                .map(Returned::period);
        return period == null || before.isEmpty() || Months.of(period).cover(Months.of(before.get()))
                ? List.of()
                : List.of(new Fault(
                        "/period",
                        "other-period",
                        period,
                        "Send the totals of all months of the year so far, those of %s included; if these were sent by mistake, withdraw them."
                                .formatted(before.get())));
    }

    /** The calendar year in which the reporting year of a period starts; 0 where it is not stated. */
    static int year(@Nullable String period) {
        if (period == null) {
            return 0;
        }
        var first = Integer.parseInt(period.substring(0, 4));
        return period.length() == "2022-23".length() || month(period) >= 4 ? first : first - 1;
    }

    private static int month(String yearAndMonth) {
        return Integer.parseInt(yearAndMonth.substring(5, 7));
    }

    private void period(OutcomeReturn sent) {
        var period = sent.period();
        if ((period == null) != (sent.quality() == Quality.PERIOD_NOT_STATED) && sent.quality() != null) {
            findings.add("/period", "period-and-quality", period, "Send a period, or the quality PERIOD_NOT_STATED.");
        }
        if (period != null && period.matches("20\\d{2}-\\d{2}")) {
            if (ReportingYear.read(period).isEmpty()) {
                findings.add("/period", "form", period, "Send a reporting year such as 2022-23.");
            } else {
                begun(period);
            }
        } else if (period != null && period.matches("20\\d{2}-\\d{2}/20\\d{2}-\\d{2}")) {
            months(period);
        }
    }

    private void months(String period) {
        var to = period.substring(8);
        if (to.compareTo(period.substring(0, 7)) < 0) {
            findings.add("/period", "ends-before-start", period, "Send the earlier month first.");
        } else if (year(period) != year(to + "/" + to)) {
            findings.add("/period", "beyond-a-year", period, "Send a return for each reporting year, April to March.");
        } else {
            begun(period);
        }
    }

    private void begun(String period) {
        if (Months.of(period).first().atDay(1).isAfter(today)) {
            findings.add("/period", "not-begun", period, "Send totals of what has happened, when it has.");
        }
    }

    private void sums(String at, Sums sums, @Nullable Quality quality) {
        if (sums.counts().counts().stream().allMatch(Objects::isNull)) {
            findings.add(at, "nothing-counted", null, "Send one count at least.");
        }
        if (quality == Quality.EXACT) {
            above(at + "/jobOffers", "offers-above-participants", sums.jobOffers(), sums.participants());
            above(at + "/inWork", "in-work-above-participants", sums.inWork(), sums.participants());
            above(at + "/sustained", "sustained-above-in-work", sums.sustained(), sums.inWork());
        }
    }

    private void groups(OutcomeReturn sent) {
        var seen = new HashSet<String>();
        var groups = Objects.requireNonNull(sent.groups());
        for (var index = 0; index < groups.size(); index++) {
            var of = groups.get(index);
            if (of == null || of.group() == null || of.totals() == null) {
                continue;
            }
            var at = "/groups/" + index;
            if (!TargetGroups.known().contains(of.group())) {
                findings.add(
                        at + "/group", "unknown-group", of.group(), "Send one of %s.".formatted(TargetGroups.known()));
            } else if (!seen.add(of.group())) {
                findings.add(at + "/group", "repeated", of.group(), "Send each group once.");
            }
            sums(at + "/totals", of.totals(), sent.quality());
            withinTotals(at + "/totals", of.totals(), sent);
        }
    }

    private void withinTotals(String at, Sums group, OutcomeReturn sent) {
        if (sent.quality() == Quality.EXACT && sent.totals() != null) {
            var all = sent.totals();
            above(at + "/participants", "group-above-everyone", group.participants(), all.participants());
            above(at + "/jobOffers", "group-above-everyone", group.jobOffers(), all.jobOffers());
            above(at + "/inWork", "group-above-everyone", group.inWork(), all.inWork());
            above(at + "/sustained", "group-above-everyone", group.sustained(), all.sustained());
        }
    }

    private void above(String at, String rule, @Nullable Integer part, @Nullable Integer whole) {
        if (part != null && whole != null && part > whole) {
            findings.add(at, rule, part.toString(), "Send at most %d.".formatted(whole));
        }
    }
}
