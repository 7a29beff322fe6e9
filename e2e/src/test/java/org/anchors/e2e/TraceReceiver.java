package org.anchors.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.GZIPInputStream;

/**
 * Where the platform sends its spans: takes OTLP over HTTP, and keeps the spans of traces that somebody asked for beforehand. A program
 * sends again what it got no answer for, so a span may come twice, and is kept once.
 */
final class TraceReceiver implements AutoCloseable {

    /** So few requests are traced by chance that the tests of everything else go on as usual. */
    static final String SHARE = "0.001";

    /** The span of whoever calls. */
    static final String CALLER = "00000000000000aa";

    private static final HexFormat HEX = HexFormat.of();

    private final Map<String, Map<String, Seen>> kept = new ConcurrentHashMap<>();
    private final HttpServer server;

    TraceReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/traces", this::take);
            server.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A span, and the program that it was in. */
    record Seen(String program, Span span) {

        String id() {
            return HEX.formatHex(span.getSpanId().toByteArray());
        }

        String parent() {
            return HEX.formatHex(span.getParentSpanId().toByteArray());
        }

        boolean is(String where, Span.SpanKind kind) {
            return program.equals(where) && span.getKind() == kind;
        }
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * An id whose trace is kept here. Of ids, those are traced whose last eight bytes are a small number, whatever the share is, as
     * long as it is not none.
     */
    String newTrace() {
        var id = "%016x%016x".formatted(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE), 1);
        kept.put(id, new ConcurrentHashMap<>());
        return id;
    }

    /** The header by which a request belongs to a trace. */
    static String header(String trace) {
        return "00-" + trace + "-" + CALLER + "-01";
    }

    List<Seen> spans(String trace) {
        return List.copyOf(kept.getOrDefault(trace, Map.of()).values());
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange;
                var body = body(exchange)) {
            ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach(this::keep);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        return "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
                ? new GZIPInputStream(exchange.getRequestBody())
                : exchange.getRequestBody();
    }

    private void keep(ResourceSpans of) {
        var program = of.getResource().getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("");
        of.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .forEach(span -> keep(program, span));
    }

    private void keep(String program, Span span) {
        var trace = kept.get(HEX.formatHex(span.getTraceId().toByteArray()));
        if (trace != null) {
            var seen = new Seen(program, span);
            trace.put(seen.id(), seen);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
