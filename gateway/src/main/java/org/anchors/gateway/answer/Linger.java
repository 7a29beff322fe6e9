package org.anchors.gateway.answer;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hears out, within bounds, a client that was answered while it was still sending.
 *
 * <p>Closing at once would reset the connection, and the client would lose the answer it has not read yet (RFC 9112, 9.6).
 */
public final class Linger {

    private static final long LONGEST_MILLIS = 5_000;
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    /** A body announced as no larger than this is read to its end, and the connection goes on. */
    private static final long SMALL_BYTES = 1_000_000;

    private Linger() {}

    /** Says in the answer that the connection ends with it: what else comes on it cannot be trusted. */
    public static void announceAlways(HttpServerRequest request) {
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }

    /** Says in the answer that the connection ends with it, where too much of the request is still to come. */
    public static void announce(HttpServerRequest request) {
        if (isTooMuchToCome(request)) {
            announceAlways(request);
        }
    }

    /** Reads and drops what still comes, then closes the connection that was announced to be closed. */
    public static void after(HttpServerRequest request) {
        if (!request.response().headers().contains(HttpHeaders.CONNECTION, HttpHeaders.CLOSE, true)) {
            return;
        }
        var connection = request.connection();
        if (request.isEnded() || isWaitingForLeave(request)) {
            connection.close();
            return;
        }
        var dropped = new AtomicLong();
        Vertx.currentContext().owner().setTimer(LONGEST_MILLIS, id -> connection.close());
        request.endHandler(end -> connection.close());
        request.handler(piece -> {
            if (dropped.addAndGet(piece.length()) > MOST_BYTES) {
                connection.close();
            }
        });
        request.resume();
    }

    private static boolean isTooMuchToCome(HttpServerRequest request) {
        if (request.isEnded()) {
            return false;
        }
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || (length != null && (Long.parseLong(length) > SMALL_BYTES || isWaitingForLeave(request)));
    }

    /** The client will not get leave to send, so nothing is on its way. */
    private static boolean isWaitingForLeave(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.EXPECT);
    }
}
