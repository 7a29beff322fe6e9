package org.anchors.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Something that speaks HTTP where a service would. What it does depends on the end of the path; over a second port it
 * can be told to go away and to come back.
 */
final class StandIn {

    private final Vertx vertx;
    private final String prefix;
    private final AtomicInteger received = new AtomicInteger();
    private final int port;
    private final int controlPort;
    private HttpServer server;
    private final AtomicInteger edition = new AtomicInteger(1);
    private volatile boolean ready = true;

    StandIn(Vertx vertx, String prefix) {
        this.vertx = vertx;
        this.prefix = prefix;
        this.server = listen(0);
        this.port = server.actualPort();
        this.controlPort = await(
                        vertx.createHttpServer().requestHandler(this::control).listen(0, "127.0.0.1"))
                .actualPort();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    String controlUrl() {
        return "http://127.0.0.1:" + controlPort;
    }

    private HttpServer listen(int at) {
        var options = new HttpServerOptions().setHandle100ContinueAutomatically(false);
        return await(vertx.createHttpServer(options).requestHandler(this::serve).listen(at, "127.0.0.1"));
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private void control(HttpServerRequest request) {
        switch (request.path()) {
            case "/received" -> request.response().end(Integer.toString(received.get()));
            case "/edition" -> request.response().end(Integer.toString(edition.incrementAndGet()));
            case "/unready" -> answer(request, () -> ready = false);
            case "/ready" -> answer(request, () -> ready = true);
            case "/down" -> server.close().onComplete(v -> request.response().end());
            case "/up" ->
                vertx.createHttpServer()
                        .requestHandler(this::serve)
                        .listen(port, "127.0.0.1")
                        .onFailure(
                                taken -> request.response().setStatusCode(500).end())
                        .onSuccess(again -> {
                            server = again;
                            request.response().end();
                        });
            default -> request.response().setStatusCode(404).end();
        }
    }

    private static void answer(HttpServerRequest request, Runnable deed) {
        deed.run();
        request.response().end();
    }

    private void serve(HttpServerRequest request) {
        var path = request.path();
        if (path.equals("/q/health/ready")) {
            request.response().setStatusCode(ready ? 200 : 503).end("{}");
        } else if (path.equals(prefix + "/openapi")) {
            request.response().putHeader("Content-Type", "application/json").end(document());
        } else {
            received.incrementAndGet();
            behave(request, path.substring(path.lastIndexOf('/') + 1));
        }
    }

    private void behave(HttpServerRequest request, String how) {
        switch (how) {
            case "silent" -> request.resume();
            case "stalls" -> request.response().setChunked(true).write("begun");
            case "drops" -> request.connection().close();
            case "empty" -> request.response().setStatusCode(204).end();
            case "unchanged" ->
                request.response().setStatusCode(304).putHeader("ETag", "\"7\"").end();
            case "created" ->
                request.response()
                        .setStatusCode(201)
                        .putHeader("Location", url() + prefix + "/reports/r-1")
                        .putHeader("Set-Cookie", "session=1")
                        .putHeader("Server", "secret/1.0")
                        .putHeader("X-Request-Id", "the-service's")
                        .end();
            case "refused" ->
                request.response()
                        .setStatusCode(422)
                        .putHeader("Content-Type", "application/problem+json")
                        .end("{\"type\":\"/problems/report-closed\",\"status\":422}");
            case "ticks" -> {
                request.response().setChunked(true).write("tick ");
                tock(request);
            }
            case "waits" -> tock(request);
            default -> request.body().onSuccess(body -> echo(request, body));
        }
    }

    /** Ends the answer only when it is asked for it over the control port's edition. */
    private void tock(HttpServerRequest request) {
        var seen = edition.get();
        vertx.setPeriodic(10, timer -> {
            if (edition.get() != seen) {
                vertx.cancelTimer(timer);
                request.response().end("tock");
            }
        });
    }

    private static void echo(HttpServerRequest request, Buffer body) {
        var headers = new JsonObject();
        for (var name : request.headers().names()) {
            headers.put(
                    name.toLowerCase(Locale.ROOT),
                    String.join(" and ", request.headers().getAll(name)));
        }
        request.response()
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject()
                        .put("method", request.method().name())
                        .put("uri", request.uri())
                        .put("headers", headers)
                        .put("bytes", body.length())
                        .put("connection", request.remoteAddress().port())
                        .encode());
    }

    private String document() {
        var schemas = new JsonObject()
                .put("Shared", new JsonObject().put("type", "string"))
                .put("Own", new JsonObject().put("const", prefix));
        return new JsonObject()
                .put("openapi", "3.1.0")
                .put("info", new JsonObject().put("title", prefix).put("version", "edition " + edition.get()))
                .put(
                        "paths",
                        new JsonObject()
                                .put(prefix + "/things" + edition.get(), new JsonObject().put("get", new JsonObject())))
                .put("components", new JsonObject().put("schemas", schemas))
                .encode();
    }
}
