package org.anchors.gateway.forwarding;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A setting that some paths have a value of their own for; in such a path {@code *} stands for one segment. */
final class ByPath<T> {

    private final T ordinary;
    private final Map<Pattern, T> others;

    ByPath(T ordinary, Map<String, T> others) {
        this.ordinary = ordinary;
        this.others = others.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(entry -> pattern(entry.getKey()), Map.Entry::getValue));
    }

    T at(String path) {
        return others.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(path).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ordinary);
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(
                Arrays.stream(path.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]+")));
    }
}
