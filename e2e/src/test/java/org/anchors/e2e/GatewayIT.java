package org.anchors.e2e;

import static org.anchors.e2e.Reports.CONSOLIDATED;
import static org.anchors.e2e.Reports.REPORTS;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the gateway promises, seen from outside: issue "The platform stands", Gateway. */
@OnThePlatform
@Order(5)
class GatewayIT {

    private static final String PROGRAMMES = "/api/employment/v1/programmes";

    private final Platform platform;

    GatewayIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void headersThatClaimAnIdentityChangeNothing() {
        var owner = Newcomer.one(platform, "owner");
        var other = Newcomer.one(platform, "other");
        owner.reporter().post(REPORTS, owner.body("2024-25", 100, 40)).then().statusCode(201);
        claiming(other.reporter(), owner)
                .get(REPORTS + "/" + owner.organisation() + "-2024-25")
                .then()
                .statusCode(404);
        claiming(other.reporter(), owner)
                .get(REPORTS)
                .then()
                .statusCode(200)
                .body("items.organisation", everyItem(is(other.organisation())));
        claiming(other.reporter(), owner).get(CONSOLIDATED + "2024-25").then().statusCode(403);
    }

    @Test
    void aRequestKeepsItsId() {
        var own = UUID.randomUUID().toString();
        Caller.nobody(platform)
                .header("X-Request-Id", own)
                .get(REPORTS)
                .then()
                .header("X-Request-Id", own)
                .body("requestId", is(own));
        Caller.nobody(platform)
                .header("X-Request-Id", "jane.example-7")
                .get(REPORTS)
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
        Caller.anchorTeam(platform)
                .request()
                .header("X-Request-Id", own)
                .get(REPORTS + "/nothing-2024-25")
                .then()
                .statusCode(404)
                .header("X-Request-Id", own)
                .body("requestId", is(own));
    }

    @Test
    void whatIsNoDoorIsNotThere() {
        for (var path :
                new String[] {"/nothing", "/api", "/api/charter/v1/../v1/reports", "/api/charter/v2/reports", "/q/info"
                }) {
            Caller.anchorTeam(platform).get(path).then().statusCode(404).contentType("application/problem+json");
        }
    }

    @Test
    void aServiceThatIsDownIsSaidToBeAndComesBack() {
        var team = Caller.person(platform, "anchor-team");
        awaitHealth();
        var replicas = platform.replicas("employment-service");
        replicas.forEach(replica -> platform.anchor("stop", replica).orFail());
        try {
            team.get(PROGRAMMES)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body("type", is("/problems/service-unavailable"));
            awaitHealth(health -> health.statusCode(503)
                    .body("status", is("DOWN"))
                    .body("services.find { it.name == 'employment-service' }.status", is("UNREACHABLE"))
                    .body("services.find { it.name == 'charter-service' }.status", is("UP")));
            team.get(REPORTS).then().statusCode(200);
        } finally {
            replicas.forEach(replica -> platform.anchor("start", replica).orFail());
        }
        team.get(PROGRAMMES).then().statusCode(200);
        awaitHealth();
    }

    private void awaitHealth() {
        awaitHealth(health -> health.statusCode(200).body("status", is("UP")));
    }

    /** A service that has no time to say how it is at that moment counts as one that does not answer. */
    private void awaitHealth(Consumer<ValidatableResponse> expected) {
        Awaitility.await("the platform's health")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        expected.accept(Caller.nobody(platform).get("/health").then()));
    }

    private static RequestSpecification claiming(Caller caller, Newcomer victim) {
        var claims = caller.request();
        for (var name : new String[] {"X-User", "X-Organisation", "X-Forwarded-User", "X-Remote-User", "Remote-User"}) {
            claims.header(name, victim.organisation());
        }
        return claims.header("X-Roles", "anchor-team").header("X-Original-URL", CONSOLIDATED + "2024-25");
    }
}
