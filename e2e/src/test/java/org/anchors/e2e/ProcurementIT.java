package org.anchors.e2e;

import static org.anchors.e2e.Tendering.bid;
import static org.anchors.e2e.Tendering.expect;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** scoring.md, the whole life of a procurement: from the draft to the contract, through the gateway with real tokens. */
@OnThePlatform
@Order(13)
class ProcurementIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Platform platform;
    private final Caller second;
    private final Caller portal;
    private final Caller one;
    private final Caller two;

    ProcurementIT(Platform platform) {
        this.platform = platform;
        this.second = Caller.person(platform, "buyer-mseft-two");
        this.portal = Caller.machine(platform, "machine-buyer-mseft");
        this.one = Caller.person(platform, "evaluator-one");
        this.two = Caller.person(platform, "evaluator-two");
    }

    @Test
    void aProcurementGoesFromItsDraftToItsContract() {
        var tendering =
                Tendering.published(platform, Duration.ofSeconds(30), List.of("evaluator-one", "evaluator-two"));
        var acme = tendering.lodged(portal, bid("Acme", "1", "2170000"));
        var beta = tendering.lodged(portal, bid("Beta", "2", "2320000"));
        openedByTwo(tendering);
        lateBidsAreRefused(tendering);
        markedAlone(tendering, List.of(acme, beta));
        agreedOn(tendering, acme, beta);
        evaluated(tendering, acme);
        expect(404, second.get(tendering.at("ocds")));
        var contract = contracted(tendering, acme, beta);
        delivered(contract);
        published(tendering, beta);
    }

    /** A contract as it was confirmed. */
    private record Signed(String id, String key) {}

    private void openedByTwo(Tendering tendering) {
        expect(409, tendering.step("opening", "")).then().body("type", is("/problems/deadline-not-passed"));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> tendering.step("opening", "").statusCode() == 200);
        expect(409, tendering.step("opening", "")).then().body("type", is("/problems/opened-by-you"));
        expect(403, tendering.step(portal, "opening", "")).then().body("type", is("/problems/person-needed"));
        expect(409, second.get(tendering.at("bids")));
        expect(200, tendering.step(second, "opening", ""))
                .then()
                .body("openers.who", contains("buyer-mseft", "buyer-mseft-two"));
    }

    private void lateBidsAreRefused(Tendering tendering) {
        expect(409, portal.post(tendering.at("bids"), bid("Late", "3", "1")));
        expect(200, one.get(tendering.at("bids"))).then().body("items", hasSize(2));
    }

    private void markedAlone(Tendering tendering, List<String> bids) {
        tendering.mark(one, 66, bids);
        two.get(tendering.at("marks")).then().statusCode(200).body("items", hasSize(0));
        expect(409, second.get(tendering.at("marks"))).then().body("type", is("/problems/marks-awaited"));
        tendering.mark(two, 33, bids);
        two.get(tendering.at("marks"))
                .then()
                .statusCode(200)
                .body("items[0].evaluators.evaluator", contains("evaluator-one", "evaluator-two"));
    }

    private void agreedOn(Tendering tendering, String acme, String beta) {
        one.get(tendering.at("bids/" + acme)).then().statusCode(200).body("price", nullValue());
        second.get(tendering.at("bids/" + acme)).then().statusCode(200).body("price", nullValue());
        expect(
                200,
                tendering.put(
                        second, "consensus", "{\"bids\": [%s, %s]}".formatted(agreed(acme, 66), agreed(beta, 50))));
        expect(200, tendering.step(second, "consensus", ""));
        one.get(tendering.at("bids/" + acme)).then().body("price", is(2170000.0f));
    }

    private static String agreed(String bid, int mark) {
        var given = "{\"mark\": %d, \"reason\": \"Agreed by all\"}".formatted(mark);
        return """
                {"bid": "%s", "gates": {"carbon-reduction-plan": {"passed": true}},
                 "marks": {"q1": %s, "q2": %s, "account": %s, "sv1": %s}}""".formatted(bid, given, given, given, given);
    }

    private void evaluated(Tendering tendering, String winner) {
        expect(200, tendering.step("evaluation", "")).then().body("lots[0].winner", is(winner));
        var stored = expect(200, second.get(tendering.at("evaluation/whole"))).asString();
        var request = expect(200, second.get(tendering.at("evaluation/whole/request")))
                .asString();
        var stateless = second.request()
                .contentType(ContentType.JSON)
                .body(request)
                .post("/api/social-value/v1/evaluations")
                .asString();
        assertEquals(stateless, stored);
    }

    private Signed contracted(Tendering tendering, String winner, String loser) {
        expect(200, tendering.step("award", "{\"lots\": [{\"lot\": \"whole\", \"bid\": \"%s\"}]}".formatted(winner)));
        expect(200, second.get(tendering.at("summaries/" + loser)))
                .then()
                .body("outcome", is("UNSUCCESSFUL"))
                .body("winner.supplier", is("Acme"));
        var today = LocalDate.ofInstant(Instant.now(), ZoneId.of("Europe/London"));
        var confirmed = expect(
                201,
                tendering.step("contracts", "{\"signedOn\": \"%s\", \"startsOn\": \"%s\"}".formatted(today, today)));
        confirmed.then().body("state", is("CONTRACTED")).body("contracts[0].obligations.measure", contains("M1"));
        var key = confirmed.jsonPath().getString("contracts[0].contract.key");
        Awaitility.await().atMost(PATIENCE).until(() -> new Events(platform)
                .all("anchors.social-value").stream()
                        .anyMatch(event -> key.equals(event.key())
                                && String.valueOf(Events.header(event, "ce_type"))
                                        .endsWith("contract-awarded.v1")));
        assertTrue(key.startsWith("mseft/T-"), key);
        return new Signed(confirmed.jsonPath().getString("contracts[0].contract.id"), key);
    }

    /** scoring.md, "After the award": what is delivered is stated, approved and rated, and only then counts and is told of. */
    private void delivered(Signed contract) {
        var path = "/api/social-value/v1/contracts/" + contract.id();
        var today = LocalDate.ofInstant(Instant.now(), ZoneId.of("Europe/London"));
        var stated = second.request()
                .header("Idempotency-Key", "delivery-" + contract.id())
                .contentType(ContentType.JSON)
                .body("""
                        {"from": "%1$s", "to": "%1$s", "lines": [{"obligation": 1, "quantity": 1}],
                         "evidence": [{"text": "Register of the supplier", "link": "https://example.org/register"}]}""".formatted(today))
                .post(path + "/deliveries");
        expect(201, stated);
        assertEquals(0, expect(200, second.get(path)).jsonPath().getInt("progress.obligations[0].delivered"));
        expect(
                200,
                Caller.person(platform, "buyer-mseft")
                        .request()
                        .header("If-Match", stated.header("ETag"))
                        .contentType(ContentType.JSON)
                        .body("{\"rating\": \"GOOD\"}")
                        .post(path + "/deliveries/1/approval"));
        assertEquals(1, expect(200, second.get(path)).jsonPath().getInt("progress.obligations[0].delivered"));
        Awaitility.await().atMost(PATIENCE).until(() -> new Events(platform)
                .all("anchors.social-value").stream()
                        .anyMatch(event -> contract.key().equals(event.key())
                                && String.valueOf(Events.header(event, "ce_type"))
                                        .endsWith("delivery-approved.v1")));
    }

    /** scoring.md, "Open data": the award and what came of it are public, of the bid that lost nothing is. */
    private void published(Tendering tendering, String loser) {
        var text = expect(200, Caller.person(platform, "reporter-ecc").get(tendering.at("ocds")))
                .asString();
        assertEquals(text, expect(200, second.get(tendering.at("ocds"))).asString());
        assertEquals(
                platform.gateway() + tendering.at("ocds"), JsonPath.from(text).getString("uri"));
        var release = JsonPath.from(text).setRootPath("releases[0]");
        assertEquals("Acme", release.getString("awards[0].suppliers[0].name"));
        assertEquals(1, release.getInt("contracts[0].implementation.metrics[0].observations[0].measure"));
        for (var secret : List.of(loser, "Beta", "2320000", "Agreed by all")) {
            assertFalse(text.contains(secret), () -> secret + " is in " + text);
        }
    }
}
