package org.anchors.employment.outcome;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether milestones of one participant can have happened in the order of their days. What cannot have is an error and must be
 * mended; what hardly can is a query and is worth a look. What is missing is neither: it may still arrive.
 */
public final class OrderCheck {

    private static final int LONGEST_LIKELY_YEARS = 3;

    private final List<Finding> findings = new ArrayList<>();
    private final Map<Milestone.Kind, Entry> earliest = new EnumMap<>(Milestone.Kind.class);

    private OrderCheck() {}

    /**
     * Something that was found.
     *
     * @param entry the record that is out of order
     * @param against the record that it is out of order with; null where it is none that is recorded
     * @param rule stable name of the rule
     * @param error whether it must be mended
     * @param mend what would make it right
     */
    public record Finding(Entry entry, @Nullable Entry against, String rule, boolean error, String mend) {}

    public static List<Finding> of(History history) {
        var check = new OrderCheck();
        history.effective()
                .forEach(entry -> check.earliest.putIfAbsent(entry.milestone().kind(), entry));
        history.effective().forEach(check::order);
        check.jobs(history);
        history.correctingNothing()
                .forEach(entry -> check.add(
                        entry, null, "corrects-nothing", false, "No such record is there; send it, or name another."));
        history.correctingEachOther()
                .forEach(entry -> check.add(
                        entry,
                        null,
                        "superseded-already",
                        false,
                        "The record that it corrects corrects it, so neither holds; send one that corrects nothing."));
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
            case Milestone.JobEnd end -> {}
        }
        longAfterReferral(entry);
    }

    private void notBefore(Entry entry, Milestone.Kind earlier, String rule) {
        isBefore(entry, earlier)
                .ifPresent(other -> add(
                        entry,
                        other,
                        rule,
                        true,
                        "It cannot be before %s, which was on %s; correct one of them."
                                .formatted(earlier, other.milestone().on())));
    }

    private Optional<Entry> isBefore(Entry entry, Milestone.Kind earlier) {
        return Optional.ofNullable(earliest.get(earlier))
                .filter(other ->
                        entry.milestone().on().isBefore(other.milestone().on()));
    }

    private void unlikelyBefore(Entry entry, Milestone.Kind earlier, String rule) {
        isBefore(entry, earlier)
                .ifPresent(other -> add(
                        entry,
                        other,
                        rule,
                        false,
                        "It is before %s, which was on %s; correct one of them if need be."
                                .formatted(earlier, other.milestone().on())));
    }

    private void unlikelyBeside(Entry entry, Milestone.Kind other, String rule) {
        if (earliest.containsKey(other)) {
            add(
                    entry,
                    earliest.get(other),
                    rule,
                    false,
                    "%s is recorded too; withdraw one of them if need be.".formatted(other));
        }
    }

    private void longAfterReferral(Entry entry) {
        var referred = earliest.get(Milestone.Kind.REFERRED);
        if (referred != null
                && ChronoUnit.YEARS.between(
                                referred.milestone().on(), entry.milestone().on())
                        >= LONGEST_LIKELY_YEARS) {
            add(
                    entry,
                    referred,
                    "long-after-referral",
                    false,
                    "It is %d years or more after the referral of %s; correct one of them if need be."
                            .formatted(
                                    LONGEST_LIKELY_YEARS, referred.milestone().on()));
        }
    }

    private void jobs(History history) {
        var jobs = Jobs.of(history.milestones());
        for (var entry : history.effective()) {
            if (entry.milestone() instanceof Milestone.JobEnd end
                    && jobs.endsWithoutStart().contains(end)) {
                withoutStart(entry, end, jobs, history);
            }
            if (jobs.confirmedWithoutStart().contains(entry.milestone())) {
                add(
                        entry,
                        null,
                        "confirmed-without-job",
                        false,
                        "Every job had ended; record the start of another one if need be.");
            }
        }
    }

    /** An end before the start of every job that it can belong to cannot be; of one that has no such job the start is missing. */
    private void withoutStart(Entry entry, Milestone.JobEnd end, Jobs jobs, History history) {
        if (jobs.allBeginAfter(end.on(), end.employer())) {
            var start = history.effective().stream()
                    .filter(other -> other.milestone() instanceof Milestone.JobStart job
                            && new Job(job, null).isOf(end.employer()))
                    .findFirst();
            add(
                    entry,
                    start.orElse(null),
                    "end-before-start",
                    true,
                    "It cannot be before the start of the job; correct one of them.");
        } else if (!jobs.all().isEmpty()) {
            add(entry, null, "end-without-start", false, "No such job was going on; record its start if need be.");
        }
    }

    private void add(Entry entry, @Nullable Entry against, String rule, boolean error, String mend) {
        findings.add(new Finding(entry, against, rule, error, mend));
    }
}
