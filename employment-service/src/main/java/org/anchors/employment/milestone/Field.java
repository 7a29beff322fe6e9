package org.anchors.employment.milestone;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be said about a milestone, by its name in JSON and in CSV. */
enum Field {
    PROGRAMME("programme", Type.TEXT),
    PARTICIPANT("participant", Type.TEXT),
    KIND("kind", Type.TEXT),
    ON("on", Type.TEXT),
    RECORD("recordId", Type.TEXT),
    EMPLOYER("employer", Type.TEXT),
    HOURS("hoursPerWeek", Type.NUMBER),
    LIVING_WAGE("realLivingWage", Type.TRUTH),
    JOB("job", Type.TEXT),
    REASON("reason", Type.TEXT),
    CORRECTS_KIND("corrects/kind", Type.TEXT),
    CORRECTS_ON("corrects/on", Type.TEXT),
    CORRECTS_RECORD("corrects/recordId", Type.TEXT),
    WITHDRAWN("withdrawn", Type.TRUTH);

    /** What a value must be in JSON; in CSV everything is text. */
    enum Type {
        TEXT("a text"),
        NUMBER("a number"),
        TRUTH("true or false");

        private final String inWords;

        Type(String inWords) {
            this.inWords = inWords;
        }

        String inWords() {
            return inWords;
        }
    }

    private static final Map<String, Field> BY_PATH =
            Arrays.stream(values()).collect(Collectors.toMap(Field::path, field -> field));

    /** What to do about a field that is none of these. */
    static final String KNOWN = Arrays.stream(values())
            .map(Field::path)
            .collect(Collectors.joining(", ", "Leave it out. Known here: ", "."));

    private final String path;
    private final String column;
    private final Type type;

    Field(String path, Type type) {
        this.path = path;
        this.column =
                path.replace('/', '_').replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        this.type = type;
    }

    /** Its place in a JSON object. */
    String path() {
        return path;
    }

    Type type() {
        return type;
    }

    /** Its name as the head of a column, such as {@code corrects_record_id}. */
    String column() {
        return column;
    }

    /** Whether it is what a provider calls somebody or something by, which is never repeated. */
    boolean isReference() {
        return this == PARTICIPANT || this == RECORD || this == CORRECTS_RECORD;
    }

    static Optional<Field> at(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    static Set<String> columns() {
        return Arrays.stream(values()).map(Field::column).collect(Collectors.toSet());
    }
}
