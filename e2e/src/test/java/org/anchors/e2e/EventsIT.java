package org.anchors.e2e;

import static org.anchors.e2e.Reports.REPORTS;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** architecture.md, How a fact travels: dead letters and rebuilding. */
@OnThePlatform
@Order(7)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EventsIT {

    private static final String DEAD_LETTERS = "/api/charter/v1/dead-letters";
    private static final int PARTITIONS = 6;

    /** The gateway's, and one of a service. */
    private static final Set<String> LOGGERS = Set.of("org.anchors.access", "org.anchors.kit.projection.Projections");

    /** The consolidated report, the signatories that social value knows and the partners that employment knows. */
    private static final int CONSUMERS = 3;

    private final Platform platform;

    EventsIT(Platform platform) {
        this.platform = platform;
    }

    /** Events that cannot be handled go to a dead-letter topic with the cause, and the partition moves on. */
    @Test
    @Order(1)
    void whatIsNoEventBecomesADeadLetterAndHoldsNothingUp() {
        var event = UUID.randomUUID().toString();
        var team = Caller.anchorTeam(platform);
        var operator = Caller.operator(platform);
        new Events(platform).putEverywhere("anchors.charter", "poison", "{\"reference\": ", headers(event));

        var newcomer = Newcomer.one(platform, "behind-poison");
        newcomer.reporter()
                .post(REPORTS, newcomer.body("2024-25", 100, 40))
                .then()
                .statusCode(201);
        await("a report behind the dead letter").until(() -> !Reports.consolidated(team, "2024-25")
                .getList("completeness.missing")
                .contains(newcomer.organisation()));

        await("the dead letters").until(() -> waiting(operator, event).size() >= PARTITIONS * CONSUMERS);
        new Events(platform)
                .all("anchors.charter.dlq").stream()
                        .filter(letter -> event.equals(Events.header(letter, "ce_id")))
                        .forEach(letter -> assertTrue(
                                String.valueOf(Events.header(letter, "dead-letter-reason"))
                                        .contains("annual-report-submitted"),
                                letter::toString));
        sendsAgain(operator, event);
    }

    /** A projection can be rebuilt from the topic, and the rebuilt one equals the live one. */
    @Test
    @Order(2)
    void rebuildingGivesTheSameConsolidatedReport() {
        var team = Caller.anchorTeam(platform);
        for (var year : List.of("2024-25", "2025-26")) {
            Reports.settled(team, year);
            var before = Reports.consolidated(team, year);
            Caller.operator(platform)
                    .request()
                    .post("/api/charter/v1/projections/consolidated/rebuild")
                    .then()
                    .statusCode(200)
                    .body("events", greaterThanOrEqualTo(1));
            var after = Reports.consolidated(team, year);
            assertEquals(before.<Object>get("figures"), after.<Object>get("figures"));
            assertEquals(before.<Object>get("completeness"), after.<Object>get("completeness"));
        }
    }

    /** docs/operations.md, Watch: a line is one JSON object, and says which request it is about, and in which trace. */
    @Test
    @Order(3)
    void aRequestIsFoundInTheLogsOfTheGatewayAndOfTheService() {
        var request = UUID.randomUUID().toString();
        var trace = UUID.randomUUID().toString().replace("-", "");
        Caller.operator(platform)
                .request()
                .header("X-Request-Id", request)
                .header("traceparent", TraceReceiver.header(trace))
                .post("/api/charter/v1/projections/consolidated/rebuild")
                .then()
                .statusCode(200);

        await("the lines of the gateway's access log and of the rebuild that passed over dead letters")
                .untilAsserted(() -> assertEquals(
                        LOGGERS.stream().collect(Collectors.toMap(Function.identity(), logger -> trace)),
                        platform.logLines()
                                .filter(line -> line.contains(request) && line.endsWith("}"))
                                .map(JsonPath::new)
                                .filter(line -> request.equals(line.getString("mdc.requestId")))
                                .filter(line -> LOGGERS.contains(line.getString("loggerName")))
                                .collect(Collectors.toMap(
                                        line -> line.getString("loggerName"),
                                        line -> line.getString("mdc.traceId"),
                                        (one, other) -> one.equals(other) ? one : one + " and " + other))));
    }

    /** An operator can send them again, each once; what fails again comes back, from each consumer. */
    private static void sendsAgain(Caller operator, String event) {
        var before = waiting(operator, event);
        operator.request()
                .post(DEAD_LETTERS + "/redrive")
                .then()
                .statusCode(200)
                .body("sent", greaterThanOrEqualTo(PARTITIONS));
        await("the dead letters' return").until(() -> {
            var after = waiting(operator, event);
            return after.size() >= PARTITIONS * CONSUMERS && after.getFirst() > before.getLast();
        });
    }

    /** Positions of the event's dead letters, in order. */
    private static List<Integer> waiting(Caller operator, String event) {
        return operator.get(DEAD_LETTERS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("waiting.findAll { it.event == '%s' && it.cause }.position".formatted(event), Integer.class);
    }

    private static Map<String, String> headers(String event) {
        return Map.of(
                "ce_specversion", "1.0",
                "ce_id", event,
                "ce_type", "org.anchors.charter.annual-report-submitted.v1",
                "ce_source", "/e2e",
                "ce_time", Instant.now().toString(),
                "content-type", "application/json");
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(Duration.ofSeconds(90)).ignoreExceptionsInstanceOf(AssertionError.class);
    }
}
