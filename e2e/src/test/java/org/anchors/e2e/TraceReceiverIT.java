package org.anchors.e2e;

import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_SERVER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.restassured.RestAssured;
import java.util.HexFormat;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the journeys know of traces is what arrives here. */
@Order(6)
class TraceReceiverIT {

    /** A program whose connection ended before the answer came sends its spans again. */
    @Test
    void aSpanThatIsSentAgainIsThereOnce() {
        try (var receiver = new TraceReceiver()) {
            var trace = receiver.newTrace();

            send(receiver, trace, "00000000000000b1");
            send(receiver, trace, "00000000000000b1");
            send(receiver, trace, "00000000000000b2");

            assertEquals(2, receiver.spans(trace).size());
        }
    }

    private static void send(TraceReceiver receiver, String trace, String id) {
        var span =
                Span.newBuilder().setTraceId(bytes(trace)).setSpanId(bytes(id)).setKind(SPAN_KIND_SERVER);
        var sent = ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)));
        RestAssured.given()
                .contentType("application/x-protobuf")
                .body(sent.build().toByteArray())
                .post(receiver.endpoint() + "/v1/traces")
                .then()
                .statusCode(200);
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }
}
