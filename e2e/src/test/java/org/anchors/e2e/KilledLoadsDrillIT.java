package org.anchors.e2e;

import static org.anchors.e2e.Tendering.expect;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Every replica of employment-service and social-value-service is killed once while people load milestones and catalogues. */
@OnThePlatform
@Order(10)
class KilledLoadsDrillIT {

    private static final List<String> SERVICES = List.of("employment-service", "social-value-service");
    private static final String EMPLOYMENT = "/api/employment/v1";
    private static final String CATALOGUES = "/api/social-value/v1/catalogues";
    private static final String PROGRAMME = "drill-loads";
    private static final int LOADS = 80;

    private final Platform platform;
    private final Caller provider;
    private final Caller buyer;

    KilledLoadsDrillIT(Platform platform) {
        this.platform = platform;
        this.provider = Caller.person(platform, "provider-academy");
        this.buyer = Caller.person(platform, "buyer-mseft");
    }

    @Test
    void everythingThatIsAcknowledgedIsThere() throws InterruptedException, ExecutionException {
        programmeWithParticipants();
        var sendings = IntStream.range(0, LOADS)
                .boxed()
                .flatMap(number -> Stream.of(milestones(number), catalogue(number)))
                .toList();

        var receipts = Posting.of(sendings, this::killEachOnce);

        assertEquals(sendings.size(), receipts.size());
        Posting.awaitMoment("every replica").until(() -> replicas().stream()
                .allMatch(name -> platform.child(name).ready()));
        expect(200, provider.get(EMPLOYMENT + "/outcomes?policy=NONE&programme=" + PROGRAMME))
                .then()
                .body("funnel.people", contains(0, LOADS, 0, LOADS, 0, 0));
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> Caller.person(platform, "auditor")
                .get(EMPLOYMENT + "/recounts?programme=" + PROGRAMME)
                .then()
                .statusCode(200)
                .body("items.people", contains(LOADS))
                .body("items.differing", contains(0))
                .body("items.waiting", contains(false)));
        IntStream.range(0, LOADS)
                .forEach(number -> expect(200, Caller.patiently(() -> buyer.get(CATALOGUES + "/drill-" + number))));
        everythingIsToldOnce();
        for (var service : List.of("employment", "social-value")) {
            Caller.operator(platform)
                    .get("/api/%s/v1/audit/verification".formatted(service))
                    .then()
                    .statusCode(200)
                    .body("intact", is(true));
        }
    }

    /** By both relays, which were killed too: an event may come again, and is the same one then. */
    private void everythingIsToldOnce() {
        Awaitility.await("what is told of the loads")
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> {
                    var catalogues = new Events(platform)
                            .all("anchors.social-value").stream()
                                    .filter(event -> event.value().contains("\"drill-"))
                                    .collect(Collectors.toMap(
                                            event -> Events.header(event, "ce_id"),
                                            ConsumerRecord::key,
                                            (one, same) -> one));
                    assertEquals(LOADS, catalogues.size());
                    assertEquals(LOADS, new HashSet<>(catalogues.values()).size());
                    Caller.anchorTeam(platform)
                            .get("/api/charter/v1/consolidated/2022-23")
                            .then()
                            .statusCode(200)
                            .body(figure("participants"), is(LOADS))
                            .body(figure("jobOffers"), is(LOADS));
                });
    }

    private static String figure(String name) {
        return "employment.programmes.find { it.programme == '%s' }.%s".formatted(PROGRAMME, name);
    }

    private void programmeWithParticipants() {
        expect(201, provider.post(EMPLOYMENT + "/programmes", """
                {"key": "drill-loads", "name": "Drill", "provider": "mse-icb", "outcomeRule": "THREE_MONTHS"}"""));
        expect(201, provider.post(EMPLOYMENT + "/cohorts", """
                {"programme": "drill-loads", "key": "2022-autumn"}"""));
        var people = IntStream.range(0, LOADS).mapToObj("""
                        {"programme": "drill-loads", "cohort": "2022-autumn", "reference": "DRILL-%03d"}"""::formatted).collect(Collectors.joining("\n"));
        expect(
                201,
                provider.request()
                        .contentType("application/x-ndjson")
                        .header("Idempotency-Key", PROGRAMME)
                        .body(people.getBytes(StandardCharsets.UTF_8))
                        .post(EMPLOYMENT + "/participants"));
    }

    private Sending milestones(int number) {
        return Sending.of("milestones " + number, provider, EMPLOYMENT + "/milestones", """
                [{"programme": "drill-loads", "participant": "DRILL-%1$03d", "kind": "STARTED", "on": "2022-09-05"},
                 {"programme": "drill-loads", "participant": "DRILL-%1$03d", "kind": "JOB_OFFER", "on": "2022-10-20"}]""".formatted(number));
    }

    private Sending catalogue(int number) {
        return Sending.of("catalogue " + number, buyer, CATALOGUES, """
                {"edition": "drill-%d", "source": "Invented", "licence": "OGL-UK-3.0", "redistributable": true,
                 "measures": [{"code": "M1", "unit": "FTE-year", "proxy": 20000, "priceYear": 2024, "source": "Invented"}]}""".formatted(number));
    }

    private List<String> replicas() {
        return SERVICES.stream()
                .flatMap(service -> platform.replicas(service).stream())
                .toList();
    }

    /** One after the other, evenly over the time that the posting takes. */
    private void killEachOnce(IntSupplier acknowledged) {
        var replicas = new ArrayList<>(replicas());
        for (var place = 0; place < replicas.size(); place++) {
            var moment = (place + 1) * 2 * LOADS / (replicas.size() + 1);
            Posting.awaitKilled(platform, replicas.get(place), () -> acknowledged.getAsInt() >= moment);
        }
    }
}
