package org.anchors.kit.edge;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes media types that a client accepts by their names alone: in small letters, and without parameters but the weight. Many
 * libraries ask for {@code application/json;charset=utf-8}, and mean JSON.
 */
@Provider
@PreMatching
public final class AcceptHeader implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        var asked = request.getHeaderString(HttpHeaders.ACCEPT);
        if (asked != null) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, plain(asked));
        }
    }

    static String plain(String accept) {
        return Arrays.stream(accept.split(","))
                .map(AcceptHeader::withoutParameters)
                .collect(Collectors.joining(","));
    }

    private static String withoutParameters(String range) {
        var parts = range.split(";");
        var weight = Arrays.stream(parts)
                .skip(1)
                .map(parameter -> parameter.strip().toLowerCase(Locale.ROOT))
                .filter(parameter -> parameter.startsWith("q="));
        return Stream.concat(Stream.of(parts).limit(1).map(name -> name.strip().toLowerCase(Locale.ROOT)), weight)
                .collect(Collectors.joining(";"));
    }
}
