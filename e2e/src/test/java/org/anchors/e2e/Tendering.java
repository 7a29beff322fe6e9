package org.anchors.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A procurement of mseft by the methodology of {@code examples/evaluation.json}, through the gateway. */
record Tendering(Caller buyer, String path) {

    private static final String SERVICE = "/api/social-value/v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Drafts and publishes one below the threshold, with a catalogue of its own, and appoints evaluators.
     *
     * @param open how long from now on bids may be lodged
     */
    static Tendering published(Platform platform, Duration open, List<String> evaluators) {
        return published(platform, open, evaluators, "BELOW_THRESHOLD");
    }

    /** The same under a law. */
    static Tendering published(Platform platform, Duration open, List<String> evaluators, String regime) {
        var buyer = Caller.person(platform, "buyer-mseft");
        var example = example(platform);
        var methodology = (ObjectNode) example.path("methodology");
        methodology.put("regime", regime);
        methodology.put("noticeDate", LocalDate.now(ZoneId.of("Europe/London")).toString());
        var edition = "edition-" + UUID.randomUUID();
        expect(201, buyer.post(SERVICE + "/catalogues", """
                {"edition": "%s", "source": "Invented", "licence": "OGL-UK-3.0", "redistributable": true, "measures": %s}""".formatted(edition, example.at("/catalogue/measures"))));
        var drafted = expect(201, buyer.post(SERVICE + "/procurements", """
                {"reference": "T-%s", "title": "Catering", "bidDeadline": "%s", "catalogue": "%s", "methodology": %s}""".formatted(
                        UUID.randomUUID(), Instant.now().plus(open), edition, methodology)));
        var tendering = new Tendering(buyer, drafted.header("Location"));
        expect(200, tendering.step("publication", ""));
        expect(200, tendering.put(buyer, "evaluators", "{\"evaluators\": %s}".formatted(JSON.valueToTree(evaluators))));
        return tendering;
    }

    private static ObjectNode example(Platform platform) {
        try {
            return (ObjectNode) JSON.readTree(
                    platform.checkout().resolve("examples/evaluation.json").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Response expect(int status, Response answer) {
        assertEquals(status, answer.statusCode(), answer::asString);
        return answer;
    }

    String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String at(String below) {
        return path + "/" + below;
    }

    static String bid(String supplier, String number, String price) {
        return """
                {"supplier": "%s", "supplierId": "GB-COH-%s", "price": %s,
                 "commitments": [{"measure": "M1", "quantity": 4, "year": 1, "beneficiary": "%s"}],
                 "answers": {"q1": "How %s does it"}}""".formatted(supplier, number, price, supplier, supplier);
    }

    String lodged(Caller lodger, String bid) {
        return expect(201, lodger.post(at("bids"), bid)).jsonPath().getString("reference");
    }

    /** Takes a step on the newest version. */
    Response step(String name, String body) {
        return step(buyer, name, body);
    }

    Response step(Caller caller, String name, String body) {
        var request = caller.request()
                .header("If-Match", etag(path))
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return (body.isEmpty() ? request : request.contentType(ContentType.JSON).body(body)).post(at(name));
    }

    Response put(Caller caller, String name, String body) {
        return caller.request()
                .header("If-Match", etag(path))
                .contentType(ContentType.JSON)
                .body(body)
                .put(at(name));
    }

    /** Marks some bids, and hands the marks in. */
    void mark(Caller evaluator, int mark, List<String> references) {
        var marks = """
                {"mark": %d, "reason": "As the answer says"}""".formatted(mark);
        var bids = references.stream()
                .map(reference -> """
                        {"bid": "%s", "marks": {"q1": %s, "q2": %s, "account": %s, "sv1": %s}}""".formatted(reference, marks, marks, marks, marks))
                .toList();
        expect(
                200,
                evaluator
                        .request()
                        .header("If-Match", evaluator.get(at("marks")).header("ETag"))
                        .contentType(ContentType.JSON)
                        .body("{\"bids\": " + bids + "}")
                        .put(at("marks")));
        expect(
                200,
                evaluator
                        .request()
                        .header("If-Match", evaluator.get(at("marks")).header("ETag"))
                        .post(at("marks/submission")));
    }

    /** Moves the deadline, so that it has passed. */
    void passDeadline(Platform platform) {
        try (var connection = platform.connect("social_value");
                var change = connection.prepareStatement(
                        "update procurement set bid_deadline = clock_timestamp() - interval '1 second' where id = ?")) {
            change.setObject(1, UUID.fromString(id()));
            assertEquals(1, change.executeUpdate());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Opens the bids, when their deadline has passed, by two people. */
    void open(Caller second) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> step("opening", "").statusCode() == 200);
        expect(200, step(second, "opening", ""));
    }

    /** Agrees on the same mark for every question of a bid that passed its gate; makes that final, and evaluates. */
    void evaluate(String bid, int mark) {
        var given = "{\"mark\": %d, \"reason\": \"Agreed by all\"}".formatted(mark);
        var agreed = """
                {"bids": [{"bid": "%s", "gates": {"carbon-reduction-plan": {"passed": true}},
                           "marks": {"q1": %s, "q2": %s, "account": %s, "sv1": %s}}]}""".formatted(bid, given, given, given, given);
        expect(200, put(buyer, "consensus", agreed));
        expect(200, step("consensus", ""));
        expect(200, step("evaluation", ""));
    }

    void award(String bid) {
        expect(200, step("award", "{\"lots\": [{\"lot\": \"whole\", \"bid\": \"%s\"}]}".formatted(bid)));
    }

    private String etag(String of) {
        return buyer.get(of).header("ETag");
    }
}
