package org.anchors.gateway.service;

import io.smallrye.config.ConfigMapping;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** The way to the services: one bounded pool of lasting connections for each, so that a slow one starves only itself. */
@Singleton
public final class Services {

    private static final Logger LOG = Logger.getLogger(Services.class);
    private static final Duration GRACE = Duration.ofSeconds(2);

    /** What a service said. */
    public record Answer(int status, Buffer body) {}

    /**
     * How a service is reached.
     *
     * @param patient for the paths that are given more time, as a connection is given up after one time for all its requests
     */
    private record Way(Replicas replicas, Clients clients, Clients patient) {}

    private final Map<Service, Way> ways = new EnumMap<>(Service.class);
    private final Limits limits;

    Services(
            Vertx vertx,
            Limits limits,
            @ConfigMapping(prefix = "anchors.charter") Backend charter,
            @ConfigMapping(prefix = "anchors.social-value") Backend socialValue,
            @ConfigMapping(prefix = "anchors.employment") Backend employment) {
        this.limits = limits;
        ways.put(Service.CHARTER, way(charter, vertx));
        ways.put(Service.SOCIAL_VALUE, way(socialValue, vertx));
        ways.put(Service.EMPLOYMENT, way(employment, vertx));
        new Lookout(vertx).watch(ways.values().stream().map(Way::replicas).toList());
    }

    private Way way(Backend backend, Vertx vertx) {
        var timeout = limits.timeout();
        return new Way(
                new Replicas(backend.url()), clients(vertx, timeout.answer()), clients(vertx, timeout.longest()));
    }

    private Clients clients(Vertx vertx, Duration answer) {
        var stalled = answer.plus(GRACE);
        return new Clients(
                vertx,
                new HttpClientOptions()
                        .setMaxPoolSize(limits.pool().size())
                        .setMaxWaitQueueSize(limits.pool().waiting())
                        .setKeepAlive(true)
                        .setKeepAliveTimeout(60)
                        .setIdleTimeout((int) stalled.toSeconds())
                        .setConnectTimeout((int) limits.timeout().connect().toMillis()));
    }

    /** The client that a proxy to this service sends with. */
    public HttpClient client(Service service) {
        return way(service).clients().here();
    }

    /** Scheme, host and port of each replica of the service: for our own use, never for an answer. */
    public List<URI> urls(Service service) {
        return way(service).replicas().all();
    }

    /** Asks the service for one of its own pages, within a time. */
    public Future<Answer> get(Service service, String path, Duration within) {
        return connect(service, within)
                .map(request -> request.setMethod(HttpMethod.GET).setURI(path).putHeader("Accept", "application/json"))
                .compose(HttpClientRequest::send)
                .compose(answer -> answer.body().map(body -> new Answer(answer.statusCode(), body)));
    }

    /**
     * A request to the service, connected, of which nothing has been sent; its answer is waited for so long. A replica that cannot
     * be reached costs nothing but the time to find that out: the next one is tried. So it is where too many wait for a
     * replica, which is not away for that.
     */
    public Future<HttpClientRequest> connect(Service service, Duration within) {
        var way = way(service);
        var clients = within.compareTo(limits.timeout().answer()) > 0 ? way.patient() : way.clients();
        var untried = way.replicas().inTurn().iterator();
        return connect(untried, way.replicas(), to -> clients.here().request(options(to, within)))
                // Whoever waits for the answer is told, too. Without a handler each failure would be logged with its
                // trace.
                .onSuccess(request -> request.exceptionHandler(failure -> LOG.debug(service.program(), failure)))
                .onSuccess(request -> renewNowAndThen(request, way.replicas()));
    }

    private void renewNowAndThen(HttpClientRequest request, Replicas replicas) {
        if (replicas.endsConnection(limits.pool().requests())) {
            request.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    private static Future<HttpClientRequest> connect(
            Iterator<URI> untried, Replicas replicas, Function<URI, Future<HttpClientRequest>> request) {
        var replica = untried.next();
        return request.apply(replica).recover(failure -> {
            if (!untried.hasNext()) {
                return Future.failedFuture(failure);
            }
            if (cannotBeReached(failure)) {
                replicas.isAway(replica);
            }
            return connect(untried, replicas, request);
        });
    }

    /** And not merely that all of its connections are in use. */
    private static boolean cannotBeReached(Throwable failure) {
        return failure instanceof SocketException || failure instanceof UnknownHostException;
    }

    private RequestOptions options(URI replica, Duration within) {
        return Addresses.of(replica)
                .setConnectTimeout(limits.timeout().connect().plus(GRACE).toMillis())
                .setIdleTimeout(within.toMillis());
    }

    private Way way(Service service) {
        var way = ways.get(service);
        if (way == null) {
            throw new IllegalStateException("No way to " + service);
        }
        return way;
    }
}
