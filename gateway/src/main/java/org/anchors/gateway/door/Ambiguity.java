package org.anchors.gateway.door;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Optional;

/** Requests that two readers can read differently: where they end, or whom they are for. */
final class Ambiguity {

    private Ambiguity() {}

    /** What can be read in two ways, said to whoever sent it. */
    static Optional<String> in(HttpServerRequest request) {
        var headers = request.headers();
        var transfer = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
        // RFC 9112, 6.1 and 6.3.
        if (!transfer.isEmpty() && headers.contains(HttpHeaders.CONTENT_LENGTH)) {
            return Optional.of("A request has a Content-Length or a Transfer-Encoding, not both.");
        }
        var chunked = transfer.size() == 1
                && "chunked".equalsIgnoreCase(transfer.getFirst().strip());
        if (!transfer.isEmpty() && (!chunked || request.version() == HttpVersion.HTTP_1_0)) {
            return Optional.of("The only Transfer-Encoding here is chunked, with HTTP/1.1.");
        }
        // RFC 9112, 3.2.
        if (headers.getAll(HttpHeaders.HOST).size() > 1) {
            return Optional.of("A request has one Host header.");
        }
        return Optional.empty();
    }
}
