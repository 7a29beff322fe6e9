package org.anchors.gateway.forwarding;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anchors.gateway.service.Limits;

/** How large the body of a request may be. */
@Singleton
final class Sizes {

    private final long ordinary;
    private final Map<Pattern, Long> bulk;

    Sizes(Limits limits) {
        ordinary = limits.body().limit().asLongValue();
        bulk = limits.body().bulk().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(entry -> pattern(entry.getKey()), entry -> entry.getValue()
                        .asLongValue()));
    }

    /** Bytes that may be sent to the path. */
    long at(String path) {
        return bulk.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(path).matches())
                .mapToLong(Map.Entry::getValue)
                .findFirst()
                .orElse(ordinary);
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(
                Arrays.stream(path.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]+")));
    }
}
