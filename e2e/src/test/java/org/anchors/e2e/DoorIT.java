package org.anchors.e2e;

import static org.anchors.e2e.Reports.CONSOLIDATED;
import static org.anchors.e2e.Reports.REPORTS;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is refused at the door, with real tokens: architecture.md, Who may do what, and Conventions of the APIs. */
@OnThePlatform
@Order(3)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorIT {

    private static final int ATTEMPTS = 3;
    private static final long SOON = 2_000;

    private final Platform platform;
    private final Keycloak keycloak;
    private Newcomer partner;

    @SuppressWarnings("NullAway.Init")
    DoorIT(Platform platform) {
        this.platform = platform;
        this.keycloak = new Keycloak(platform);
    }

    @BeforeAll
    void somebodyWhoReports() {
        partner = Newcomer.one(platform, "door");
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        Caller.nobody(platform)
                .get(REPORTS)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", is("Bearer realm=\"anchors\""));
    }

    @Test
    void garbageIsNoToken() {
        var good = partner.reporter().token();
        var changed = good.substring(0, good.lastIndexOf('.') + 1) + "A".repeat(342);
        for (var token : List.of("garbage", "a.b.c", changed)) {
            new Caller(platform, token).get(REPORTS).then().statusCode(401);
        }
    }

    @Test
    void aTokenForSomebodyElseIsNotTaken() {
        var elsewhere =
                Machine.of("machine-elsewhere", "mseft", "partner-reporter").forSomebodyElse();
        keycloak.add(List.of(elsewhere));
        new Caller(platform, keycloak.token(elsewhere)).get(REPORTS).then().statusCode(401);
    }

    @Test
    void aTokenOfAnotherRealmIsNotTaken() {
        new Caller(platform, keycloak.administrator()).get(REPORTS).then().statusCode(401);
    }

    @Test
    void aTokenIsGoodUntilItExpires() {
        var shortly = Machine.of("machine-shortly", "mseft", "partner-reporter").withTokensFor(Duration.ofSeconds(8));
        keycloak.add(List.of(shortly));
        var caller = new Caller(platform, keycloak.token(shortly));
        caller.get(REPORTS).then().statusCode(200);
        Awaitility.await("expiry")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> caller.get(REPORTS).statusCode() == 401);
    }

    @Test
    void theWrongRoleIsForbidden() {
        partner.reporter().get(CONSOLIDATED + "2024-25").then().statusCode(403).contentType("application/problem+json");
        Caller.anchorTeam(platform)
                .post(REPORTS, partner.body("2024-25", 100, 50))
                .then()
                .statusCode(403);
        Caller.person(platform, "auditor").post(REPORTS, "{}").then().statusCode(403);
    }

    /** Sending the same report again has one effect and the same answer. */
    @Test
    void theSameKeyTwiceGivesOneReportAndTheSameAnswer() {
        var newcomer = Newcomer.one(platform, "twice");
        var key = UUID.randomUUID().toString();
        var body = newcomer.body("2024-25", 200, 60);
        var first = newcomer.reporter().post(REPORTS, body, key);
        var again = newcomer.reporter().post(REPORTS, body, key);
        assertEquals(201, first.statusCode(), first.asString());
        assertEquals(201, again.statusCode(), again.asString());
        assertEquals(first.asString(), again.asString());
        for (var header : List.of("Location", "ETag", "Content-Type")) {
            assertEquals(first.header(header), again.header(header));
        }
        newcomer.reporter().get(REPORTS).then().body("items.size()", is(1));
        newcomer.reporter()
                .post(REPORTS, newcomer.body("2024-25", 201, 60), key)
                .then()
                .statusCode(422)
                .body("type", is("/problems/idempotency-key-reused"));
    }

    @Test
    void aBodyOfTwoMegabytesIsRefusedSoon() {
        assertEquals(413, soon("{\"x\": \"" + "y".repeat(1_999_980) + "\"}").statusCode());
    }

    @Test
    void nestingOfAThousandIsRefusedSoon() {
        soon("{\"x\": " + "[".repeat(1_000) + "]".repeat(1_000) + "}")
                .then()
                .statusCode(400)
                .body("type", is("/problems/nested-too-deep"));
    }

    /** Ten characters that cost seconds where somebody calculates with them. */
    @Test
    void aNumberOfTenMillionDigitsIsRefusedSoon() {
        var body = partner.body("2024-25", 100, 50).replace("\"value\": 100", "\"value\": 1e10000000");
        soon(body).then().statusCode(422).body("faults.size()", is(1)).body("faults[0].at", is("/values/0/value"));
    }

    @Test
    void aChangeSaysOnWhichVersionItWasMade() {
        var path = "/api/charter/v1/organisations/%s/drafts/2024-25".formatted(partner.organisation());
        var body = partner.body("2024-25", 100, 50);
        draft(body).put(path).then().statusCode(201).header("ETag", "\"0\"");
        draft(body).put(path).then().statusCode(428).body("type", is("/problems/version-missing"));
        draft(body)
                .header("If-Match", "\"7\"")
                .put(path)
                .then()
                .statusCode(412)
                .body("type", is("/problems/version-stale"));
        draft(body).header("If-Match", "\"0\"").put(path).then().statusCode(200).header("ETag", "\"1\"");
    }

    private RequestSpecification draft(String body) {
        return partner.reporter().request().contentType(ContentType.JSON).body(body);
    }

    /** After a first, warming request; the machine may be busy with something else for a moment, hence the soonest counts. */
    private Response soon(String body) {
        partner.reporter().post(REPORTS, body);
        var answers = IntStream.range(0, ATTEMPTS)
                .mapToObj(i -> partner.reporter().post(REPORTS, body))
                .toList();
        var took = answers.stream().mapToLong(Response::time).min().orElseThrow();
        assertTrue(took < SOON, "took %d ms".formatted(took));
        return answers.getFirst();
    }
}
