package org.anchors.employment.privacy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.anchors.contracts.problem.Fault;
import org.jspecify.annotations.Nullable;

/** Faults of what is sent about people, told without repeating anything that says who they are. */
public final class Masked {

    /** Stands for what is not repeated. */
    public static final String MASK = "•••";

    /** Fields that hold what a provider calls somebody or something by: never repeated, whatever they look like. */
    static final Set<String> REFERENCES = Set.of("participant", "reference", "sharedReference", "recordId", "record");

    private static final Pattern ORDINARY_NAME = Pattern.compile("[A-Za-z][A-Za-z_-]{0,40}");

    private Masked() {}

    public static List<Fault> all(List<Fault> faults) {
        return faults.stream().map(Masked::of).toList();
    }

    public static Fault of(Fault fault) {
        var given = given(fault);
        var at = given == null || given.equals(fault.given())
                ? fault.at()
                : fault.at().replace(fault.given(), MASK);
        return new Fault(at(at), fault.indicator(), fault.rule(), given, fault.mend());
    }

    /** What was sent in a field, as it may be repeated. */
    public static @Nullable String given(String field, @Nullable String given) {
        if (given == null) {
            return null;
        }
        var mayBeRepeated = !REFERENCES.contains(field)
                && PersonalData.in(given)
                        .filter(kind -> kind != PersonalData.DATE_OF_BIRTH || !isDayOf(given))
                        .isEmpty();
        return mayBeRepeated ? given : MASK;
    }

    private static @Nullable String given(Fault fault) {
        var field = fault.at().substring(fault.at().lastIndexOf('/') + 1);
        return fault.rule().equals("unknown-field") || fault.rule().equals("unknown-column")
                ? name(fault.given())
                : given(field, fault.given());
    }

    private static @Nullable String name(@Nullable String name) {
        return name == null || ORDINARY_NAME.matcher(name).matches() ? name : MASK;
    }

    /** The name of a field that nobody knows is what was sent as much as its value. */
    private static String at(String pointer) {
        var parts = pointer.split("/", -1);
        for (var index = 0; index < parts.length; index++) {
            if (!parts[index].isEmpty()
                    && !parts[index].matches("\\d{1,6}")
                    && PersonalData.in(parts[index])
                            .filter(kind -> kind != PersonalData.NAME)
                            .isPresent()) {
                parts[index] = MASK;
            } else if (parts[index].indexOf(' ') >= 0 && pointer.startsWith("/")) {
                parts[index] = MASK;
            }
        }
        return String.join("/", parts);
    }

    /** A day as it is written in a date field, or an attempt at one. */
    private static boolean isDayOf(String given) {
        return given.matches("20\\d{2}-\\d{2}-\\d{2}");
    }
}
