package org.anchors.gateway.forwarding;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A path in which {@code *} stands for one segment. */
record PathPattern(Pattern pattern) {

    static PathPattern of(String path) {
        return new PathPattern(Pattern.compile(
                Arrays.stream(path.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]+"))));
    }

    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }
}
