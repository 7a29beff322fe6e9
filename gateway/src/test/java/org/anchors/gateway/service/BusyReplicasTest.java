package org.anchors.gateway.service;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** docs/decisions/0029: a replica that is busy is not one that is away. */
class BusyReplicasTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private final List<Integer> ports =
            Stream.of(listen(), listen()).map(HttpServer::actualPort).toList();
    private final Services services =
            new Services(vertx, oneConnectionAndOneThatWaitsForIt(), replicas(), replicas(), replicas());

    @AfterEach
    void close() {
        await(vertx.close());
    }

    @Test
    void areAskedInTurnAgainAsSoonAsTheyHaveAConnectionFree() {
        var served = List.of(await(ask()), await(ask()));
        var waiting = List.of(ask(), ask(), ask());
        Awaitility.await().until(() -> waiting.stream().anyMatch(Future::failed));
        served.forEach(BusyReplicasTest::leave);
        waiting.stream().filter(request -> !request.failed()).forEach(request -> leave(await(request)));

        // A replica that takes long over the look at its health is passed over until the next one.
        Awaitility.await().untilAsserted(() -> assertNotEquals(leave(await(ask())), leave(await(ask()))));
    }

    private Future<HttpClientRequest> ask() {
        return services.connect(Service.CHARTER, PATIENCE);
    }

    /** Closes the connection, and says which replica it led to. */
    private static int leave(HttpClientRequest request) {
        await(request.connection().close());
        return request.connection().remoteAddress().port();
    }

    private HttpServer listen() {
        return await(vertx.createHttpServer()
                .requestHandler(request -> request.response().end())
                .listen(0, "127.0.0.1"));
    }

    private Backend replicas() {
        var urls = ports.stream()
                .map(port -> URI.create("http://127.0.0.1:" + port))
                .toList();
        return () -> urls;
    }

    private static Limits oneConnectionAndOneThatWaitsForIt() {
        var settings = Map.of("anchors.gateway.pool.size", "1", "anchors.gateway.pool.waiting", "1");
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(Limits.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(Limits.class);
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
