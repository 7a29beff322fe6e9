package org.anchors.e2e;

import static io.restassured.RestAssured.given;
import static org.anchors.e2e.Tendering.bid;
import static org.anchors.e2e.Tendering.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * scoring.md: before the deadline nobody can read a bid, nor how many there are. Every account of the platform asks every address
 * that can be read, before and after bids were lodged, and some try everything else; then topics, logs and figures are searched for
 * what the bids say.
 */
@OnThePlatform
@Order(14)
class SealedBidsIT {

    private static final String PRICE = "7349218.63";
    private static final List<String> TOPICS = List.of(
            "anchors.charter",
            "anchors.social-value",
            "anchors.employment",
            "anchors.charter.dlq",
            "anchors.social-value.dlq",
            "anchors.employment.dlq");

    /** One of each kind that comes near a procurement. */
    private static final List<String> PROBING = List.of(
            "buyer-mseft", "machine-buyer-mseft", "evaluator-one", "evaluator-three", "auditor", "reporter-eput");

    private static final Set<String> WRITING = Set.of("POST", "PUT");

    private final Platform platform;
    private final Map<String, Caller> callers = new TreeMap<>();
    private final String canary = "Canary" + UUID.randomUUID().toString().replace("-", "");

    SealedBidsIT(Platform platform) {
        this.platform = platform;
        platform.accounts("people").forEach(name -> callers.put(name, Caller.person(platform, name)));
        platform.accounts("machines").forEach(name -> callers.put(name, Caller.machine(platform, name)));
    }

    @Test
    void nobodyFindsOutAnythingAboutABidBeforeTheDeadline() {
        var tendering = Tendering.published(platform, Duration.ofHours(1), List.of("evaluator-one", "evaluator-two"));
        var never = "2222222222222222";
        var before = answers(tendering, never, "/api/social-value/");
        var tried = probed(tendering, never);
        var ofTheDoor = ofTheDoor();
        var told = told();
        var figures = figures();

        var portal = caller("machine-buyer-mseft");
        var lodged = tendering.lodged(portal, bid(canary, "1", PRICE));
        var replaced = tendering.lodged(caller("buyer-mseft"), bid(canary + "2", "2", PRICE));
        expect(201, replace(tendering, replaced));
        tendering.lodged(portal, bid(canary, "1", PRICE));
        expect(
                422,
                portal.post(tendering.at("bids"), "{\"supplier\": \"%s\", \"price\": %s}".formatted(canary, PRICE)));

        assertEquals(List.of(), moved(figures, figures()));
        assertEquals(before, answers(tendering, never, "/api/social-value/"));
        assertEquals(before, answers(tendering, lodged, "/api/social-value/"));
        assertEquals(List.of(), leaking(answers(tendering, lodged, "/api/")));
        assertEquals(tried, probed(tendering, never));
        assertEquals(tried, probed(tendering, lodged));
        assertEquals(ofTheDoor, ofTheDoor());
        assertEquals(told, told());
        assertTrue(platform.logLines().anyMatch(line -> line.contains(tendering.path())), "nothing is logged at all");
        assertEquals(List.of(), platform.logLines().filter(this::leaks).toList());
        assertEquals(
                List.of(),
                platform.logLines()
                        .filter(line -> line.contains(tendering.at("bids")))
                        .filter(line -> line.matches(".*\"POST\\\\?\".*/(bids|replacement|withdrawal)\\\\?\".*"))
                        .toList());
        figuresTellNothing(tendering);
        expect(200, tendering.step("cancellation", "{\"reason\": \"Only a test\"}"));
        var history =
                expect(200, caller("auditor").get(tendering.at("history"))).asString();
        assertFalse(history.contains("bid-lodged"), history);
    }

    private Caller caller(String name) {
        return Objects.requireNonNull(callers.get(name));
    }

