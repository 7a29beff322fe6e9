package org.anchors.gateway.answer;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;

/** The name under which a request stands in every log line, answer and problem, here and in the services. */
public final class RequestId {

    /** The header that carries it. */
    public static final String HEADER = "X-Request-Id";

    private static final String KEY = RequestId.class.getName();
    private static final Pattern UNIQUE =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private RequestId() {}

    /** The request's id: the caller's where it is a UUID, otherwise one of ours, since words may be about somebody. */
    public static String of(RoutingContext context) {
        if (context.get(KEY) instanceof String known) {
            return known;
        }
        var given = context.request().getHeader(HEADER);
        var id = given != null && UNIQUE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        context.put(KEY, id);
        return id;
    }
}
