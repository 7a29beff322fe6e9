package org.anchors.gateway.service;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A client for each event loop, so that no connection to a service is used by two. Shared between event loops, a connection was
 * now and then closed by the end of one exchange when it served the next one already: one request in some hundreds of clients that
 * do not keep their connections was answered 503.
 */
final class Clients {

    private final Vertx vertx;
    private final HttpClientOptions options;
    private final Map<Thread, HttpClient> byLoop = new ConcurrentHashMap<>();
    private final HttpClient elsewhere;

    Clients(Vertx vertx, HttpClientOptions options) {
        this.vertx = vertx;
        this.options = options;
        this.elsewhere = vertx.createHttpClient(options);
    }

    /** The client of the event loop that this is called on. */
    HttpClient here() {
        return Context.isOnEventLoopThread()
                ? byLoop.computeIfAbsent(Thread.currentThread(), loop -> vertx.createHttpClient(options))
                : elsewhere;
    }
}
