package org.anchors.gateway.answer;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The gateway's own pages: each answers HEAD as it answers GET, without the content (RFC 9110, 9.3.2). */
public final class Pages {

    private Pages() {}

    /** The route of a page. */
    public static Route at(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    /** Sends the page; for HEAD only its headers leave. */
    public static void send(RoutingContext context, String type, Buffer content) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(content.length()))
                .end(content);
    }
}
