package org.anchors.e2e;

import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_CLIENT;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_CONSUMER;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_PRODUCER;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_SERVER;
import static org.anchors.e2e.Reports.REPORTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.anchors.e2e.TraceReceiver.Seen;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** docs/decisions/0030: what one request caused is one trace, and a trace tells nothing that is nobody's business. */
@OnThePlatform
@Order(6)
class TracesIT {

    private static final String CHARTER = "charter-service";

    private final Platform platform;
    private final TraceReceiver receiver;

    TracesIT(Platform platform, TraceReceiver receiver) {
        this.platform = platform;
        this.receiver = receiver;
    }

    @Test
    void oneTraceLeadsFromTheGatewayOverTheDatabaseAndKafkaToTheConsumersDatabase() {
        var trace = receiver.newTrace();
        var newcomer = Newcomer.one(platform, "traced");
        newcomer.reporter()
                .request()
                .contentType(ContentType.JSON)
                .header("traceparent", TraceReceiver.header(trace))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(newcomer.body("2024-25", 100, 40))
                .post(REPORTS)
                .then()
                .statusCode(201);

        var seen = await(
                trace,
                spans -> spans.stream().anyMatch(span -> span.is("gateway", SPAN_KIND_SERVER))
                        && spans.stream().anyMatch(span -> span.is(CHARTER, SPAN_KIND_SERVER))
                        && spans.stream().anyMatch(span -> span.is(CHARTER, SPAN_KIND_PRODUCER))
                        && spans.stream().anyMatch(TracesIT::putsSomethingIntoTheOutbox)
                        && spans.stream().allMatch(span -> hasItsParent(span, spans))
                        && spans.stream()
                                .anyMatch(span ->
                                        span.is(CHARTER, SPAN_KIND_CLIENT) && below(SPAN_KIND_CONSUMER, span, spans)));

        var door = one(seen, "gateway", SPAN_KIND_SERVER);
        assertEquals(TraceReceiver.CALLER, door.parent());
        assertEquals(
                List.of(),
                seen.stream()
                        .filter(span -> !leadsTo(door, span, seen))
                        .map(span -> span.span().getName())
                        .toList());
        var service = one(seen, CHARTER, SPAN_KIND_SERVER);
        assertEquals(one(seen, "gateway", SPAN_KIND_CLIENT).id(), service.parent());
        // An event may be sent again, and each sending is a span then.
        var sendings = seen.stream()
                .filter(span -> span.is(CHARTER, SPAN_KIND_PRODUCER))
                .toList();
        assertTrue(sendings.stream().allMatch(sending -> leadsTo(service, sending, seen)));
        assertTrue(seen.stream()
                .filter(span -> span.span().getKind() == SPAN_KIND_CONSUMER)
                .allMatch(span ->
                        sendings.stream().anyMatch(sending -> span.parent().equals(sending.id()))));
    }

    /** A statement's values are what somebody sent; a query's values and where somebody asks from may be about a person. */
    @Test
    void spansHaveNoValuesOfStatementsOrQueriesAndNobodysAddress() {
        var trace = receiver.newTrace();
        Caller.anchorTeam(platform)
                .request()
                .header("traceparent", TraceReceiver.header(trace))
                .header("User-Agent", "private-program")
                .get(REPORTS + "?year=2024-25&organisation=private-value")
                .then()
                .statusCode(200);

        var seen = await(
                trace,
                spans -> spans.stream().anyMatch(span -> span.is("gateway", SPAN_KIND_SERVER))
                        && spans.stream().anyMatch(span -> span.is(CHARTER, SPAN_KIND_SERVER))
                        && spans.toString().contains("db."));

        var told = seen.toString();
        assertTrue(!told.contains("private-value") && !told.contains("private-program"), told);
    }

    /** An exception's text may be what was sent, or a row that it collided with. */
    @Test
    void spansOfARefusedRequestDoNotSayWhatWasSent() {
        var trace = receiver.newTrace();
        Caller.anchorTeam(platform)
                .request()
                .contentType(ContentType.JSON)
                .header("traceparent", TraceReceiver.header(trace))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("privatevalue")
                .post("/api/charter/v1/organisations")
                .then()
                .statusCode(400);

        var seen = await(
                trace,
                spans -> spans.stream().anyMatch(span -> span.is("gateway", SPAN_KIND_SERVER))
                        && spans.stream().anyMatch(span -> span.is(CHARTER, SPAN_KIND_SERVER)));

        assertEquals(
                0, seen.stream().mapToInt(span -> span.span().getEventsCount()).sum());
        assertFalse(seen.toString().contains("privatevalue"), seen::toString);
    }

    /** Before the deadline nobody is to know how many there are (docs/decisions/0018). */
    @Test
    void nothingIsTracedOfBids() {
        var bid = receiver.newTrace();
        var buyer = Caller.machine(platform, "machine-buyer-mseft");
        var path = "/api/social-value/v1/procurements/" + UUID.randomUUID();
        buyer.request()
                .contentType(ContentType.JSON)
                .header("traceparent", TraceReceiver.header(bid))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{}")
                .post(path + "/bids");
        var other = receiver.newTrace();
        buyer.request().header("traceparent", TraceReceiver.header(other)).get(path);

        await(
                other,
                spans -> spans.stream().anyMatch(span -> span.is("gateway", SPAN_KIND_SERVER))
                        && spans.stream().anyMatch(span -> span.is("social-value-service", SPAN_KIND_SERVER)));
        assertEquals(List.of(), receiver.spans(bid));
    }

    private List<Seen> await(String trace, Predicate<List<Seen>> complete) {
        return Awaitility.await("the spans of a trace")
                .atMost(Duration.ofSeconds(40))
                .until(() -> receiver.spans(trace), complete);
    }

    private static Seen one(List<Seen> seen, String program, SpanKind kind) {
        var found = seen.stream().filter(span -> span.is(program, kind)).toList();
        assertEquals(1, found.size(), () -> kind + " of " + program + " in " + seen);
        return found.getFirst();
    }

    private static boolean putsSomethingIntoTheOutbox(Seen span) {
        return span.is(CHARTER, SPAN_KIND_CLIENT) && span.span().toString().contains("insert into outbox");
    }

    private static boolean below(SpanKind kind, Seen span, List<Seen> all) {
        return all.stream().anyMatch(above -> above.span().getKind() == kind && leadsTo(above, span, all));
    }

    /** Spans come from each program by itself, those of one before those above them. */
    private static boolean hasItsParent(Seen span, List<Seen> all) {
        return span.parent().equals(TraceReceiver.CALLER)
                || all.stream().anyMatch(above -> above.id().equals(span.parent()));
    }

    /** Whether the span is the upper one, or began because of it. */
    private static boolean leadsTo(Seen upper, Seen span, List<Seen> all) {
        return upper.id().equals(span.id())
                || all.stream()
                        .filter(above -> above.id().equals(span.parent()))
                        .anyMatch(above -> leadsTo(upper, above, all));
    }
}
