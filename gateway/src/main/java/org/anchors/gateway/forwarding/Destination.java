package org.anchors.gateway.forwarding;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.anchors.gateway.service.Service;
import org.anchors.gateway.service.Services;

/**
 * Where a request goes, and on what terms.
 *
 * @param limit bytes that its body may have
 * @param patience how long an answer is waited for
 */
record Destination(Service service, Services services, long limit, Duration patience) {

    Future<HttpClientRequest> connect() {
        return services.connect(service, patience);
    }

    /** What an answer must not tell. */
    List<URI> urls() {
        return services.urls(service);
    }

    String program() {
        return service.program();
    }
}
