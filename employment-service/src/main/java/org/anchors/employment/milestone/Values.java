package org.anchors.employment.milestone;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.anchors.contracts.problem.Fault;
import org.anchors.employment.outcome.JobKind;
import org.anchors.employment.outcome.Milestone;
import org.anchors.employment.outcome.Milestone.Kind;
import org.anchors.employment.privacy.Masked;
import org.anchors.employment.privacy.PersonalData;
import org.anchors.employment.privacy.PrivateBodies;
import org.jspecify.annotations.Nullable;

/** The fields of one milestone as values, each null where it was left out or is no value of its field, which is a fault. */
final class Values {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:-]{0,63}");
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(100);
    private static final Pattern HOURS = Pattern.compile("\\d{1,3}(\\.\\d{1,2})?");

    private final Given given;
    private final Form form;
    private final Context context;
    private final List<Fault> faults = new ArrayList<>();

    Values(Given given, Form form, Context context) {
        this.given = given;
        this.form = form;
        this.context = context;
    }

    List<Fault> faults() {
        return faults;
    }

    @Nullable
    String programme() {
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

    @Nullable
    String reference(Field field, boolean needed) {
        var reference = given.text(field);
        if (reference == null) {
            if (needed) {
                missing(field, "Send what you call the participant.");
            }
        } else if (isKnown(reference)) {
            return reference;
        } else if (!REFERENCE.matcher(reference).matches()) {
            fault(field, "form", "Up to 64 letters, digits and . _ / : -, the first a letter or a digit.");
        } else {
            PersonalData.inReference(reference).ifPresent(found -> personal(field, found));
        }
        return reference;
    }

    /** What was sound in a row before is sound in this one. */
    private boolean isKnown(String reference) {
        var programme = given.text(Field.PROGRAMME);
        return programme != null
                && context.takes(programme)
                && context.keyed(programme).knows(reference);
    }

    <E extends Enum<E>> @Nullable E choice(Field field, Class<E> type, boolean needed) {
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

    @Nullable
    LocalDate day(Field field, boolean needed) {
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

    @Nullable
    String employer() {
        var employer = given.text(Field.EMPLOYER);
        if (employer != null && !context.employers().contains(employer)) {
            fault(
                    Field.EMPLOYER,
                    "unknown-organisation",
                    "Send the key of an organisation of the partnership, or other for any other employer.");
        }
        return employer;
    }

    @Nullable
    BigDecimal hours() {
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

    @Nullable
    Boolean truth(Field field) {
        var text = given.text(field);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            fault(field, "wrong-type", "Send true or false.");
        }
        return text == null ? null : Boolean.valueOf(text);
    }

    void missing(Field field, String mend) {
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
    void fault(Field field, String rule, String mend) {
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
