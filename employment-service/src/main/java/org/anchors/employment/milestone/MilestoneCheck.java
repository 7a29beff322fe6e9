package org.anchors.employment.milestone;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.anchors.contracts.problem.Fault;
import org.anchors.employment.outcome.Entry;
import org.anchors.employment.outcome.JobKind;
import org.anchors.employment.outcome.Milestone;
import org.anchors.employment.outcome.Milestone.Kind;
import org.anchors.employment.privacy.Masked;
import org.anchors.employment.privacy.PersonalData;
import org.anchors.employment.privacy.PrivateBodies;
import org.jspecify.annotations.Nullable;

/** Makes a draft of a milestone as it was sent, or finds everything that is wrong with it by itself. */
final class MilestoneCheck {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:-]{0,63}");
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(100);
    private static final Pattern HOURS = Pattern.compile("\\d{1,3}(\\.\\d{1,2})?");

    private static final Map<Field, Set<Kind>> ONLY_FOR = Map.of(
            Field.EMPLOYER, EnumSet.of(Kind.JOB_OFFER, Kind.JOB_START, Kind.JOB_END),
            Field.HOURS, EnumSet.of(Kind.JOB_START),
            Field.LIVING_WAGE, EnumSet.of(Kind.JOB_START),
            Field.JOB, EnumSet.of(Kind.JOB_START),
            Field.REASON, EnumSet.of(Kind.LEFT_EARLY));

    private final Given given;
    private final Form form;
    private final Context context;
    private final List<Fault> faults = new ArrayList<>();

    private MilestoneCheck(Given given, Form form, Context context) {
        this.given = given;
        this.form = form;
        this.context = context;
    }

    /** What is found out of one milestone: a draft, or its faults. */
    record Result(Optional<Draft> draft, List<Fault> faults) {}

    static Result of(Given given, Form form, Context context) {
        var check = new MilestoneCheck(given, form, context);
        var draft = check.draft();
        return new Result(check.faults.isEmpty() ? Optional.ofNullable(draft) : Optional.empty(), check.faults);
    }

    private @Nullable Draft draft() {
        var programme = programme();
        var participant = reference(Field.PARTICIPANT, true);
        var kind = choice(Field.KIND, Kind.class, true);
        var on = day(Field.ON, true);
        reference(Field.RECORD, false);
        var corrects = corrects(kind);
        if (kind != null) {
            onlyFor(kind);
        }
        var milestone = milestone(kind, on);
        if (corrects != null && milestone != null) {
            otherThan(corrects, milestone);
        }
        if (!faults.isEmpty() || programme == null || participant == null || milestone == null) {
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

    private @Nullable String programme() {
        var key = given.text(Field.PROGRAMME);
        if (key == null) {
            missing(Field.PROGRAMME, "Name the programme by its key.");
        } else if (!context.isOwn(key)) {
            fault(Field.PROGRAMME, "unknown-programme", "Send the key of a programme of your own organisation.");
            return null;
        } else if (context.isSealed(key)) {
            fault(
                    Field.PROGRAMME,
                    "programme-sealed",
                    "Its people cannot be recognised any more; nothing can be added.");
            return null;
        }
        return key;
    }

    private @Nullable String reference(Field field, boolean needed) {
        var reference = given.text(field);
        if (reference == null) {
            if (needed) {
                missing(field, "Send what you call the participant.");
            }
        } else if (!REFERENCE.matcher(reference).matches()) {
            fault(field, "form", "Up to 64 letters, digits and . _ / : -, the first a letter or a digit.");
        } else {
            PersonalData.inReference(reference).ifPresent(found -> personal(field, found));
        }
        return reference;
    }

    private <E extends Enum<E>> @Nullable E choice(Field field, Class<E> type, boolean needed) {
        var text = given.text(field);
        if (text == null) {
            if (needed) {
                missing(field, "Send one of %s.".formatted(Arrays.toString(type.getEnumConstants())));
            }
            return null;
        }
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        fault(field, "unknown-value", "Send one of %s.".formatted(Arrays.toString(type.getEnumConstants())));
        return null;
    }

    private @Nullable LocalDate day(Field field, boolean needed) {
        var text = given.text(field);
        if (text == null) {
            if (needed) {
                missing(field, "Send the day on which it happened.");
            }
            return null;
        }
        try {
            var day = LocalDate.parse(text);
            if (day.isBefore(EARLIEST) || day.isAfter(context.today())) {
                fault(field, "date-out-of-range", "Send a day from 2000 on that is not in the future.");
            }
            return day;
        } catch (DateTimeException notADay) {
            fault(field, "not-a-date", "Write it like 2023-01-09.");
            return null;
        }
    }

    private Entry.@Nullable Identity corrects(@Nullable Kind own) {
        var day = day(Field.CORRECTS_ON, false);
        var kind = choice(Field.CORRECTS_KIND, Kind.class, false);
        var record = reference(Field.CORRECTS_RECORD, false);
        if (day == null) {
            if (kind != null || record != null) {
                missing(Field.CORRECTS_ON, "Send the day of the record that is corrected.");
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
            fault(Field.CORRECTS_ON, "corrects-itself", "Send it with a recordId that the record it corrects has not.");
        }
    }

    private boolean withdrawn(Entry.@Nullable Identity corrects) {
        return corrects != null && "true".equals(given.text(Field.WITHDRAWN));
    }

    private void onlyFor(Kind kind) {
        ONLY_FOR.forEach((field, kinds) -> {
            if (given.text(field) != null && !kinds.contains(kind)) {
                fault(field, "not-for-this-kind", "Leave it out: a %s has none.".formatted(kind));
            }
        });
        if ("true".equals(given.text(Field.WITHDRAWN)) && given.text(Field.CORRECTS_ON) == null) {
            missing(Field.CORRECTS_ON, "Say which record is withdrawn.");
        }
    }

    private @Nullable Milestone milestone(@Nullable Kind kind, @Nullable LocalDate on) {
        var employer = employer();
        var hours = hours();
        var livingWage = truth(Field.LIVING_WAGE);
        truth(Field.WITHDRAWN);
        var job = choice(Field.JOB, JobKind.class, false);
        var reason = choice(Field.REASON, Milestone.Reason.class, false);
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

    private @Nullable String employer() {
        var employer = given.text(Field.EMPLOYER);
        if (employer != null && !context.employers().contains(employer)) {
            fault(
                    Field.EMPLOYER,
                    "unknown-organisation",
                    "Send the key of an organisation of the partnership, or other for any other employer.");
        }
        return employer;
    }

    private @Nullable BigDecimal hours() {
        var text = given.text(Field.HOURS);
        if (text == null) {
            return null;
        }
        var hours = HOURS.matcher(text).matches() ? new BigDecimal(text) : BigDecimal.ZERO;
        if (hours.signum() == 0 || hours.compareTo(MOST_HOURS) > 0) {
            fault(Field.HOURS, "out-of-range", "Send more than 0 and at most 100, with at most two places.");
            return null;
        }
        return hours;
    }

    private @Nullable Boolean truth(Field field) {
        var text = given.text(field);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            fault(field, "wrong-type", "Send true or false.");
        }
        return text == null ? null : Boolean.valueOf(text);
    }

    private void missing(Field field, String mend) {
        faults.add(new Fault(form.place(given.row(), field), "missing", null, mend));
    }

    private void personal(Field field, PersonalData found) {
        faults.add(PrivateBodies.fault(form.place(given.row(), field), found));
    }

    /** Of what was sent, a value that is known is repeated, and a day and a number are. */
    private @Nullable String shown(Field field) {
        var text = given.text(field);
        return text != null && isKnown(field, text) ? text : Masked.given(field.path(), text);
    }

    private boolean isKnown(Field field, String text) {
        return switch (field) {
            case KIND, CORRECTS_KIND -> isOneOf(Kind.values(), text);
            case JOB -> isOneOf(JobKind.values(), text);
            case REASON -> isOneOf(Milestone.Reason.values(), text);
            case LIVING_WAGE, WITHDRAWN -> text.equals("true") || text.equals("false");
            case EMPLOYER -> context.employers().contains(text);
            case PROGRAMME -> context.isOwn(text);
            case PARTICIPANT, RECORD, CORRECTS_RECORD, ON, CORRECTS_ON, HOURS -> false;
        };
    }

    private static boolean isOneOf(Enum<?>[] constants, String text) {
        return Arrays.stream(constants).anyMatch(constant -> constant.name().equals(text));
    }

    /** What is sound is one of few values, a day or a number; what is not may be anything, and is looked at closely. */
    private void fault(Field field, String rule, String mend) {
        var place = form.place(given.row(), field);
        if (faults.stream().anyMatch(found -> found.at().equals(place))) {
            return;
        }
        var value = String.valueOf(given.text(field));
        var personal = field.isReference() ? PersonalData.inReference(value) : PersonalData.identifierIn(value);
        if (personal.isPresent()) {
            personal(field, personal.get());
        } else {
            faults.add(new Fault(place, rule, shown(field), mend));
        }
    }
}
