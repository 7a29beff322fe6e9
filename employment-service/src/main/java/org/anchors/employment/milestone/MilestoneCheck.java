package org.anchors.employment.milestone;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.anchors.contracts.problem.Fault;
import org.anchors.employment.outcome.Entry;
import org.anchors.employment.outcome.JobKind;
import org.anchors.employment.outcome.Milestone;
import org.anchors.employment.outcome.Milestone.Kind;
import org.jspecify.annotations.Nullable;

/** Makes a draft of a milestone as it was sent, or finds everything that is wrong with it by itself. */
final class MilestoneCheck {

    private static final Map<Field, Set<Kind>> ONLY_FOR = Map.of(
            Field.EMPLOYER, EnumSet.of(Kind.JOB_OFFER, Kind.JOB_START, Kind.JOB_END),
            Field.HOURS, EnumSet.of(Kind.JOB_START),
            Field.LIVING_WAGE, EnumSet.of(Kind.JOB_START),
            Field.JOB, EnumSet.of(Kind.JOB_START),
            Field.REASON, EnumSet.of(Kind.LEFT_EARLY));

    private final Given given;
    private final Context context;
    private final Values values;

    private MilestoneCheck(Given given, Form form, Context context) {
        this.given = given;
        this.context = context;
        this.values = new Values(given, form, context);
    }

    /** What is found out of one milestone: a draft, or its faults. */
    record Result(Optional<Draft> draft, List<Fault> faults) {}

    static Result of(Given given, Form form, Context context) {
        var check = new MilestoneCheck(given, form, context);
        var draft = check.draft();
        var faults = check.values.faults();
        return new Result(faults.isEmpty() ? Optional.ofNullable(draft) : Optional.empty(), faults);
    }

    private @Nullable Draft draft() {
        var programme = values.programme();
        var participant = values.reference(Field.PARTICIPANT, true);
        var kind = values.choice(Field.KIND, Kind.class, true);
        var on = values.day(Field.ON, true);
        values.reference(Field.RECORD, false);
        var corrects = corrects(kind);
        if (kind != null) {
            onlyFor(kind);
        }
        var milestone = milestone(kind, on);
        if (corrects != null && milestone != null) {
            otherThan(corrects, milestone);
        }
        if (!values.faults().isEmpty() || programme == null || participant == null || milestone == null) {
            return null;
        }
        var keyed = context.keyed(programme);
        var identity = new Entry.Identity(milestone.kind(), milestone.on(), record(keyed, given.text(Field.RECORD)));
        return new Draft(
                given.row(),
                programme,
                keyed.hexOf(participant),
                new Entry(identity, milestone, corrects == null ? null : under(keyed, corrects), withdrawn(corrects)));
    }

    private static Entry.Identity under(Pseudonymised keyed, Entry.Identity corrects) {
        return new Entry.Identity(
                corrects.kind(), corrects.on(), record(keyed, corrects.record().isEmpty() ? null : corrects.record()));
    }

    /** A record without an id of its own is known by its participant, kind and day. */
    private static String record(Pseudonymised keyed, @Nullable String record) {
        return record == null ? "" : keyed.shortHexOf(record);
    }

    private Entry.@Nullable Identity corrects(@Nullable Kind own) {
        var day = values.day(Field.CORRECTS_ON, false);
        var kind = values.choice(Field.CORRECTS_KIND, Kind.class, false);
        var record = values.reference(Field.CORRECTS_RECORD, false);
        if (day == null) {
            if (kind != null || record != null) {
                values.missing(Field.CORRECTS_ON, "Send the day of the record that is corrected.");
            }
            return null;
        }
        return own == null && kind == null
                ? null
                : new Entry.Identity(
                        kind == null ? Objects.requireNonNull(own) : kind, day, record == null ? "" : record);
    }

    /** Under the key of the record that it corrects a correction would supersede itself; only a withdrawal leaves nothing. */
    private void otherThan(Entry.Identity corrected, Milestone milestone) {
        var record = given.text(Field.RECORD);
        var own = new Entry.Identity(milestone.kind(), milestone.on(), record == null ? "" : record);
        if (own.equals(corrected) && !withdrawn(corrected)) {
            values.fault(
                    Field.CORRECTS_ON,
                    "corrects-itself",
                    "Send it with a recordId that the record it corrects has not.");
        }
    }

    private boolean withdrawn(Entry.@Nullable Identity corrects) {
        return corrects != null && "true".equals(given.text(Field.WITHDRAWN));
    }

    private void onlyFor(Kind kind) {
        ONLY_FOR.forEach((field, kinds) -> {
            if (given.text(field) != null && !kinds.contains(kind)) {
                values.fault(field, "not-for-this-kind", "Leave it out: a %s has none.".formatted(kind));
            }
        });
        if ("true".equals(given.text(Field.WITHDRAWN)) && given.text(Field.CORRECTS_ON) == null) {
            values.missing(Field.CORRECTS_ON, "Say which record is withdrawn.");
        }
    }

    private @Nullable Milestone milestone(@Nullable Kind kind, @Nullable LocalDate on) {
        var employer = values.employer();
        var hours = values.hours();
        var livingWage = values.truth(Field.LIVING_WAGE);
        values.truth(Field.WITHDRAWN);
        var job = values.choice(Field.JOB, JobKind.class, false);
        var reason = values.choice(Field.REASON, Milestone.Reason.class, false);
        if (kind == null || on == null) {
            return null;
        }
        return switch (kind) {
            case REFERRED -> new Milestone.Referred(on);
            case STARTED -> new Milestone.Started(on);
            case COMPLETED -> new Milestone.Completed(on);
            case LEFT_EARLY -> new Milestone.LeftEarly(on, reason);
            case JOB_OFFER -> new Milestone.JobOffer(on, employer);
            case JOB_START ->
                new Milestone.JobStart(on, employer, hours, livingWage, job == null ? JobKind.EMPLOYED : job);
            case IN_WORK_CONFIRMED -> new Milestone.InWorkConfirmed(on);
            case JOB_END -> new Milestone.JobEnd(on, employer);
        };
    }
}
