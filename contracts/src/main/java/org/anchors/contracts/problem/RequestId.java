package org.anchors.contracts.problem;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name under which a request stands in every log line, answer and problem, in the gateway and in the services. */
public final class RequestId {

    /** The header that carries it. */
    public static final String HEADER = "X-Request-Id";

    /** The key under which it stands beside a line of the log. */
    public static final String LOG_KEY = "requestId";

    private static final Pattern UNIQUE =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private RequestId() {}

    /** The caller's own where it is a UUID, otherwise a new one, since words may be about somebody. */
    public static String of(@Nullable String given) {
        return given != null && UNIQUE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
