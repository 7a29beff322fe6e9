package org.anchors.gateway.forwarding;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.anchors.contracts.problem.RequestId;

/** Which headers pass the gateway. */
final class Headers {

    /** They belong to one connection (RFC 9110, 7.6.1) and mean nothing behind the next. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-authentication-info",
            "te",
            "trailer",
            "upgrade",
            "http2-settings",
            "expect");

    /**
     * Headers with which some proxy somewhere says who is calling, or which path, method or host was really meant. Here
     * only the token says the one, and only the request line the other, so whoever sends these means no good.
     */
    private static final Set<String> CLAIMS = Set.of(
            "forwarded",
            "via",
            "from",
            "cookie",
            "client-ip",
            "true-client-ip",
            "cf-connecting-ip",
            "fastly-client-ip",
            "remote-user",
            "remote-addr",
            "authenticated-user",
            "ssl-client-cert",
            "x-client-ip",
            "x-cluster-client-ip",
            "x-real-ip",
            "x-host",
            "x-organisation",
            "x-organization",
            "x-tenant",
            "x-subject",
            "x-role",
            "x-roles",
            "x-groups",
            "x-scopes",
            "x-principal",
            "x-claims",
            "x-amzn-oidc-data",
            "x-jwt-assertion",
            "x-ms-client-principal",
            "x-http-method",
            "x-http-method-override",
            "x-method-override");

    private static final List<String> FAMILIES_OF_CLAIMS = List.of(
            "x-forwarded",
            "x-user",
            "x-remote-",
            "x-auth",
            "x-original-",
            "x-rewrite-",
            "x-ssl-",
            "x-envoy-",
            "x-internal-",
            "x-anchors-");

    /** The gateway has gone on with the client's trace and says where it is by now; the first of two places would be believed. */
    private static final List<String> TRACE = List.of("traceparent", "tracestate", "baggage");

    private Headers() {}

    /** Takes out what must not reach a service and says anew where the request came from. */
    static void toService(MultiMap headers, HttpServerRequest request, String requestId) {
        withoutConnection(headers);
        headers.names().stream()
                .filter(name -> isClaim(name.toLowerCase(Locale.ROOT)))
                .toList()
                .forEach(headers::remove);
        TRACE.forEach(headers::remove);
        headers.set(RequestId.HEADER, requestId);
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", String.valueOf(request.scheme()));
        var host = request.authority();
        if (host != null) {
            headers.set("X-Forwarded-Host", host.toString());
        }
    }

    /** Takes out what must not reach a client; a place inside the platform becomes a path of ours. */
    static void toClient(MultiMap headers, List<URI> service) {
        withoutConnection(headers);
        headers.remove(RequestId.HEADER);
        headers.remove(HttpHeaders.SERVER);
        headers.remove(HttpHeaders.SET_COOKIE);
        headers.remove("X-Powered-By");
        for (var name : List.of("Location", "Content-Location")) {
            var place = headers.get(name);
            if (place != null) {
                headers.set(name, withoutOrigin(place, service));
            }
        }
    }

    private static void withoutConnection(MultiMap headers) {
        headers.getAll(HttpHeaders.CONNECTION).stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(headers::remove);
        OF_THE_CONNECTION.forEach(headers::remove);
    }

    /** An underscore counts as a hyphen, because some servers read it so. */
    private static boolean isClaim(String name) {
        var plain = name.replace('_', '-');
        return CLAIMS.contains(plain)
                || FAMILIES_OF_CLAIMS.stream().anyMatch(plain::startsWith)
                || (name.indexOf('_') >= 0
                        && (plain.equals("authorization") || RequestId.HEADER.equalsIgnoreCase(plain)));
    }

    private static String withoutOrigin(String place, List<URI> service) {
        return service.stream()
                .map(replica -> replica.getScheme() + "://" + replica.getAuthority())
                .filter(origin -> place.startsWith(origin + "/"))
                .findFirst()
                .map(origin -> place.substring(origin.length()))
                .orElse(place);
    }
}
