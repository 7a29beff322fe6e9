package org.anchors.gateway.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.concurrent.TimeUnit;
import org.anchors.contracts.trace.SentPath;
import org.jboss.logging.Logger;

/** One line for each request but those that are to leave none: who asked for what, and how it went. Never a query's values, what a client
 * calls a person, or a token. */
@Singleton
public final class AccessLog {

    /** The name of the log. */
    public static final String NAME = "org.anchors.access";

    private static final Logger LOG = Logger.getLogger(NAME);
    private static final String CLIENT = AccessLog.class.getName();
    private static final int LONGEST_PATH = 300;
    private static final int UNAUTHORIZED = 401;

    private final ObjectMapper json;

    AccessLog(ObjectMapper json) {
        this.json = json;
    }

    /** Notes whom the token belongs to. */
    public static void client(RoutingContext context, String client) {
        context.put(CLIENT, client);
    }

    void write(RoutingContext context, long startedAt) {
        if (isUnlogged(context)) {
            return;
        }
        var line = new LinkedHashMap<String, Object>();
        line.put("request", RequestIds.of(context));
        line.put("method", context.request().method().name());
        line.put("path", shortened(context.request().uri()));
        line.put("status", context.response().getStatusCode());
        line.put("ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAt));
        line.put("client", context.get(CLIENT) instanceof String client ? client : "-");
        if (!context.response().ended()) {
            line.put("aborted", true);
        }
        try {
            LOG.info(json.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A line of strings and numbers cannot fail to be written", e);
        }
    }

    /** How many of these were taken is a secret, which a line for each would tell. One that was turned away at the door was not. */
    private static boolean isUnlogged(RoutingContext context) {
        return context.request().method().equals(HttpMethod.POST)
                && context.response().getStatusCode() != UNAUTHORIZED
                && Bids.areLodgedAt(context.request().path());
    }

    private static String shortened(String uri) {
        var query = uri.indexOf('?');
        var path = SentPath.shown(query < 0 ? uri : uri.substring(0, query));
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH);
    }
}
