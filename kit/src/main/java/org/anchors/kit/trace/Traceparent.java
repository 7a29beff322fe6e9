package org.anchors.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place in a trace as W3C Trace Context writes it, {@code 00-<trace>-<span>-<flags>}: what is kept in a row or sent in a header. */
public final class Traceparent {

    private static final String HEADER = "traceparent";
    private static final W3CTraceContextPropagator FORM = W3CTraceContextPropagator.getInstance();

    private Traceparent() {}

    /** The present place; empty outside a trace. */
    public static Optional<String> current() {
        return of(Span.current().getSpanContext());
    }

    public static Optional<String> of(SpanContext place) {
        var carrier = new HashMap<String, String>();
        FORM.inject(Context.root().with(Span.wrap(place)), carrier, (headers, name, value) -> headers.put(name, value));
        return Optional.ofNullable(carrier.get(HEADER));
    }

    /** The context that goes on from there. */
    public static Context context(String traceparent) {
        return FORM.extract(Context.root(), traceparent, new OneHeader());
    }

    private static final class OneHeader implements TextMapGetter<String> {

        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String key) {
            return HEADER.equals(key) ? traceparent : null;
        }
    }
}
