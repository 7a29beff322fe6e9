package org.anchors.contracts.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every event there is, by its public name. */
public final class EventTypes {

    private static final Map<String, Class<? extends Event>> BY_NAME =
            recordsOf(Event.class).collect(Collectors.toUnmodifiableMap(EventTypes::nameOf, Function.identity()));

    private EventTypes() {}

    public static Map<String, Class<? extends Event>> byName() {
        return BY_NAME;
    }

    /** The record for a public name; empty for one that this version of the software does not know. */
    public static Optional<Class<? extends Event>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static String nameOf(Class<? extends Event> type) {
        return of(type).value();
    }

    public static Topic topicOf(Class<? extends Event> type) {
        return of(type).topic();
    }

    private static Stream<Class<? extends Event>> recordsOf(Class<?> kind) {
        return Arrays.stream(Objects.requireNonNull(kind.getPermittedSubclasses()))
                .flatMap(type -> type.isRecord() ? Stream.of(type.asSubclass(Event.class)) : recordsOf(type));
    }

    private static EventType of(Class<? extends Event> type) {
        return Objects.requireNonNull(type.getAnnotation(EventType.class), () -> type + " has no @EventType");
    }
}
