package org.anchors.charter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.Test;

/** docs/decisions/0030: what the spans of every service say, by the settings that all of them share. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class SpansTest {

    @Inject
    OpenTelemetry traces;

    /** Its text may be what was sent, or a row that it collided with. */
    @Test
    void leaveOutTheTextOfAnException() {
        var gateway = SpanContext.createFromRemoteParent(
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                TraceFlags.getSampled(),
                TraceState.getDefault());
        var span = traces.getTracer("test")
                .spanBuilder("request")
                .setParent(Context.root().with(Span.wrap(gateway)))
                .startSpan();
        span.recordException(new IllegalStateException("private"));
        assertEquals(
                List.of(),
                assertInstanceOf(ReadableSpan.class, span).toSpanData().getEvents());
    }
}
