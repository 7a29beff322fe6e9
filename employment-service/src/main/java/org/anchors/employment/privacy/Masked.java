package org.anchors.employment.privacy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.anchors.contracts.problem.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Faults of what is sent about people, told without repeating anything that may say who they are. Of what was sent only a short
 * number and a day are given back, in a field that is for one: whatever else stands there may be a name or a date of birth.
 */
public final class Masked {

    /** Stands for what is not repeated. */
    public static final String MASK = "•••";

    /** Fields that hold what a provider calls somebody or something by: never repeated, whatever they look like. */
    static final Set<String> REFERENCES = Set.of("participant", "reference", "sharedReference", "recordId", "record");

    private static final Set<String> DAYS = Set.of("on", "corrects/on", "startsOn", "endsOn");
    private static final Pattern DAY = Pattern.compile("20\\d{2}-\\d{2}-\\d{2}");
    private static final Set<String> NUMBERS = Set.of("hoursPerWeek", "imdDecile");
    private static final Pattern SHORT_NUMBER = Pattern.compile("-?\\d{1,3}");
    private static final String UNKNOWN = "unknown-field";

    private Masked() {}

    public static List<Fault> all(List<Fault> faults) {
        return faults.stream().map(Masked::of).toList();
    }

    public static Fault of(Fault fault) {
        var field = fault.at().substring(fault.at().lastIndexOf('/') + 1);
        var unknown = fault.rule().equals(UNKNOWN);
        return new Fault(
                unknown ? within(parent(fault.at())) : at(fault.at()),
                fault.indicator(),
                fault.rule(),
                unknown ? MASK : given(field, fault.given()),
                fault.mend());
    }

    /** The same fault somewhere below a field that nobody knows. */
    static Fault below(String unknownField, Fault fault) {
        return new Fault(within(parent(unknownField)), fault.rule(), MASK, fault.mend());
    }

    /** What was sent in a field, as it may be repeated. */
    public static @Nullable String given(String field, @Nullable String given) {
        return given == null || mayBeRepeated(field, given) ? given : MASK;
    }

    /** The place of a field that nobody knows: its name is what was sent as much as its value. */
    public static String within(String place) {
        return place + "/" + MASK;
    }

    private static boolean mayBeRepeated(String field, String given) {
        return (NUMBERS.contains(field) && SHORT_NUMBER.matcher(given).matches())
                || (DAYS.contains(field) && DAY.matcher(given).matches());
    }

    private static String parent(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }

    private static String at(String pointer) {
        var parts = pointer.split("/", -1);
        for (var index = 0; index < parts.length; index++) {
            if (PersonalData.identifierIn(parts[index]).isPresent()
                    || (pointer.startsWith("/") && parts[index].indexOf(' ') >= 0)) {
                parts[index] = MASK;
            }
        }
        return String.join("/", parts);
    }
}