    private Response replace(Tendering tendering, String reference) {
        return caller("buyer-mseft")
                .request()
                .header("If-Match", "\"0\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(bid(canary + "3", "2", PRICE))
                .post(tendering.at("bids/" + reference + "/replacement"));
    }

    /** The gateway's own figures, which an operator can read, and those of the service's replicas, which only their machines can. */
    private void figuresTellNothing(Tendering tendering) {
        for (var figures : figures()) {
            assertTrue(figures.contains("http_server"), figures);
            assertFalse(figures.contains("/bids"), figures);
            assertFalse(figures.contains(tendering.id()), figures);
        }
    }

    private List<String> figures() {
        var services = platform.replicas("social-value-service").stream()
                .map(name -> given().baseUri(platform.fact(name + ".url")))
                .map(service -> service.get("/q/metrics").asString());
        return Stream.concat(
                        Stream.of(caller("machine-operator").get("/q/metrics").asString()), services)
                .toList();
    }

    /** The figures that are others than before, but for those that move by themselves: of the machine, of Kafka, and what fades. */
    private static List<String> moved(List<String> before, List<String> after) {
        return IntStream.range(0, before.size())
                .boxed()
                .flatMap(i -> after.get(i)
                        .lines()
                        .filter(
                                line -> !line.matches(
                                        "#.*|(jvm|process|system|kafka|anchors_(outbox|events|dead_letters))_.*|[a-z_]+_max\\b.*"))
                        .map(SealedBidsIT::withoutExample)
                        .filter(line -> before.get(i)
                                .lines()
                                .map(SealedBidsIT::withoutExample)
                                .noneMatch(line::equals)))
                .toList();
    }

    /** Without the trace that stands beside a figure as an example. */
    private static String withoutExample(String line) {
        return line.replaceFirst(" # .*", "");
    }

    /** What is answered to whoever tries everything else on a procurement: other methods, stale versions, bodies that cannot be. */
    private Map<String, String> probed(Tendering tendering, String reference) {
        var found = new TreeMap<String, String>();
        var paths = documented();
        for (var name : PROBING) {
            var caller = caller(name);
            paths.forEach((path, operations) -> {
                if (path.contains("/procurements/{")) {
                    var methods = new TreeSet<>(Set.of("HEAD", "OPTIONS", "PATCH", "DELETE"));
                    operations.keySet().stream()
                            .map(method -> method.toUpperCase(Locale.ROOT))
                            .filter(WRITING::contains)
                            .forEach(methods::add);
                    for (var method : methods) {
                        found.put(
                                "%s %s %s".formatted(name, method, path),
                                probe(caller, method, filled(path, tendering, reference), reference));
                    }
                }
            });
        }
        assertTrue(found.size() > 200, () -> found.size() + " probes");
        return found;
    }

    /** Nothing changes by it: its version is stale, and no body has this field. */
    private static String probe(Caller caller, String method, String path, String reference) {
        return told(
                Caller.patiently(() -> caller.request()
                        .header("If-Match", "\"77\"")
                        .header("Idempotency-Key", "probe-" + path.hashCode())
                        .contentType(ContentType.JSON)
                        .body("{\"colour\": 1}")
                        .request(Method.valueOf(method), path)),
                reference);
    }

    private static String told(Response answer, String reference) {
        return "%d %s %s %s %s"
                .formatted(
                        answer.statusCode(),
                        answer.header("ETag"),
                        answer.header("Allow"),
                        answer.header("Content-Length"),
                        answer.asString())
                .replace(reference, "REFERENCE")
                .replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    /** What the gateway tells of itself. */
    private List<String> ofTheDoor() {
        return Stream.of(
                        "/",
                        "/docs",
                        "/openapi",
                        "/openapi?format=JSON",
                        "/q/health/ready",
                        "/api/social-value/v1/openapi")
                .map(path -> told(Caller.patiently(() -> Caller.nobody(platform).get(path)), "-"))
                .toList();
    }

    /** What everybody is answered at every address that can be read, without what differs from request to request. */
    private Map<String, String> answers(Tendering tendering, String reference, String prefix) {
        var found = new TreeMap<String, String>();
        var addresses = addresses(prefix);
        assertTrue(addresses.size() > 10, addresses::toString);
        callers.forEach((name, caller) -> {
            for (var address : addresses) {
                var path = filled(address, tendering, reference);
                var answer = Caller.patiently(() -> caller.get(path));
                found.put(
                        name + " " + address,
                        "%d %s %s"
                                .formatted(answer.statusCode(), answer.header("ETag"), answer.asString())
                                .replace(reference, "REFERENCE")
                                .replaceAll("\"requestId\":\"[^\"]*\"", ""));
            }
        });
        return found;
    }

    private Map<String, Map<String, Object>> documented() {
        return Caller.nobody(platform).get("/openapi?format=JSON").jsonPath().get("paths");
    }

    private List<String> addresses(String prefix) {
        return documented().entrySet().stream()
                .filter(path -> path.getValue().containsKey("get"))
                .map(Map.Entry::getKey)
                .filter(path -> path.startsWith(prefix))
                .toList();
    }

    private static String filled(String address, Tendering tendering, String reference) {
        return address.replaceAll("/procurements/\\{[^}]*}", "/procurements/" + tendering.id())
                .replace("{reference}", reference)
                .replace("{lot}", "whole")
                .replace("{account}", "evaluator-one")
                .replaceAll("\\{[^}]*}", "2024-25");
    }

    private List<String> leaking(Map<String, String> answers) {
        return answers.entrySet().stream()
                .filter(answer -> leaks(answer.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean leaks(String text) {
        return text.contains(canary) || text.contains(PRICE);
    }

    /** How many messages there are about social value; none of any topic may say what the bids say. */
    private int told() {
        var events = new Events(platform);
        var found = new ArrayList<String>();
        var count = 0;
        for (var topic : TOPICS) {
            for (var event : events.all(topic)) {
                if (leaks(String.valueOf(event.key()) + event.value())) {
                    found.add(topic + " " + event.key());
                }
                count += topic.startsWith("anchors.social-value") ? 1 : 0;
            }
        }
        assertEquals(List.of(), found);
        return count;
    }
}
