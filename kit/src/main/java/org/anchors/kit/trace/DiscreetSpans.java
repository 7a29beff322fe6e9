package org.anchors.kit.trace;

import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.anchors.contracts.trace.Discretion;

/** Every span of a service goes through {@link Discretion}. */
final class DiscreetSpans {

    @Produces
    @Singleton
    SpanProcessor discretion() {
        return new Discretion();
    }
}
