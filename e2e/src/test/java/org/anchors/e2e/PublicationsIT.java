package org.anchors.e2e;

import static org.anchors.e2e.Reports.CONSOLIDATED;
import static org.anchors.e2e.Reports.REPORTS;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** reporting.md, Small numbers: a publication is frozen, hashed and numbered, and checked against differencing. */
@OnThePlatform
@Order(9)
class PublicationsIT {

    private static final String PUBLICATIONS = "/api/charter/v1/publications";
    private static final String YEAR = "2025-26";

    /** Newcomers have a sector of their own, and nobody else among them reports people in buildings. */
    private static final String FIGURE = YEAR + "?pillar=land-buildings&sector=Test";

    private static final String PEOPLE = "figures.find { it.id == 'LAB-04' }";

    private final Platform platform;
    private final Caller team;

    PublicationsIT(Platform platform) {
        this.platform = platform;
        this.team = Caller.anchorTeam(platform);
    }

    @Test
    void aReportIsPublishedStaysAsItIsAndIsNotPublishedAgainInAWayThatGivesACountAway() {
        eightPeople();
        var made = publish("HES", "").then().statusCode(201).extract().response();
        var number = made.jsonPath().getInt("number");
        var read = Caller.person(platform, "reporter-mseft").get(made.header("Location"));
        read.then()
                .statusCode(200)
                .header("ETag", is(made.header("ETag")))
                .body("disclosurePolicy", is("HES/1"))
                .body(PEOPLE + ".value", is(10));
        assertEquals(made.jsonPath().getString("sha256"), sha256(read));
        team.get(PUBLICATIONS + "?year=" + YEAR).then().body("items.number", hasItem(number));
        // Shown as 10 under one policy it is 8 to 12, kept back under the other at most 9.
        publish("ONS_10_5", "")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", is("/problems/disclosure-possible"))
                .body("faults.size()", greaterThan(0))
                .body("faults.given", hasItem(containsString("8 to 9")))
                .body("faults.mend", hasItem(containsString("publication " + number)));
        publish("ONS_10_5", "\"withheld\": [\"LAB-04\"], ").then().statusCode(201);
        assertEquals(read.asString(), team.get(made.header("Location")).asString());
    }

    private void eightPeople() {
        var partner = Newcomer.one(platform, "published");
        partner.reporter()
                .post(
                        REPORTS,
                        partner.body(YEAR, 1_000, 900)
                                .replace("\"values\": [", "\"values\": [{\"indicator\": \"LAB-04\", \"value\": 8}, "))
                .then()
                .statusCode(201);
        Awaitility.await("the figure of the newcomer")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(8, shown().<Integer>get(PEOPLE + ".value")));
        var now = Instant.now();
        Awaitility.await("everything known up to " + now)
                .atMost(Duration.ofSeconds(30))
                .until(() -> team.get(CONSOLIDATED + YEAR + "?asKnownOn=" + now).statusCode() == 200);
    }

    private JsonPath shown() {
        return team.get(CONSOLIDATED + FIGURE).then().statusCode(200).extract().jsonPath();
    }

    private Response publish(String policy, String more) {
        return team.post(PUBLICATIONS, """
                {"year": "%s", "policy": "%s", %s"filters": {"pillar": "land-buildings", "sector": "Test"}}
                """.formatted(YEAR, policy, more));
    }

    private static String sha256(Response answer) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(answer.asString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
