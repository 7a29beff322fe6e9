package org.anchors.employment.outcome;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Whether milestones of one participant can have happened in the order of their days. What cannot have is an error and must be
 * mended; what hardly can is a query and is worth a look. What is missing is neither: it may still arrive.
 */
public final class OrderCheck {

    private static final int LONGEST_LIKELY_YEARS = 3;

    private final List<Finding> findings = new ArrayList<>();
    private final Map<Milestone.Kind, LocalDate> earliest = new EnumMap<>(Milestone.Kind.class);

    private OrderCheck() {}

    /**
     * Something that was found.
     *
     * @param entry the record that is out of order
     * @param rule stable name of the rule
     * @param error whether it must be mended
     * @param mend what would make it right
     */
    public record Finding(Entry entry, String rule, boolean error, String mend) {}

    public static List<Finding> of(History history) {
        var check = new OrderCheck();
        history.effective()
                .forEach(entry -> check.earliest.putIfAbsent(
                        entry.milestone().kind(), entry.milestone().on()));
        history.effective().forEach(check::order);
        check.jobs(history);
        return List.copyOf(check.findings);
    }

    private void order(Entry entry) {
        switch (entry.milestone()) {
            case Milestone.Referred referred -> {}
            case Milestone.Started started -> notBefore(entry, Milestone.Kind.REFERRED, "started-before-referral");
            case Milestone.Completed completed -> {
                notBefore(entry, Milestone.Kind.REFERRED, "completed-before-referral");
                notBefore(entry, Milestone.Kind.STARTED, "completed-before-start");
                unlikelyBeside(entry, Milestone.Kind.LEFT_EARLY, "completed-and-left-early");
            }
            case Milestone.LeftEarly left -> {
                notBefore(entry, Milestone.Kind.REFERRED, "left-before-referral");
                notBefore(entry, Milestone.Kind.STARTED, "left-before-start");
            }
            case Milestone.JobOffer offer -> notBefore(entry, Milestone.Kind.REFERRED, "offer-before-referral");
            case Milestone.JobStart start -> {
                notBefore(entry, Milestone.Kind.REFERRED, "job-before-referral");
                unlikelyBefore(entry, Milestone.Kind.STARTED, "job-before-start");
                unlikelyBefore(entry, Milestone.Kind.JOB_OFFER, "job-before-offer");
            }
            case Milestone.InWorkConfirmed confirmed ->
                notBefore(entry, Milestone.Kind.JOB_START, "confirmed-before-job");
            case Milestone.JobEnd end -> notBefore(entry, Milestone.Kind.JOB_START, "end-before-start");
        }
        longAfterReferral(entry);
    }

    private void notBefore(Entry entry, Milestone.Kind earlier, String rule) {
        var day = earliest.get(earlier);
        if (day != null && entry.milestone().on().isBefore(day)) {
            add(
                    entry,
                    rule,
                    true,
                    "It cannot be before %s, which was on %s; correct one of them.".formatted(earlier, day));
        }
    }

    private void unlikelyBefore(Entry entry, Milestone.Kind earlier, String rule) {
        var day = earliest.get(earlier);
        if (day != null && entry.milestone().on().isBefore(day)) {
            add(
                    entry,
                    rule,
                    false,
                    "It is before %s, which was on %s; correct one of them if need be.".formatted(earlier, day));
        }
    }

    private void unlikelyBeside(Entry entry, Milestone.Kind other, String rule) {
        if (earliest.containsKey(other)) {
            add(entry, rule, false, "%s is recorded too; withdraw one of them if need be.".formatted(other));
        }
    }

    private void longAfterReferral(Entry entry) {
        var referred = earliest.get(Milestone.Kind.REFERRED);
        if (referred != null
                && ChronoUnit.YEARS.between(referred, entry.milestone().on()) >= LONGEST_LIKELY_YEARS) {
            add(
                    entry,
                    "long-after-referral",
                    false,
                    "It is %d years or more after the referral of %s; correct one of them if need be."
                            .formatted(LONGEST_LIKELY_YEARS, referred));
        }
    }

    /** More ends than starts until a day: one of the jobs ended before it began, or was never recorded to begin. */
    private void jobs(History history) {
        var open = 0;
        for (var entry : history.effective()) {
            switch (entry.milestone()) {
                case Milestone.JobStart start -> open++;
                case Milestone.JobEnd end -> {
                    if (open == 0 && earliest.containsKey(Milestone.Kind.JOB_START) && !isFound(entry)) {
                        add(entry, "end-without-start", false, "No job was going on; record its start if need be.");
                    }
                    open = Math.max(0, open - 1);
                }
                case Milestone.Referred referred -> {}
                case Milestone.Started started -> {}
                case Milestone.Completed completed -> {}
                case Milestone.LeftEarly left -> {}
                case Milestone.JobOffer offer -> {}
                case Milestone.InWorkConfirmed confirmed -> {}
            }
        }
    }

    private boolean isFound(Entry entry) {
        return findings.stream().anyMatch(finding -> finding.entry().equals(entry) && finding.error());
    }

    private void add(Entry entry, String rule, boolean error, String mend) {
        findings.add(new Finding(entry, rule, error, mend));
    }
}
