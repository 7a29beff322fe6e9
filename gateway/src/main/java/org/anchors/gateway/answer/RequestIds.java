package org.anchors.gateway.answer;

import io.vertx.ext.web.RoutingContext;
import org.anchors.contracts.problem.RequestId;

/** The id of each request, the same as long as it is under way. */
public final class RequestIds {

    private static final String KEY = RequestIds.class.getName();

    private RequestIds() {}

    public static String of(RoutingContext context) {
        if (context.get(KEY) instanceof String known) {
            return known;
        }
        var id = RequestId.of(context.request().getHeader(RequestId.HEADER));
        context.put(KEY, id);
        return id;
    }
}
