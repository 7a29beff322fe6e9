package org.anchors.gateway.forwarding;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.anchors.gateway.service.Limits;

/** How large the body of a request may be, and how long its service may take to answer. */
@Singleton
final class Allowed {

    private final ByPath<MemorySize> bytes;
    private final ByPath<Duration> patience;

    Allowed(Limits limits) {
        bytes = new ByPath<>(limits.body().limit(), limits.body().bulk());
        patience = new ByPath<>(limits.timeout().answer(), limits.timeout().bulk());
    }

    /** Bytes that may be sent to the path. */
    long bytes(String path) {
        return bytes.at(path).asLongValue();
    }

    /** How long an answer from the path is waited for. */
    Duration patience(String path) {
        return patience.at(path);
    }
}
