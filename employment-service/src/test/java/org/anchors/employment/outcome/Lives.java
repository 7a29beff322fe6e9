package org.anchors.employment.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Short ways to tell what happened to somebody. */
final class Lives {

    static final LocalDate NEW_YEAR = LocalDate.of(2023, 1, 1);

    private Lives() {}

    /** The first day of work in these examples, and days after it. */
    static LocalDate day(int after) {
        return NEW_YEAR.plusDays(after);
    }

    static Milestone.JobStart job(int on) {
        return new Milestone.JobStart(day(on), null, BigDecimal.valueOf(30), true, JobKind.EMPLOYED);
    }

    static Milestone.JobEnd end(int on) {
        return new Milestone.JobEnd(day(on), null);
    }

    static Milestone.InWorkConfirmed confirmed(int on) {
        return new Milestone.InWorkConfirmed(day(on));
    }

    static History history(Milestone... milestones) {
        var all = List.of(milestones);
        return History.of(IntStream.range(0, all.size())
                .mapToObj(index -> Entry.of(all.get(index), "record-" + index))
                .toList());
    }

    static Stay stay(OutcomeRule rule, Milestone... milestones) {
        return Stay.of(history(milestones).milestones(), rule).orElseThrow();
    }

    static List<String> rules(Milestone... milestones) {
        return OrderCheck.of(history(milestones)).stream()
                .map(finding -> (finding.error() ? "error " : "query ") + finding.rule())
                .toList();
    }

    static Stream<Milestone> untilWork() {
        return Stream.of(
                new Milestone.Referred(day(-60)),
                new Milestone.Started(day(-50)),
                new Milestone.Completed(day(-10)),
                new Milestone.JobOffer(day(-5), null));
    }
}
