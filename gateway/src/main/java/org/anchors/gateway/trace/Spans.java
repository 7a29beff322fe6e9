package org.anchors.gateway.trace;

import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.anchors.contracts.trace.Discretion;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The gateway decides which requests are traced; the services go by that. */
final class Spans {

    @Produces
    @Singleton
    SpanProcessor discretion() {
        return new Discretion();
    }

    /** What outsiders say about sampling does not count. The share is one of ids, and theirs are kept. */
    @Produces
    @Singleton
    Sampler sampler(@ConfigProperty(name = "quarkus.otel.traces.sampler.arg") double share) {
        var ours = new WithoutBids(Sampler.traceIdRatioBased(share));
        return Sampler.parentBasedBuilder(ours)
                .setRemoteParentSampled(ours)
                .setRemoteParentNotSampled(ours)
                .build();
    }
}
